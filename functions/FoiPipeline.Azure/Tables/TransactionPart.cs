using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>The service's answer to one action of a transaction.</summary>
internal sealed class TransactionPart(int status, string reason, IReadOnlyList<HttpHeader> headers, string body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override bool IsError => status >= 400;

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body), 0, Encoding.UTF8.GetByteCount(body), writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = "";

    /// <summary>Does nothing: as with every answer that is read to its end, its content outlives it.</summary>
    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => headers.Any(h => Is(h, name));

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = headers.FirstOrDefault(h => Is(h, name)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        string[] found = [.. headers.Where(h => Is(h, name)).Select(h => h.Value)];
        values = found.Length > 0 ? found : null;
        return values is not null;
    }

    private static bool Is(HttpHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
