using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Mailing.Reading;
using FoiPipeline.Mailing.Writing;

namespace FoiPipeline.Mailing;

/// <summary>
/// RFC 5322 and MIME. Reading never throws for a mail's content, takes time in proportion to its length and, beside the raw bytes, memory for
/// its decoded parts; parts that were sent as they are share the raw bytes. Writing gives the same bytes for the same letter.
/// </summary>
public sealed class MimeMailFormat : IMailFormat
{
    public Mail Read(ReadOnlyMemory<byte> raw) => MailReader.Read(raw);

    public byte[] Write(LetterMail letter) => LetterWriter.Write(letter);
}
