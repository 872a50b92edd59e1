using System.Collections.Concurrent;
using FoiPipeline.Azure;

namespace FoiPipeline.Benchmarks.Azurite;

/// <summary>
/// Counts requests to a storage account, each attempt by itself, and reckons what they cost. Prices are those of <c>infra/README.md</c>: pounds for ten thousand
/// operations of general-purpose v2 storage, zone-redundant, hot. An entity-group transaction is billed as one.
/// </summary>
internal sealed class StorageBill
{
    private const double BlobWrites = 0.060;
    private const double BlobReads = 0.0038;
    private const double Queues = 0.0038;
    private const double Tables = 0.00035;

    private readonly ConcurrentDictionary<(StorageService Service, string Name), int> _counts = new();

    public void Add(StorageOperation operation) => _counts.AddOrUpdate((operation.Service, operation.Name), 1, (_, n) => n + 1);

    public int Count => _counts.Values.Sum();

    public double Pounds => _counts.Sum(c => c.Value * PriceOf(c.Key.Service, c.Key.Name) / 10_000);

    public IEnumerable<(string Operation, int Count)> Lines =>
        _counts.OrderBy(c => c.Key.Service).ThenByDescending(c => c.Value).Select(c => ($"{c.Key.Service} {c.Key.Name}", c.Value));

    public int Of(StorageService service) => _counts.Where(c => c.Key.Service == service).Sum(c => c.Value);

    private static double PriceOf(StorageService service, string name) => service switch
    {
        StorageService.Queue => Queues,
        StorageService.Table => Tables,
        _ => name.StartsWith("Put", StringComparison.Ordinal) || name.StartsWith("List", StringComparison.Ordinal) || name.StartsWith("Create", StringComparison.Ordinal)
            || name.StartsWith("Set", StringComparison.Ordinal) ? BlobWrites : BlobReads,
    };
}
