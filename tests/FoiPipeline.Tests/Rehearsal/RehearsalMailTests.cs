using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Tests.Rehearsal;

[Collection(RehearsedRounds.Name)]
public sealed partial class RehearsalMailTests(RehearsedRound round)
{
    private readonly RehearsalRun _run = round.Run;
    private readonly List<(ForeignMail Mail, MailTruth Truth)> _mails = round.Mails;

    [Fact]
    public void Every_mail_is_sound_mime_with_the_headers_of_its_kind()
    {
        foreach (var (mail, truth) in _mails)
        {
            foreach (var name in new[] { "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received", "return-path" })
            {
                mail.Headers.ContainsKey(name).ShouldBeTrue(name);
            }

            mail.Leaves.ShouldContain(l => l.Type.StartsWith("text/", StringComparison.Ordinal) && l.Text.Trim().Length > 10);
            mail.Headers["return-path"].ShouldBe(truth.Kind == ReplyKind.Bounce || mail.Headers["from"].Contains("daemon", StringComparison.OrdinalIgnoreCase) ? "<>" : mail.Headers["return-path"]);
        }

        _mails.Where(m => m.Truth.Kind == ReplyKind.OutOfOffice).ShouldAllBe(m => m.Mail.Headers["auto-submitted"] == "auto-replied");
        _mails.Count(m => m.Mail.Type == "multipart/report").ShouldBeGreaterThan(3);
        _mails.Select(m => m.Mail.Headers["message-id"]).Distinct().Count().ShouldBe(_mails.Count - 3);
    }

    [Fact]
    public void Mails_are_as_mixed_as_those_of_foreign_systems()
    {
        var leaves = _mails.SelectMany(m => m.Mail.Leaves).Where(l => l.Headers.ContainsKey("content-transfer-encoding")).ToList();
        leaves.Select(l => l.Headers["content-transfer-encoding"]).Distinct().ShouldBe(["quoted-printable", "base64", "8bit", "7bit"], ignoreOrder: true);
        var types = string.Join('\n', leaves.Select(l => l.Headers["content-type"])).ToLowerInvariant();
        types.ShouldContain("windows-1252");
        types.ShouldContain("utf-8");
        types.ShouldContain("name*0*=utf-8''");
        types.ShouldContain("name=\"=?utf-8?b?");
        var headers = _mails.SelectMany(m => m.Mail.Headers).Select(h => h.Value).ToList();
        headers.ShouldContain(h => h.Contains("?Q?", StringComparison.Ordinal));
        headers.ShouldContain(h => h.Contains("?B?", StringComparison.Ordinal));
        _mails.ShouldContain(m => m.Mail.Type == "text/html");
        _mails.ShouldContain(m => m.Mail.Type == "multipart/alternative");
        _mails.ShouldContain(m => m.Mail.Type == "multipart/mixed");
        _mails.ShouldContain(m => m.Mail.Type == "text/plain");
    }

    [Fact]
    public void No_address_leads_anywhere_but_to_example()
    {
        foreach (var delivery in _run.Deliveries)
        {
            foreach (var text in TextsOf(ForeignMail.Read(delivery.Raw)))
            {
                foreach (Match match in Addresses().Matches(text))
                {
                    match.Value.ShouldEndWith(".example", Case.Sensitive, match.Value);
                }
            }
        }
    }

    [Fact]
    public void No_two_authorities_read_alike()
    {
        var texts = _mails.Where(m => m.Truth.Kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld && !m.Truth.RepeatsEarlierAnswer)
            .DistinctBy(m => m.Truth.Sha256).Select(m => m.Mail.Leaves.First().Text).ToList();

        texts.Distinct().Count().ShouldBe(texts.Count);
    }

    [Fact]
    public void Threads_and_addresses_are_as_planned()
    {
        foreach (var plan in _run.Plan.Authorities.Where(a => a.IsUsable && a.LeadsAnswer))
        {
            var (mail, truth) = _mails.First(m => m.Truth.Authorities.Contains(plan.Authority.Id) && m.Truth.Kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld);
            var reference = $"SV16-{plan.Authority.Id}";
            var text = string.Join('\n', mail.Leaves.Where(l => l.Type.StartsWith("text/", StringComparison.Ordinal)).Select(l => l.Text));
            mail.Headers.ContainsKey("in-reply-to").ShouldBe(plan.PointsBack);
            mail.Headers["subject"].Contains(reference, StringComparison.Ordinal).ShouldBe(plan.Thread == AnswerThread.ReferenceInSubject);
            if (plan.Thread == AnswerThread.ReferenceInText)
            {
                text.ShouldContain(reference);
            }
            else if (plan.Thread == AnswerThread.TheirReferenceOnly)
            {
                text.ShouldNotContain("SV16-");
            }

            var token = $"foi+{ReplyToken.For(new Reference("SV16", plan.Authority.Id))}@rounds.example";
            mail.Headers["to"].Contains(token, StringComparison.Ordinal).ShouldBe(plan.AnswersTo == AnswerAddress.ReplyTo);
            mail.Headers["to"].Contains('+', StringComparison.Ordinal).ShouldBe(plan.AnswersTo != AnswerAddress.Mailbox);
            mail.Headers["delivered-to"].ShouldBe(mail.Headers["to"].Split('<')[^1].TrimEnd('>'));
            truth.Authorities.Count.ShouldBe(Math.Max(1, plan.AnsweredTogether.Count));
        }
    }

    [Fact]
    public void A_mail_for_several_names_each_of_them()
    {
        foreach (var (mail, truth) in _mails.Where(m => m.Truth.Authorities.Count > 1))
        {
            var text = string.Join(' ', mail.Leaves.First(l => l.Type.StartsWith("text/", StringComparison.Ordinal)).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Replace("&amp;", "&", StringComparison.Ordinal);
            truth.Authorities.ShouldAllBe(id => text.Contains(_run.Plan.Find(id)!.Authority.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Word_files_open_and_hold_text()
    {
        var files = Files("vnd.openxmlformats");
        files.Count.ShouldBeGreaterThan(30);
        foreach (var file in files)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), false);
            var body = document.MainDocumentPart!.Document.Body!;
            body.InnerText.Length.ShouldBeGreaterThan(80);
        }
    }

    [Fact]
    public void Pdf_files_have_a_text_layer_of_one_or_several_pages()
    {
        var files = Files("pdf").Concat(Files("octet-stream")).ToList();
        files.Count.ShouldBeGreaterThan(80);
        files.ShouldAllBe(f => Encoding.Latin1.GetString(f.Content, 0, 8) == "%PDF-1.4");
        if (!File.Exists("/usr/bin/pdftotext"))
        {
            Environment.GetEnvironmentVariable("CI").ShouldNotBe("true", "pdftotext (package poppler-utils) must be there in CI");
            Assert.Skip("pdftotext (package poppler-utils) is not installed");
        }

        foreach (var file in files.Take(12))
        {
            var text = TextOf(file.Content);
            text.Length.ShouldBeGreaterThan(100);
            text.ShouldNotContain("\ufffd");
        }

        files.ShouldContain(f => PageCount(f.Content) == 1);
        files.Count(f => PageCount(f.Content) is > 3 and < 10).ShouldBeGreaterThan(55);
    }

    private static IEnumerable<string> TextsOf(ForeignMail mail) =>
        mail.Headers.Values.Concat(mail.Leaves.SelectMany(l => l.Type.StartsWith("text/", StringComparison.Ordinal) || l.Type.StartsWith("message/", StringComparison.Ordinal)
            ? l.Headers.Values.Append(l.Text) : l.Headers.Values));

    private List<ForeignMail> Files(string type) => [.. _mails.Where(m => m.Truth.Kind != ReplyKind.Other).SelectMany(m => m.Mail.Leaves).Where(l => l.Type.Contains(type, StringComparison.Ordinal))];

    private static int PageCount(byte[] pdf) => int.Parse(Count().Match(Encoding.Latin1.GetString(pdf)).Groups["pages"].Value, System.Globalization.CultureInfo.InvariantCulture);

    private string TextOf(byte[] pdf)
    {
        var path = Path.Combine(_run.Folder, "one.pdf");
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", [path, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return text;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"(?<=[\w.+-]@|https?://)[a-z0-9-]+(?:\.[a-z0-9-]+)+", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"/Type /Pages /Count (?<pages>\d+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Count();
}
