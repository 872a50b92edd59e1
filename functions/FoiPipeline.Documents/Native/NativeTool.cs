using System.Diagnostics;
using System.Text;

namespace FoiPipeline.Documents.Native;

/// <summary>
/// Runs a native tool on hostile input: confined as far as the machine allows, no shell, arguments as a list, nothing on standard input, a minimal
/// environment, killed with all its descendants when its time, its output or the caller's patience is over.
/// </summary>
internal sealed class NativeTool
{
    private const int MostErrors = 64 * 1024;

    /// <summary>A killed tree closes its pipes; this long we wait for a descendant that slipped away and still holds one.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Lazy<Task<Confinement>> _confinement = new(Confinement.FindAsync);

    public Task<Confinement> ConfinementAsync() => _confinement.Value;

    /// <param name="program">Full path of the tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Working folder, also its home and temporary folder.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="cancel">Kills it.</param>
    public async Task<NativeOutcome> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, NativeLimits limits, CancellationToken cancel)
    {
        var line = (await ConfinementAsync()).Wrap(program, arguments, limits);
        cancel.ThrowIfCancellationRequested();
        using var process = Process.Start(Describe(line, folder))!;
        process.StandardInput.Close();

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(limits.WallClock);
        await using var killing = time.Token.Register(() => Kill(process));
        var errors = BoundedPipe.ReadAsync(process.StandardError.BaseStream, MostErrors, whenFull: null);
        var output = BoundedPipe.ReadAsync(process.StandardOutput.BaseStream, limits.OutputBytes, whenFull: () => Kill(process));
        var ended = await EndAsync(process, Task.WhenAll(output, errors), time.Token);

        cancel.ThrowIfCancellationRequested();
        var printed = output.IsCompletedSuccessfully ? await output : BoundedPipe.Nothing;
        var said = errors.IsCompletedSuccessfully ? await errors : BoundedPipe.Nothing;
        return new NativeOutcome(
            printed.IsCut ? NativeEnd.OutputCut : time.IsCancellationRequested || !ended ? NativeEnd.TimedOut : NativeEnd.Exited,
            ended ? process.ExitCode : -1,
            printed.Bytes,
            Encoding.UTF8.GetString(said.Bytes.Span));
    }

    /// <returns>Whether it ended by itself or by our hand, with its pipes closed.</returns>
    private static async Task<bool> EndAsync(Process process, Task pipes, CancellationToken time)
    {
        try
        {
            await pipes.WaitAsync(time);
            await process.WaitForExitAsync(time);
            return true;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested)
        {
            return await FarewellAsync(process, pipes);
        }
    }

    private static async Task<bool> FarewellAsync(Process process, Task pipes)
    {
        try
        {
            await pipes.WaitAsync(Farewell);
            await process.WaitForExitAsync().WaitAsync(Farewell);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> line, string folder)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended at the same moment.
        }
        catch (AggregateException)
        {
            // Some of its descendants ended at the same moment.
        }
    }
}
