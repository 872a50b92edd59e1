using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Foi _foi;

    public CommandLineTests() => _foi = new Foi(_folder.Below("data"));

    public static TheoryData<string> Verbs { get; } =
    [
        "check", "preview", "open", "send", "run", "serve", "import", "status", "log", "triage", "read", "attach", "judge", "set-aside", "done", "answer", "resend", "settle", "note",
        "hold", "release", "withdraw", "retry", "export", "due", "rebuild", "doctor", "copy", "home", "demo",
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var help = (await _foi.DoAsync("--help")).Out;

        var listed = help.Split("Commands:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split(' ')[0]).Where(v => v.Length > 0);
        listed.ShouldBe(Verbs.Select(v => v.Data), ignoreOrder: true);
        (await _foi.DoAsync()).Out.ShouldBe(help);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_a_verb_says_what_it_does(string verb)
    {
        var help = (await _foi.DoAsync(verb, "--help")).Out;

        help.ShouldContain($"foi {verb}");
        help.Split('\n')[1].Trim().Length.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("'bogus'", "bogus")]
    [InlineData("'--bogus'", "send", "--bogus")]
    [InlineData("'--authorities'", "demo", "--authorities", "many")]
    [InlineData("'--received'", "due")]
    [InlineData("'CODE'", "log")]
    [InlineData("'yesterday'", "due", "--received", "yesterday")]
    [InlineData("offset", "due", "--received", "2016-07-01T16:55")]
    [InlineData("no such folder", "demo", "--with", "/nowhere/at/all")]
    public async Task A_misunderstanding_is_told_in_one_line(string expected, params string[] words) =>
        (await _foi.RunAsync(words)).ShouldBeOneClearError().ShouldContain(expected);

    [Theory]
    [InlineData("send")]
    [InlineData("run")]
    [InlineData("status", "--json")]
    [InlineData("triage", "--json")]
    [InlineData("log", "02N")]
    [InlineData("import", "x.eml")]
    [InlineData("export", "tables")]
    [InlineData("rebuild")]
    [InlineData("retry")]
    [InlineData("attach", "abcd", "02N")]
    public async Task Without_a_round_a_command_says_how_to_open_one(params string[] words)
    {
        (await _foi.RunAsync(words)).ShouldBeOneClearError().ShouldContain("foi open DIR");
        Directory.Exists(_foi.Data).ShouldBeFalse("a question about a folder does not make it");
    }

    [Fact]
    public async Task Due_dates_come_with_their_reasons()
    {
        var due = (await _foi.DoAsync("due", "--received", "2016-07-01T16:55+01:00", "--json")).Json();

        due.GetProperty("strict").GetString().ShouldBe("2016-08-02");
        due.GetProperty("lenient").GetString().ShouldBe("2016-08-02");
        due.GetProperty("ceiling").GetString().ShouldBe("2016-08-31");
        due.GetProperty("because").EnumerateArray().ShouldContain(d => d.GetRawText().Contains("2016-07-12", StringComparison.Ordinal));
        (await _foi.DoAsync("due", "--received", "2016-07-01")).Out.ShouldContain("Tue 02 Aug 2016");
    }
}
