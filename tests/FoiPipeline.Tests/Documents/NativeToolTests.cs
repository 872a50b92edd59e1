using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Documents.Native;

namespace FoiPipeline.Tests.Documents;

/// <summary>The runner, tried with shells and sleepers instead of tools.</summary>
public sealed class NativeToolTests
{
    private static readonly NativeLimits Generous = new(
        TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(10), MemoryBytes: 1L << 30, FileBytes: 1 << 20, OutputBytes: 1 << 20, Processes: 4096);

    private readonly NativeTool _runner = new();

    [Fact]
    public async Task What_a_tool_prints_and_says_and_its_exit_code_come_back()
    {
        var run = await Shell("echo out; echo err >&2; exit 3", Generous);

        run.End.ShouldBe(NativeEnd.Exited);
        run.ExitCode.ShouldBe(3);
        Encoding.UTF8.GetString(run.Output.Span).ShouldBe("out\n");
        run.Errors.ShouldBe("err\n");
    }

    [Fact]
    public async Task Arguments_are_never_seen_by_a_shell()
    {
        var run = await _runner.RunAsync(Tool("echo"), ["$(id)", "; ls", "a b"], Path.GetTempPath(), Generous, CancellationToken.None);

        Encoding.UTF8.GetString(run.Output.Span).ShouldBe("$(id) ; ls a b\n");
    }

    [Fact]
    public async Task A_tool_sees_a_minimal_environment_and_an_empty_standard_input()
    {
        Environment.SetEnvironmentVariable("FOI_TEST_SECRET", "hidden");

        var run = await Shell("cat; env", Generous);

        var seen = Encoding.UTF8.GetString(run.Output.Span);
        seen.ShouldNotContain("FOI_TEST_SECRET");
        seen.ShouldContain("LC_ALL=C.UTF-8");
    }

    [Fact]
    public async Task A_slow_tool_is_killed_with_its_descendants()
    {
        var run = await Shell("echo $$; sleep 300 & echo $!; sleep 300", Generous with { WallClock = TimeSpan.FromMilliseconds(300) });

        run.End.ShouldBe(NativeEnd.TimedOut);
        var pids = Encoding.UTF8.GetString(run.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        pids.Length.ShouldBe(2);
        pids.ShouldAllBe(pid => !IsAlive(pid));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_his_cancellation_and_leaves_no_process()
    {
        using var cancel = new CancellationTokenSource();
        var note = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var running = _runner.RunAsync(Tool("sh"), ["-c", "echo $$ > " + note + "; sleep 300"], Path.GetTempPath(), Generous, cancel.Token);
        while (!File.Exists(note) || new FileInfo(note).Length == 0)
        {
            await Task.Delay(10);
        }

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        IsAlive((await File.ReadAllTextAsync(note)).Trim()).ShouldBeFalse();
        File.Delete(note);
    }

    [Fact]
    public async Task A_tool_that_prints_without_end_is_stopped_at_the_limit()
    {
        var run = await Shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", Generous with { OutputBytes = 10_000 });

        run.End.ShouldBe(NativeEnd.OutputCut);
        run.Output.Length.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_tool_that_complains_without_end_is_heard_in_part_and_let_finish()
    {
        var run = await Shell("head -c 1000000 /dev/zero | tr '\\0' x >&2; echo done", Generous);

        run.End.ShouldBe(NativeEnd.Exited);
        run.Errors.Length.ShouldBeLessThan(100_000);
        Encoding.UTF8.GetString(run.Output.Span).ShouldBe("done\n");
    }

    [Fact]
    public async Task Memory_files_and_processor_time_are_limited_where_prlimit_is_installed()
    {
        NeedsPrlimit(await _runner.ConfinementAsync());

        var run = await Shell("ulimit -v; ulimit -t; ulimit -f", Generous);

        Encoding.UTF8.GetString(run.Output.Span).Split('\n')[..2].ShouldBe([(1L << 20).ToString(CultureInfo.InvariantCulture), "10"]);
    }

    [Fact]
    public async Task Processor_time_ends_a_busy_tool()
    {
        NeedsPrlimit(await _runner.ConfinementAsync());

        var run = await Shell("while :; do :; done", Generous with { ProcessorTime = TimeSpan.FromSeconds(1), WallClock = TimeSpan.FromMinutes(5) });

        run.WasEndedBySignal.ShouldBeTrue();
    }

    [Fact]
    public async Task No_network_is_left_where_the_machine_can_cut_it()
    {
        if (!(await _runner.ConfinementAsync()).CutsNetwork)
        {
            Assert.Skip("this machine does not let a process have a network of its own");
        }

        var run = await Shell("cat /proc/net/dev", Generous);

        var devices = Encoding.UTF8.GetString(run.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(l => l.Split(':')[0].Trim());
        devices.ShouldBe(["lo"]);
    }

    [Fact]
    public async Task A_scratch_folder_holds_its_file_and_is_gone_afterwards()
    {
        string path;
        using (var folder = await ScratchFolder.WithFileAsync(null, "a.txt", "abc"u8.ToArray(), CancellationToken.None))
        {
            path = folder.Path;
            (await File.ReadAllTextAsync(Path.Combine(path, "a.txt"))).ShouldBe("abc");
        }

        Directory.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_temporary_folder_that_cannot_be_written_is_no_fault_of_the_document()
    {
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(missing, "");

        var fault = await Should.ThrowAsync<StoreUnavailableException>(
            () => ScratchFolder.WithFileAsync(missing, "a.txt", "abc"u8.ToArray(), CancellationToken.None));

        fault.Message.ShouldContain(missing);
        File.Delete(missing);
    }

    private Task<NativeOutcome> Shell(string script, NativeLimits limits) =>
        _runner.RunAsync(Tool("sh"), ["-c", script], Path.GetTempPath(), limits, CancellationToken.None);

    private static string Tool(string name) => ToolPath.Find(name).ShouldNotBeNull();

    private static void NeedsPrlimit(Confinement confinement)
    {
        if (!confinement.LimitsResources)
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNullOrEmpty("prlimit (util-linux) must be installed on the build server.");
            Assert.Skip("prlimit is not installed");
        }
    }

    private static bool IsAlive(string pid)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
            return !process.HasExited && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
