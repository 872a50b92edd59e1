using System.Diagnostics;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>One run of the program that has not ended, or whose end is to be looked at.</summary>
public sealed class RunningFoi : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _err;
    private readonly System.Text.StringBuilder _said = new();
    private readonly System.Text.StringBuilder _written = new();

    internal RunningFoi(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _out = ListenAsync(process.StandardOutput, _written);
        _err = ListenAsync(process.StandardError, _said);
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it has written to standard error by now.</summary>
    public string SaidSoFar => Heard(_said);

    /// <summary>What it has written to standard output by now.</summary>
    public string WrittenSoFar => Heard(_written);

    public async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL to the program and what it started: not a word of farewell.</summary>
    /// <returns>Whether it was still running.</returns>
    public bool Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        return _process.ExitCode != 0;
    }

    /// <summary>Ctrl+C.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>SIGTERM: what stops a container.</summary>
    public void Terminate() => Signal("TERM");

    private void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    public async Task SaysAsync(string words)
    {
        for (var waited = 0; !SaidSoFar.Contains(words, StringComparison.Ordinal); waited++)
        {
            (_process.HasExited || waited > 2400).ShouldBeFalse($"'{words}' was never said, but: {SaidSoFar}");
            await Task.Delay(25);
        }
    }

    /// <summary>The most memory it has used so far, in bytes.</summary>
    public long PeakMemory()
    {
        _process.Refresh();
        return _process.HasExited ? 0 : _process.PeakWorkingSet64;
    }

    public async Task<FoiResult> ResultAsync()
    {
        await _process.WaitForExitAsync();
        return new FoiResult(_process.ExitCode, await _out, await _err);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static string Heard(System.Text.StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static async Task<string> ListenAsync(StreamReader stream, System.Text.StringBuilder into)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            lock (into)
            {
                into.Append(buffer, 0, read);
            }
        }

        return Heard(into);
    }
}
