using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Commands;

/// <summary>What all verbs share: one sentence to standard error when something expected goes wrong, and exit code 1.</summary>
internal static class Verb
{
    public const int Fine = 0;

    public const int Failed = 1;

    public static Command Make(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction((parsed, cancel) => GuardAsync(() => run(parsed, cancel), cancel));
        return command;
    }

    /// <summary>A verb that looks at the round. Of a copy that the round has left behind it says so, because its figures stand still.</summary>
    public static Command MakeForRound(
        CommonOptions common, string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, OpenedRound, CancellationToken, Task<int>> run) =>
        MakeForRound(common, name, description, symbols, TellHomeAsync, run);

    private static Command MakeForRound(
        CommonOptions common, string name, string description, IEnumerable<Symbol> symbols, Func<OpenedRound, CancellationToken, Task> ask,
        Func<ParseResult, OpenedRound, CancellationToken, Task<int>> run) =>
        Make(name, description, symbols, async (parsed, cancel) =>
        {
            await using var round = await OpenedRound.OpenAsync(common.Choice(parsed), cancel).ConfigureAwait(false);
            await ask(round, cancel).ConfigureAwait(false);
            return await run(parsed, round, cancel).ConfigureAwait(false);
        });

    /// <summary>A verb that carries the round on, which only its home may.</summary>
    public static Command MakeToCarryOn(
        CommonOptions common, string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, OpenedRound, CancellationToken, Task<int>> run) =>
        MakeForRound(common, name, description, symbols, RequireHomeAsync, run);

    private static async Task TellHomeAsync(OpenedRound round, CancellationToken cancel)
    {
        if (await round.Pipeline.Home.ElsewhereAsync(cancel).ConfigureAwait(false) is { } elsewhere)
        {
            Output.Note($"foi: This is a copy as of when it was made; the round is carried on in {elsewhere}.");
        }
    }

    /// <exception cref="CommandException">The round is carried on elsewhere.</exception>
    public static async Task RequireHomeAsync(OpenedRound round, CancellationToken cancel)
    {
        if (await round.Pipeline.Home.ElsewhereAsync(cancel).ConfigureAwait(false) is { } elsewhere)
        {
            throw new CommandException(RoundHome.Sentence(elsewhere));
        }
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run, CancellationToken cancel)
    {
        // Only when this has returned does the command line know what to wait for at Ctrl+C; a verb that works for long before its first pause would be cut off with 130.
        await Task.Yield();
        using var telemetry = TelemetryExport.Start();
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("foi: stopped. Nothing is lost; the same command goes on where it was.").ConfigureAwait(false);
            return 130;
        }
        catch (Exception e) when (IsExpected(e))
        {
            await Console.Error.WriteLineAsync($"foi: {e.Message}").ConfigureAwait(false);
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"foi: {e.Message.TrimEnd('.')}: make room or give the right to write there, then run the same command again; nothing that was stored is lost.").ConfigureAwait(false);
            return Failed;
        }
        catch (Exception e) when (AppSettings.Get(AppSettings.Debug) is null)
        {
            await Console.Error.WriteLineAsync(
                $"foi: something went wrong that the program did not foresee ({e.GetType().Name}: {e.Message}). Nothing that was stored is lost. Run it again with FOI_DEBUG=1 for the details to report.").ConfigureAwait(false);
            return Failed;
        }
    }

    private static bool IsExpected(Exception e) =>
        e is StoreUnavailableException or TriageException or NoRoundException or FunctionAppException or ToolMissingException or HolidayTableEndsException
            or InvalidDataException or CommandException or CopyException;
}

/// <summary>A command cannot do what it was asked. The message is one sentence: what, where, what to do.</summary>
internal sealed class CommandException(string message) : Exception(message);
