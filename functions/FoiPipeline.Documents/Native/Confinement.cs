using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FoiPipeline.Documents.Native;

/// <summary>
/// What this machine offers to confine a child: <c>prlimit</c> for resources, <c>unshare</c> for a network of its own with nothing in it. Both are of
/// util-linux and replace themselves by the tool, so a run stays one process. Containers often forbid the second, hence it is tried once.
/// </summary>
internal sealed class Confinement
{
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(10);

    private readonly string? _prlimit;
    private readonly string? _unshare;

    private Confinement(string? prlimit, string? unshare)
    {
        _prlimit = prlimit;
        _unshare = unshare;
    }

    public bool LimitsResources => _prlimit is not null;

    public bool CutsNetwork => _unshare is not null;

    public static async Task<Confinement> FindAsync()
    {
        var harmless = ToolPath.Find("true");
        var prlimit = ToolPath.Find("prlimit");
        var unshare = ToolPath.Find("unshare");
        return new Confinement(
            await WorksAsync(prlimit, harmless, "--core=0", "--"),
            await WorksAsync(unshare, harmless, "--map-root-user", "--net", "--"));
    }

    /// <summary>The command line that runs the tool confined.</summary>
    public IReadOnlyList<string> Wrap(string program, IReadOnlyList<string> arguments, NativeLimits limits)
    {
        List<string> line = [];
        if (_unshare is not null)
        {
            line.AddRange([_unshare, "--map-root-user", "--net", "--"]);
        }

        if (_prlimit is not null)
        {
            line.Add(_prlimit);
            line.Add(Limit("as", limits.MemoryBytes));
            line.Add(Limit("cpu", (long)Math.Ceiling(limits.ProcessorTime.TotalSeconds)));
            line.Add(Limit("fsize", limits.FileBytes));
            line.Add(Limit("nproc", limits.Processes));
            line.AddRange(["--nofile=64", "--core=0", "--"]);
        }

        return [.. line, program, .. arguments];
    }

    private static string Limit(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");

    private static async Task<string?> WorksAsync(string? tool, string? harmless, params string[] arguments)
    {
        if (tool is null || harmless is null)
        {
            return null;
        }

        try
        {
            var start = new ProcessStartInfo(tool, [.. arguments, harmless]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start);
            using var time = new CancellationTokenSource(ProbeTime);
            await process!.WaitForExitAsync(time.Token);
            return process.ExitCode == 0 ? tool : null;
        }
        catch (Exception e) when (e is Win32Exception or OperationCanceledException)
        {
            return null;
        }
    }
}
