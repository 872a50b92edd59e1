using System.Diagnostics;

namespace FoiPipeline.ContractTests.SecondProcess;

/// <summary>This program once more, at work on a data folder.</summary>
internal sealed class JobProcess : IDisposable
{
    private readonly Process _process;

    private JobProcess(Process process) => _process = process;

    public static async Task<JobProcess> StartAsync(string job, string folder, string who = "x")
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "FoiPipeline.ContractTests"), [Job.Verb, job, folder, who])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var second = new JobProcess(Process.Start(start)!);
        (await second._process.StandardOutput.ReadLineAsync()).ShouldBe("ready .");
        return second;
    }

    /// <summary>Lets it begin, or end if it only holds something.</summary>
    public void Go()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
    }

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    /// <summary>The whole lines it still had to say.</summary>
    public async Task<List<string>> RestAsync()
    {
        var all = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return [.. all.Split('\n').Where(l => l.EndsWith(" .", StringComparison.Ordinal)).Select(l => l[..^2])];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
