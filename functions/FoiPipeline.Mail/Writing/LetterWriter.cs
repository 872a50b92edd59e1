using System.Globalization;
using System.Text;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Mailing.Writing;

/// <summary>
/// A letter as one plain text message (RFC 5322, RFC 2045). Nothing but the letter goes in, so the same letter gives the same bytes: their hash
/// is journalled before sending.
/// </summary>
internal static class LetterWriter
{
    public static byte[] Write(LetterMail letter)
    {
        var message = new HeaderWriter();
        message.Address("From", letter.FromName, letter.FromAddress);
        message.Address("To", letter.ToName, letter.ToAddress);
        message.Address("Reply-To", "", letter.ReplyTo);
        message.Text("Subject", letter.Subject);
        message.Text("Date", letter.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(letter.Date.Offset));
        message.Ids("Message-ID", [letter.MessageId]);
        if (letter.InReplyTo is { } answered)
        {
            message.Ids("In-Reply-To", [answered]);
        }

        message.Ids("References", letter.References);
        message.Text("MIME-Version", "1.0");
        message.Text("Content-Type", "text/plain; charset=utf-8");
        message.Text("Content-Transfer-Encoding", "quoted-printable");
        return Encoding.UTF8.GetBytes(message + "\r\n" + QuotedPrintableText.Write(letter.Body));
    }

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
}
