using FoiPipeline.Composition;

namespace FoiPipeline.Doctor;

/// <summary>
/// Looks a laptop or a deployment over, from the machine up to the round, and changes nothing. A check that cannot be made is a finding like any other, so that one
/// broken thing does not hide the next.
/// </summary>
internal sealed class Examination(StoreChoice choice, TimeProvider clock)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var machine = await AllAsync(
            [
                ("machine", _ => Task.FromResult(MachineChecks.Look())),
                ("functions", _ => Task.FromResult(FunctionChecks.Look())),
                ("document tools", ToolChecks.LookAsync),
                ("telemetry", TelemetryChecks.LookAsync),
                ("sign-in", _ => Task.FromResult(SignInChecks.Look(AppSettings.Get))),
            ],
            cancel).ConfigureAwait(false);
        var store = await AllAsync(
            [
                ("data folder", _ => Task.FromResult(FolderChecks.Look(choice))),
                choice.Azure ? ("storage account", stop => AccountChecks.LookAsync(choice, stop)) : ("database", stop => DatabaseChecks.LookAsync(choice, stop)),
            ],
            cancel).ConfigureAwait(false);

        // Asking a store that cannot work about its round would say the same again, after every retry.
        var round = store.Exists(f => f.State == FindingState.Failed)
            ? [Finding.Warning("round", "The round was not looked at, because its store cannot be worked with.", "Mend the store first.")]
            : await GuardAsync("round", stop => RoundChecks.LookAsync(choice, clock, stop), cancel).ConfigureAwait(false);
        return [.. machine, .. store, .. round];
    }

    private static async Task<List<Finding>> AllAsync(
        (string Subject, Func<CancellationToken, Task<IReadOnlyList<Finding>>> Look)[] checks, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var (subject, look) in checks)
        {
            findings.AddRange(await GuardAsync(subject, look, cancel).ConfigureAwait(false));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> GuardAsync(
        string subject, Func<CancellationToken, Task<IReadOnlyList<Finding>>> look, CancellationToken cancel)
    {
        try
        {
            return await look(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return [Finding.Failed(subject, e.Message.ReplaceLineEndings(" "), "Mend what the sentence names, then run 'foi doctor' again.")];
        }
    }
}
