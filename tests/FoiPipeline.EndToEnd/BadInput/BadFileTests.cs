using System.Text;
using System.Text.Json;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.BadInput;

/// <summary>What comes in may be anything: each fault is told once and plainly, and the file is kept or left where it is.</summary>
public sealed class BadFileTests
{
    [Fact]
    public async Task An_empty_file_is_told_and_stops_nothing()
    {
        using var round = await SmallRound.OpenAsync(3);
        var empty = round.Write("empty.eml", "");

        Problems(await round.Foi.DoAsync("read", empty, "--json")).ShouldHaveSingleItem().ShouldContain("empty");
        var import = await round.Foi.RunAsync("import", empty, round.WriteMail("good.eml", "SV16-02N", "We do not hold this."));

        import.ExitCode.ShouldBe(1);
        import.Err.Trim().ShouldContain("empty.eml is empty");
        import.Err.Trim().ShouldNotContain("\n");
        import.Out.ShouldContain("1 mails imported");
    }

    [Fact]
    public async Task A_mail_that_was_cut_short_is_taken_in_with_what_is_left_of_it()
    {
        using var round = await SmallRound.OpenAsync(3);
        var cut = round.Write("cut.eml", "From: a@b.example\r\nDate: Mon, 18 Jul 2016 10:00:00 +0100\r\nSubject: SV16-02N\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n"
            + "--xx\r\nContent-Type: text/plain\r\n\r\nWe do not hold this information.\r\n--xx\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjcK");

        var report = (await round.Foi.DoAsync("read", cut, "--json")).JsonLines().ShouldHaveSingleItem();
        await round.Foi.DoAsync("import", cut);

        report.GetProperty("problems").EnumerateArray().Count(p => p.GetString()!.Contains("cut short", StringComparison.Ordinal)).ShouldBe(1);
        report.GetProperty("body").GetString()!.ShouldContain("We do not hold this information.");
        Stored(round).ShouldHaveSingleItem();
        (await round.TriageAsync()).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("%PDF-1.7\ngarbage")]
    [InlineData("\u0001\u0002\u0003\u0004\u0000\u0000\u0007 not a document at all \u0000\u0000")]
    public async Task A_PDF_that_is_none_is_told_once_and_goes_to_a_person(string content)
    {
        using var round = await SmallRound.OpenAsync(3);
        var pdf = round.Write("answer.pdf", content);
        var mail = round.Write("with.eml", "From: a@b.example\r\nDate: Mon, 18 Jul 2016 10:00:00 +0100\r\nSubject: SV16-02N response\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n"
            + "--xx\r\nContent-Type: text/plain\r\n\r\nPlease find our response attached.\r\n--xx\r\nContent-Type: application/pdf; name=answer.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\r\n--xx--\r\n");

        Problems(await round.Foi.DoAsync("read", pdf, "--json")).ShouldHaveSingleItem();
        await round.Foi.DoAsync("import", mail);

        var item = (await round.TriageAsync()).ShouldHaveSingleItem();
        item.GetProperty("question").GetString()!.ShouldContain("answer.pdf");
        Stored(round).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_attachment_of_200_MB_is_kept_told_once_and_costs_no_gigabytes()
    {
        using var round = await SmallRound.OpenAsync(3);
        var mail = WriteHugeMail(round, megabytes: 200);

        using var reading = round.Foi.Start("read", mail, "--json");
        var memory = await PeakAsync(reading);
        var read = await reading.ResultAsync();
        using var importing = round.Foi.Start("import", mail);
        memory = Math.Max(memory, await PeakAsync(importing));
        var import = await importing.ResultAsync();

        Problems(read).ShouldHaveSingleItem().ShouldContain("160 MB");
        import.ExitCode.ShouldBe(0, import.Err);
        import.Err.ShouldBeEmpty();
        var item = (await round.TriageAsync()).ShouldHaveSingleItem();
        item.GetProperty("question").GetString()!.ShouldContain("MB large");
        new FileInfo(Stored(round).ShouldHaveSingleItem()).Length.ShouldBe(new FileInfo(mail).Length);
        memory.ShouldBeLessThan(400L << 20);
    }

    [Fact]
    public async Task A_mail_just_small_enough_to_be_read_costs_no_multiple_gigabytes()
    {
        using var round = await SmallRound.OpenAsync(3);
        using var importing = round.Foi.Start("import", WriteHugeMail(round, megabytes: 100));

        var memory = await PeakAsync(importing);

        (await importing.ResultAsync()).ExitCode.ShouldBe(0);
        (await round.TriageAsync()).ShouldHaveSingleItem();
        memory.ShouldBeLessThan(1500L << 20);
    }

    [Fact]
    public async Task A_register_with_three_faults_gives_exactly_three_with_file_line_and_remedy()
    {
        using var round = await SmallRound.OpenAsync(6);
        var register = Path.Combine(round.Source, "authorities.csv");
        var lines = await File.ReadAllLinesAsync(register, TestContext.Current.CancellationToken);
        lines[2] = $"02N{lines[2][lines[2].IndexOf(',', StringComparison.Ordinal)..]}";
        lines[4] = lines[4].Replace("@", " at ", StringComparison.Ordinal);
        lines[6] = lines[6][lines[6].IndexOf(',', StringComparison.Ordinal)..];
        await File.WriteAllLinesAsync(register, lines, TestContext.Current.CancellationToken);

        var check = await round.Foi.RunAsync("check", round.Source);
        var json = (await round.Foi.RunAsync("check", round.Source, "--json")).Json();

        check.ExitCode.ShouldBe(1);
        var told = check.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        told.Length.ShouldBe(4, check.Out);
        told.Take(3).Select(l => l[..l.IndexOf(": ", StringComparison.Ordinal)]).ShouldBe(["authorities.csv:3", "authorities.csv:5", "authorities.csv:7"]);
        told[3].ShouldStartWith("3 errors");
        json.GetProperty("errors").GetInt32().ShouldBe(3);
        json.GetProperty("faults").EnumerateArray().ShouldAllBe(f => f.GetProperty("remedy").GetString()!.Length > 10);
        (await round.Foi.RunAsync("open", round.Source)).ShouldBeOneClearError().ShouldContain("authorities.csv:3");
    }

    private static List<string> Problems(FoiResult read) =>
        [.. read.JsonLines().ShouldHaveSingleItem().GetProperty("problems").EnumerateArray().Select((JsonElement p) => p.GetString()!)];

    private static string[] Stored(SmallRound round) => Directory.GetFiles(Path.Combine(round.Data, "documents", "inbox"));

    private static async Task<long> PeakAsync(RunningFoi running)
    {
        long peak = 0;
        while (!await running.EndsWithinAsync(TimeSpan.FromMilliseconds(50)))
        {
            peak = Math.Max(peak, running.PeakMemory());
        }

        return peak;
    }

    private static string WriteHugeMail(SmallRound round, int megabytes)
    {
        var path = round.Write("huge.eml", "From: a@b.example\r\nDate: Mon, 18 Jul 2016 10:00:00 +0100\r\nSubject: SV16-02N\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n"
            + "--xx\r\nContent-Type: text/plain\r\n\r\nPlease find our response attached.\r\n--xx\r\nContent-Type: application/octet-stream; name=all.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"{new string('A', 76)}\r\n", 1024 * 1024 / 57)));
        using var file = new FileStream(path, FileMode.Append);
        for (var i = 0; i < megabytes; i++)
        {
            file.Write(block);
        }

        file.Write("\r\n--xx--\r\n"u8);
        return path;
    }
}
