using System.Text.Json;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Demo;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_round_ends_where_the_simulator_knows_it_must()
    {
        var report = (await new Foi(_folder.Below("data")).DoAsync("demo", "--once", "--json")).Json();

        int Number(params string[] path) => path.Aggregate(report, (JsonElement at, string name) => at.GetProperty(name)).GetInt32();
        Number("letters", "sent").ShouldBe(209);
        Number("letters", "sentTwice").ShouldBe(0);
        Number("replies", "lost").ShouldBe(0);
        Number("replies", "collected").ShouldBeGreaterThan(209);
        Number("againstTruth", "misattributed").ShouldBe(0);
        report.GetProperty("response").GetProperty("rate").GetDouble().ShouldBe(report.GetProperty("againstTruth").GetProperty("rate").GetDouble(), report.ToString());
    }

    [Fact]
    public async Task The_demo_tells_a_person_what_happened_and_leaves_the_named_folder()
    {
        var foi = new Foi(_folder.Below("data"));
        _folder.Write("mine/ours.eml", "From: a@b.example\r\nSubject: Hello\r\nDate: Mon, 18 Jul 2016 10:00:00 +0100\r\nMessage-ID: <own@b.example>\r\n\r\nHello\r\n"u8);

        var told = await foi.DoAsync("demo", "--authorities", "10", "--with", _folder.Below("mine"));

        told.Out.ShouldContain("Compared with what the simulator knows to be true:");
        told.Out.ShouldContain("0 sent twice");
        told.Out.ShouldContain("Nothing left this machine.");
        told.Err.ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(foi.Data, "documents", "inbox")).ShouldContain(f => File.ReadAllText(f).Contains("<own@b.example>", StringComparison.Ordinal));
        (await foi.DoAsync("demo", "--authorities", "10", "--once", "--json")).Json().GetProperty("letters").GetProperty("sent").GetInt32().ShouldBe(10);
        Directory.Exists(foi.Data).ShouldBeTrue("a folder that somebody named is never deleted");
        (await foi.RunAsync("demo", "--authorities", "11", "--once")).ShouldBeOneClearError().ShouldContain("holds another round");
        (await foi.RunAsync("demo", "--authorities", "0")).ShouldBeOneClearError().ShouldContain("--authorities");
    }
}
