using System.Diagnostics;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>One run of the program that has not ended, or whose end is to be looked at.</summary>
public sealed class RunningFoi : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _err;
    private readonly System.Text.StringBuilder _said = new();

    internal RunningFoi(Process process)
    {
        _process = process;
        _process.StandardInput.Close();
        _out = process.StandardOutput.ReadToEndAsync();
        _err = ListenAsync();
    }

    /// <summary>What it has written to standard error by now.</summary>
    public string SaidSoFar
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

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
    public void Interrupt()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -INT {_process.Id}"]);
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

    private async Task<string> ListenAsync()
    {
        var buffer = new char[4096];
        int read;
        while ((read = await _process.StandardError.ReadAsync(buffer)) > 0)
        {
            lock (_said)
            {
                _said.Append(buffer, 0, read);
            }
        }

        return SaidSoFar;
    }
}
