namespace FoiPipeline.Azure.Tables;

/// <summary>What a connection string says about the Table service: names and values with <c>=</c> between and <c>;</c> behind them.</summary>
internal sealed record TableConnectionString(Uri Endpoint, Uri? Secondary, TableSharedKeyCredential Credential)
{
    // The emulator's account and key are the same everywhere and published by its makers.
    private const string Emulator =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    /// <exception cref="FormatException">The text is no connection string, or lacks the account's name or key.</exception>
    public static TableConnectionString Parse(string text)
    {
        var parts = Split(text);
        if (string.Equals(parts.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            parts = Split(Emulator);
        }

        var account = Require(parts, "AccountName");
        return new TableConnectionString(
            EndpointOf(parts, account), SecondaryOf(parts), new TableSharedKeyCredential(account, Require(parts, "AccountKey")));
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw new FormatException("This is no connection string: it consists of Name=Value; each name once.");
            }
        }

        return parts;
    }

    private static string Require(Dictionary<string, string> parts, string name) => parts.GetValueOrDefault(name) is { Length: > 0 } value
        ? value
        : throw new FormatException($"The connection string has no {name}: take one with the account's name and key.");

    private static Uri EndpointOf(Dictionary<string, string> parts, string account) => parts.TryGetValue("TableEndpoint", out var endpoint)
        ? new Uri(endpoint)
        : new Uri($"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");

    private static Uri? SecondaryOf(Dictionary<string, string> parts) => parts.TryGetValue("TableSecondaryEndpoint", out var endpoint) ? new Uri(endpoint) : null;
}
