namespace FoiPipeline.Azure;

/// <summary>A storage account's connection string, as the portal shows it and as the emulator's documentation gives it.</summary>
internal static class StorageConnectionString
{
    private const string EmulatorAccount = "devstoreaccount1";

    // The emulator's own key, the same in every installation and printed in its documentation: no secret.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static StorageSettings Parse(string text)
    {
        var parts = Split(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return emulator.Equals("true", StringComparison.OrdinalIgnoreCase) ? Emulator() : throw Malformed("UseDevelopmentStorage can only be true");
        }

        var credential = CredentialIn(parts);
        Uri Of(string service) => EndpointOf(parts, service, credential);
        var blobs = Of("Blob");
        var account = parts.GetValueOrDefault("AccountName") ?? StorageEndpoint.AccountOf(blobs);
        return new StorageSettings(account, blobs, Of("Queue"), Of("Table"), credential);
    }

    private static StorageSettings Emulator()
    {
        Uri Of(int port) => new($"http://127.0.0.1:{port}/{EmulatorAccount}");
        return new StorageSettings(EmulatorAccount, Of(10000), Of(10001), Of(10002), new StorageCredential.Key(EmulatorAccount, EmulatorKey));
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw Malformed("its parts are not all of the form Name=value, each name once");
            }
        }

        return parts;
    }

    private static StorageCredential CredentialIn(Dictionary<string, string> parts)
    {
        if (parts.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new StorageCredential.Signature(signature.TrimStart('?'));
        }

        if (!parts.TryGetValue("AccountName", out var account) || account.Length == 0)
        {
            throw Malformed("it has no AccountName");
        }

        if (!parts.TryGetValue("AccountKey", out var key) || key.Length == 0)
        {
            throw Malformed("it has no AccountKey");
        }

        return Convert.TryFromBase64String(key, new byte[key.Length], out _)
            ? new StorageCredential.Key(account, key)
            : throw Malformed("its AccountKey is not Base64, as if a part of it were missing");
    }

    private static Uri EndpointOf(Dictionary<string, string> parts, string service, StorageCredential credential)
    {
        if (parts.TryGetValue(service + "Endpoint", out var endpoint))
        {
            return StorageEndpoint.Parse($"{service}Endpoint in {StorageSettings.Connection}", endpoint, credential);
        }

        if (!parts.TryGetValue("AccountName", out var account))
        {
            throw Malformed($"it has neither {service}Endpoint nor AccountName");
        }

        var scheme = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return StorageEndpoint.Parse(StorageSettings.Connection, $"{scheme}://{account}.{service.ToLowerInvariant()}.{suffix}/", credential);
    }

    private static Exception Malformed(string what) =>
        StorageSettings.Fault($"{StorageSettings.Connection} is not a connection string, because {what}: copy the whole of it from the account's access keys, or set it to UseDevelopmentStorage=true for the emulator");
}
