using Azure;

namespace FoiPipeline.Azure;

/// <summary>
/// Looks whether a round can work in the account, with one question to each service: what it holds. That tells whether the service can be reached,
/// lets us in, has the time we have, and has everything of <see cref="StorageLayout"/>. What must work first stands first.
/// </summary>
/// <param name="place">The account.</param>
/// <param name="clients">The services.</param>
/// <param name="clock">The machine's clock.</param>
internal sealed class StorageCheck(string place, StorageClients clients, TimeProvider clock)
{
    public async Task<IReadOnlyList<StorageFinding>> RunAsync(CancellationToken cancel)
    {
        var services = await Task.WhenAll(
            AskAsync(StorageService.Blob, "containers", StorageLayout.Containers, clients.Blobs.GetBlobContainersAsync(cancellationToken: cancel), c => c.Name, cancel),
            AskAsync(StorageService.Queue, "queues", StorageLayout.Queues, clients.Queues.GetQueuesAsync(cancellationToken: cancel), q => q.Name, cancel),
            AskAsync(StorageService.Table, "tables", StorageLayout.Tables, clients.Tables.QueryAsync(cancellationToken: cancel), t => t.Name, cancel));
        return [Clock(services), .. services.Select(Reached), .. services.Where(s => s.Fault is null).Select(Complete)];
    }

    private async Task<Answer> AskAsync<T>(
        StorageService service, string kind, IReadOnlyList<string> wanted, AsyncPageable<T> list, Func<T, string> nameOf, CancellationToken cancel)
        where T : notnull
    {
        TimeSpan? skew = null;
        try
        {
            var there = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var page in list.AsPages())
            {
                skew ??= ClockSkew.Measure(page.GetRawResponse(), clock);
                there.UnionWith(page.Values.Select(nameOf));
            }

            return new Answer(service, kind, wanted, [.. wanted.Where(name => !there.Contains(name))], skew, null);
        }
        catch (Exception fault) when (StorageFaults.Is(fault) || StorageFaults.IsSilence(fault, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            var refusal = StorageOutages.Answer(fault)?.GetRawResponse();
            return new Answer(service, kind, wanted, [], refusal is null ? null : ClockSkew.Measure(refusal, clock), fault);
        }
    }

    private StorageFinding Clock(IReadOnlyList<Answer> services)
    {
        if (services.Select(s => s.Skew).OfType<TimeSpan>().Select(ClockSkew.Explain).FirstOrDefault() is { } wrong)
        {
            return new StorageFinding("clock", false, $"{wrong.TrimEnd('.')} (compared with the storage account {place}).");
        }

        return services.Any(s => s.Skew is not null)
            ? new StorageFinding("clock", true, $"This machine's clock agrees with the storage account {place}.")
            : new StorageFinding("clock", true, "This machine's clock was not compared, because no service answered.");
    }

    private StorageFinding Reached(Answer answer) => new(
        $"{answer.Service} service",
        answer.Fault is null,
        answer.Fault is null
            ? $"The {answer.Service} service of the storage account {place} answers and lets us in."
            : StorageFaults.Explain(answer.Fault, place, $"its {answer.Service} service was not reached", answer.Service).Message);

    private StorageFinding Complete(Answer answer) => new(
        answer.Kind,
        answer.Missing.Count == 0,
        answer.Missing.Count == 0
            ? $"The {answer.Kind} {string.Join(", ", answer.Wanted)} are there."
            : $"The storage account {place} has not got the {answer.Kind} {string.Join(", ", answer.Missing)}: deploy infra/main.bicep, or run `foi open`, which makes what is missing.");

    private sealed record Answer(
        StorageService Service, string Kind, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing, TimeSpan? Skew, Exception? Fault);
}
