using System.Text;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>Mails as they come: the same bytes in every run.</summary>
internal static class MailSamples
{
    private const string Words =
        "The Clinical Commissioning Group holds a policy on social value in procurement, agreed by its governing body. It is applied to contracts above the threshold, "
        + "weighted at ten per cent of the quality score, and monitored every quarter by the contracts team. ";

    private const string Quoted =
        "Please answer under the number of each question. If part of the information is not held, or you can send only part of it, we would rather have what there is. ";

    public static byte[] Text() => Mail("text/plain; charset=utf-8", Answers("\r\n", "> "));

    public static byte[] Html() => Mail(
        "text/html; charset=utf-8",
        $"<html><body><div style=\"font-family:Calibri\">{Answers("<br>\r\n", "")}</div><blockquote style=\"border-left:1px solid\">{Lines(Quoted, 20, "<p>", "</p>\r\n")}</blockquote></body></html>");

    /// <param name="bytes">Size of the attached document before it is encoded.</param>
    public static byte[] WithAttachment(int bytes)
    {
        var document = new byte[bytes];
        new Random(2016).NextBytes(document);
        "%PDF-1.4\n"u8.CopyTo(document);
        return Mail(
            "multipart/mixed; boundary=\"part\"",
            "--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + Answers("\r\n", "> ")
            + "\r\n--part\r\nContent-Type: application/pdf; name=\"response.pdf\"\r\nContent-Disposition: attachment; filename=\"response.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(document, Base64FormattingOptions.InsertLineBreaks) + "\r\n--part--\r\n");
    }

    private static byte[] Mail(string type, string content) => Encoding.UTF8.GetBytes(
        "Return-Path: <foi@ashfordccg.nhs.example>\r\n"
        + Lines("Received: from relay.nhs.example (relay.nhs.example [192.0.2.25]) by mx.healthy.example with ESMTPS; Mon, 18 Jul 2016 10:12:44 +0100", 4, "", "\r\n")
        + "From: =?utf-8?Q?Freedom_of_Information_=E2=80=93_Ashford?= <foi@ashfordccg.nhs.example>\r\nTo: foi@healthy.example\r\n"
        + "Subject: RE: Freedom of Information request: social value [SV16-09C]\r\nDate: Mon, 18 Jul 2016 10:12:40 +0100\r\nMessage-ID: <a8f3@nhs.example>\r\n"
        + $"In-Reply-To: <sv16.09c.initial.1.aaaa@healthy.example>\r\nMIME-Version: 1.0\r\nContent-Type: {type}\r\n\r\n{content}");

    private static string Answers(string lineEnd, string quote)
    {
        var text = new StringBuilder($"Dear Ann Example,{lineEnd}{lineEnd}Thank you for your request of 1 July 2016. Our answers follow.{lineEnd}{lineEnd}");
        for (var question = 1; question <= 5; question++)
        {
            text.Append(question).Append(". ").Append(Words).Append(lineEnd).Append(lineEnd);
        }

        text.Append("Yours sincerely").Append(lineEnd).Append("The FOI team").Append(lineEnd).Append(lineEnd);
        return quote.Length == 0 ? text.ToString() : text.Append("On 1 July 2016 Ann Example wrote:").Append(lineEnd).Append(Lines(Quoted, 10, quote, lineEnd)).ToString();
    }

    private static string Lines(string line, int count, string before, string after) => string.Concat(Enumerable.Repeat(before + line + after, count));
}
