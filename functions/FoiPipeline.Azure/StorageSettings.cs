using Azure.Core;
using Azure.Identity;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// Which storage account holds the round and who we are there, from the settings that the Functions host's bindings use as well:
/// <c>FoiStorage</c> (a connection string), or <c>FoiStorage__accountName</c>, or the three <c>FoiStorage__blobServiceUri</c>,
/// <c>FoiStorage__queueServiceUri</c> and <c>FoiStorage__tableServiceUri</c>, the latter two with <c>FoiStorage__credential</c> =
/// <c>managedidentity</c> and <c>FoiStorage__clientId</c> in the cloud, and without them after <c>az login</c> on a laptop.
/// </summary>
public sealed class StorageSettings
{
    public const string Connection = "FoiStorage";
    public const string AccountName = Connection + "__accountName";
    public const string BlobServiceUri = Connection + "__blobServiceUri";
    public const string QueueServiceUri = Connection + "__queueServiceUri";
    public const string TableServiceUri = Connection + "__tableServiceUri";
    public const string CredentialKind = Connection + "__credential";
    public const string ClientId = Connection + "__clientId";

    internal StorageSettings(string account, Uri blobs, Uri queues, Uri tables, StorageCredential credential) =>
        (Account, Blobs, Queues, Tables, Credential) = (account, blobs, queues, tables, credential);

    /// <summary>The account's name, for a person.</summary>
    public string Account { get; }

    /// <summary>Address of the account's Blob service, without any secret.</summary>
    public Uri Blobs { get; }

    /// <summary>Address of the account's Queue service, without any secret.</summary>
    public Uri Queues { get; }

    /// <summary>Address of the account's Table service, without any secret.</summary>
    public Uri Tables { get; }

    internal StorageCredential Credential { get; }

    /// <param name="setting">A setting's value by its name; nothing or empty when it is not set.</param>
    /// <exception cref="StoreUnavailableException">A setting is missing or makes no sense. The sentence names it and says what to do; no value that may be secret is in it.</exception>
    public static StorageSettings Read(Func<string, string?> setting)
    {
        string? Value(string name) => setting(name)?.Trim() is { Length: > 0 } value ? value : null;
        var identityBased = Array.Find([AccountName, BlobServiceUri, QueueServiceUri, TableServiceUri], name => Value(name) is not null);
        return (Value(Connection), identityBased) switch
        {
            (null, null) => throw Fault($"No storage account is named: set {AccountName} to its name, or {Connection} to a connection string"),
            ({ }, { } other) => throw Fault($"{Connection} and {other} are both set, and only one can be meant: remove one of them"),
            ({ } text, _) => StorageConnectionString.Parse(text),
            _ => WithIdentity(Value),
        };
    }

    internal static StoreUnavailableException Fault(string sentence, Exception? inner = null) => new(sentence + ".", inner);

    private static StorageSettings WithIdentity(Func<string, string?> value)
    {
        var identity = new StorageCredential.Identity(TokensFor(value));
        if (value(AccountName) is not { } name)
        {
            return FromUris(value, identity);
        }

        if (Array.Find([BlobServiceUri, QueueServiceUri, TableServiceUri], uri => value(uri) is not null) is { } other)
        {
            throw Fault($"{AccountName} and {other} are both set, and only one can be meant: remove one of them");
        }

        if (name.Length is < 3 or > 24 || !name.All(char.IsAsciiLetterOrDigit) || name.Any(char.IsAsciiLetterUpper))
        {
            throw Fault($"{AccountName} is not the name of a storage account: set it to the name alone, 3 to 24 lower-case letters and digits");
        }

        Uri Of(string service) => new($"https://{name}.{service}.core.windows.net/");
        return new StorageSettings(name, Of("blob"), Of("queue"), Of("table"), identity);
    }

    private static StorageSettings FromUris(Func<string, string?> value, StorageCredential identity)
    {
        Uri Of(string setting) => value(setting) is { } text
            ? StorageEndpoint.Parse(setting, text, identity)
            : throw Fault($"{setting} is not set although others of its kind are: set {BlobServiceUri}, {QueueServiceUri} and {TableServiceUri}, or {AccountName} alone");
        var blobs = Of(BlobServiceUri);
        return new StorageSettings(StorageEndpoint.AccountOf(blobs), blobs, Of(QueueServiceUri), Of(TableServiceUri), identity);
    }

    private static TokenCredential TokensFor(Func<string, string?> value)
    {
        var client = value(ClientId);
        if (client is not null && !Guid.TryParse(client, out _))
        {
            throw Fault($"{ClientId} is not a client id: set it to the identity's client id, which looks like 01234567-89ab-cdef-0123-456789abcdef");
        }

        return value(CredentialKind) switch
        {
            null => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client }),
            { } word when word.Equals("managedidentity", StringComparison.OrdinalIgnoreCase) => new ManagedIdentityCredential(
                client is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(client)),
            _ => throw Fault($"{CredentialKind} can only be 'managedidentity': set it so in the cloud, and remove it on a laptop, where `az login` is used"),
        };
    }
}
