using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Ports;

/// <summary>RFC 5322 and MIME: raw bytes to a record of a mail, a letter to raw bytes.</summary>
public interface IMailFormat
{
    /// <summary>
    /// Reads anything. Never throws for its content: damage is listed in <see cref="Mail.Problems"/> and everything readable is still read.
    /// </summary>
    Mail Read(ReadOnlyMemory<byte> raw);

    /// <summary>Writes a letter as one message with CRLF line ends. No field of the letter can add a header.</summary>
    byte[] Write(LetterMail letter);
}
