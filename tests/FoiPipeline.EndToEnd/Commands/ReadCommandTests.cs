using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Commands;

/// <summary><c>foi read</c> on the mails of a rehearsal, which carry every format.</summary>
public sealed class ReadCommandTests
{
    [Fact]
    public async Task Every_mail_gives_one_object_on_one_line_with_every_field()
    {
        using var folder = new TemporaryFolder();
        var demo = new Foi(folder.Below("demo"));
        await demo.RunAsync("demo", "--once", "--json", "--authorities", "30");
        var mails = Directory.EnumerateFiles(folder.Below("demo", "documents", "inbox"), "*.eml").Order(StringComparer.Ordinal).ToList();

        var reports = (await new Foi(folder.Below("none")).DoAsync(["read", .. mails, "--json"])).JsonLines();

        reports.Count.ShouldBe(mails.Count);
        string[] fields = ["file", "from", "to", "subject", "date", "messageId", "inReplyTo", "references", "kind", "confidence", "evidence", "body", "attachments", "problems"];
        reports.ShouldAllBe(r => fields.Except(r.EnumerateObject().Select(p => p.Name)).Any() == false);
        reports.Select(r => r.GetProperty("file").GetString()).ShouldBe(mails);
        var attachments = reports.SelectMany(r => r.GetProperty("attachments").EnumerateArray()).ToList();
        string[] ofAttachments = ["name", "type", "bytes", "sha256", "method", "text"];
        attachments.ShouldAllBe(a => ofAttachments.Except(a.EnumerateObject().Select(p => p.Name)).Any() == false);
        attachments.Select(a => a.GetProperty("type").GetString()).ShouldContain("pdf");
        attachments.ShouldContain(a => a.GetProperty("text").GetString()!.Length > 100);
    }

    [Fact]
    public async Task Text_documents_are_read_too_and_what_is_not_there_is_told()
    {
        using var folder = new TemporaryFolder();
        var foi = new Foi(folder.Below("data"));
        var letter = Path.Combine(Foi.ShippedRound, "letters", "initial.txt");

        (await foi.DoAsync("read", letter)).Out.ShouldContain("Freedom of Information");
        var missing = await foi.RunAsync("read", folder.Below("none.eml"), letter, "--json");

        missing.ExitCode.ShouldBe(1);
        missing.JsonLines().Count.ShouldBe(2);
        missing.JsonLines()[0].GetProperty("problems")[0].GetString()!.ShouldContain("cannot be read");
    }
}
