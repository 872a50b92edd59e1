using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Fakes;

/// <summary>Documents that are forgotten. It passes the same contract as the real stores.</summary>
public sealed class InMemoryDocumentStore(TimeProvider clock) : IDocumentStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (byte[] Bytes, DateTimeOffset Stored)> _documents = new(StringComparer.Ordinal);

    public async Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel)
    {
        DocumentName.Require(name);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        lock (_lock)
        {
            var created = _documents.TryAdd(name, (copy.ToArray(), clock.GetUtcNow()));
            var bytes = _documents[name].Bytes;
            return new DocumentPut(created, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel)
    {
        DocumentName.RequireReadable(name);
        lock (_lock)
        {
            return Task.FromResult<Stream?>(_documents.TryGetValue(name, out var document) ? new MemoryStream(document.Bytes, writable: false) : null);
        }
    }

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel)
    {
        DocumentName.RequirePrefix(prefix);
        lock (_lock)
        {
            return Stream(
                [.. _documents.Where(d => d.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(d => new DocumentInfo(d.Key, d.Value.Bytes.Length, d.Value.Stored))],
                cancel);
        }
    }

    private static async IAsyncEnumerable<DocumentInfo> Stream(IReadOnlyList<DocumentInfo> documents, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var document in documents)
        {
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            yield return document;
        }
    }
}
