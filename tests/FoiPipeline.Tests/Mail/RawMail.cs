using System.Text;
using FoiPipeline.Core.Replies;
using FoiPipeline.Mailing;

namespace FoiPipeline.Tests.Mailing;

/// <summary>Raw messages for the tests. Text becomes CRLF lines in UTF-8 unless a test says otherwise.</summary>
internal static class RawMail
{
    public const string Start = "From: Joe <joe@ccg.example>\nDate: Fri, 1 Jul 2016 16:55:01 +0100\n";

    public static Mail Read(string message) => Read(Encoding.UTF8.GetBytes(Crlf(message)));

    public static Mail Read(byte[] message) => new MimeMailFormat().Read(message);

    public static Mail ReadLatin1(string message) => Read(Encoding.Latin1.GetBytes(Crlf(message)));

    public static string Crlf(string text) => text.ReplaceLineEndings("\r\n");

    public static string Text(this MailPart part) => Encoding.UTF8.GetString(part.Content.Span);
}
