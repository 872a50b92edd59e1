using System.Diagnostics;
using System.Globalization;
using FoiPipeline.Azure;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.SecondProcess;

/// <summary>This program once more, at work on a data folder or a storage account.</summary>
internal sealed class JobProcess : IDisposable
{
    private readonly Process _process;

    private JobProcess(Process process) => _process = process;

    public static Task<JobProcess> StartAsync(string job, string folder, string who = "x", int times = 0) => StartAsync(Prepare(job, folder, who, times));

    public static Task<JobProcess> StartAsync(string job, EmulatedAccount account, string who, int times = 0)
    {
        var start = Prepare(job, Job.Account, who, times);
        start.Environment[StorageSettings.Connection] = account.ConnectionString;
        return StartAsync(start);
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

    private static ProcessStartInfo Prepare(string job, string place, string who, int times) =>
        new(Path.Combine(AppContext.BaseDirectory, "FoiPipeline.ContractTests"), [Job.Verb, job, place, who, times.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

    private static async Task<JobProcess> StartAsync(ProcessStartInfo start)
    {
        var second = new JobProcess(Process.Start(start)!);
        (await second._process.StandardOutput.ReadLineAsync()).ShouldBe("ready .");
        return second;
    }
}
