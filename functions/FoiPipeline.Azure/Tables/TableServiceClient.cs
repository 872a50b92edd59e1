using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure.Tables;

/// <summary>A table of an account.</summary>
/// <param name="Name">Letters and digits; the service tells no upper from lower case.</param>
public sealed record TableItem(string Name);

/// <summary>
/// The Table service of one storage account. Stands for the class of the same name in Azure.Data.Tables 12, with the part of it that we use, under the
/// same names: to change over, replace the namespace and write <c>&lt;TableEntity&gt;</c> behind the methods that read rows.
/// </summary>
public sealed class TableServiceClient
{
    private const string StorageScope = "https://storage.azure.com/.default";

    private readonly TablePipeline _pipeline;

    /// <param name="connectionString">Of the account, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">How to speak to it.</param>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(StorageConnectionString.Parse(connectionString), options ?? new TableClientOptions())
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, credential.AccountName, new TableSharedKeyPolicy(credential, (options ??= new TableClientOptions()).Clock), options)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(endpoint, AccountOf(endpoint), new TableSasPolicy(credential), options ?? new TableClientOptions())
    {
    }

    /// <param name="endpoint"><c>https://account.table.core.windows.net</c></param>
    /// <param name="tokenCredential">Whoever asks needs the role Storage Table Data Contributor.</param>
    /// <param name="options">How to speak to it.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, AccountOf(endpoint), new BearerTokenAuthenticationPolicy(tokenCredential, StorageScope), options ?? new TableClientOptions())
    {
    }

    private TableServiceClient(StorageSettings settings, TableClientOptions options)
        : this(settings.Tables, settings.Account, AuthenticationOf(settings.Credential, options), options)
    {
    }

    private TableServiceClient(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        Uri = endpoint;
        _pipeline = new TablePipeline(endpoint, accountName, authentication, options);
    }

    public Uri Uri { get; }

    public string AccountName => _pipeline.AccountName;

    public TableClient GetTableClient(string tableName) => new(_pipeline, tableName);

    /// <summary>The account's tables, or those that fit a filter like <c>TableName eq 'register'</c>.</summary>
    public AsyncPageable<TableItem> QueryAsync(string? filter = null, CancellationToken cancellationToken = default) =>
        new TablePageable<TableItem>((token, cancel) => ReadPageAsync(filter, token, cancel), cancellationToken);

    private static HttpPipelinePolicy AuthenticationOf(StorageCredential credential, TableClientOptions options) => credential switch
    {
        StorageCredential.Key key => new TableSharedKeyPolicy(new TableSharedKeyCredential(key.Account, key.Base64), options.Clock),
        StorageCredential.Signature signature => new TableSasPolicy(new AzureSasCredential(signature.Query)),
        _ => throw new InvalidOperationException("A connection string names no identity."),
    };

    // The emulator, asked by number, has the account in the path.
    private static string AccountOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns ? endpoint.Host.Split('.')[0] : endpoint.Segments[^1].Trim('/');

    private async Task<Page<TableItem>> ReadPageAsync(string? filter, string? token, CancellationToken cancel)
    {
        string?[] query = [filter is null ? null : $"$filter={TablePipeline.Escape(filter)}", token is null ? null : $"NextTableName={TablePipeline.Escape(token)}"];
        using var message = _pipeline.Create(RequestMethod.Get, $"Tables?{string.Join('&', query.OfType<string>())}".TrimEnd('?'));
        var response = await _pipeline.SendExpectingSuccessAsync(message, cancel);
        var tables = _pipeline.Read<TableItem[]>(
            response, json => [.. json.GetProperty("value").EnumerateArray().Select(t => new TableItem(t.GetProperty("TableName").GetString()!))]);
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues(tables, next, response);
    }
}
