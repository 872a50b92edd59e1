using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure.Tables;

/// <summary>Sends requests to one account's Table service and turns its refusals into <see cref="RequestFailedException"/>.</summary>
internal sealed class TablePipeline
{
    public const string Accept = "application/json;odata=minimalmetadata";
    public const string ContentType = "application/json;odata=nometadata";
    public const string DataServiceVersion = "3.0";

    // The first version that takes tokens of Microsoft Entra.
    private const string ServiceVersion = "2020-12-06";

    private readonly HttpPipeline _pipeline;

    public TablePipeline(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        Endpoint = endpoint.AbsoluteUri.TrimEnd('/');
        AccountName = accountName;
        Errors = new TableErrors(options.Clock);
        HttpPipelinePolicy[] perTry = options.GeoRedundantSecondaryUri is { } secondary
            ? [new SecondaryReadPolicy(endpoint, secondary), authentication]
            : [authentication];
        _pipeline = HttpPipelineBuilder.Build(options, [], perTry, new ResponseClassifier());
    }

    public string Endpoint { get; }

    public string AccountName { get; }

    public TableErrors Errors { get; }

    /// <summary>The place of a row below the endpoint.</summary>
    public static string EntityPath(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey={Escape(TableQueryFilter.Quote(partitionKey))},RowKey={Escape(TableQueryFilter.Quote(rowKey))})";

    public static string Escape(string text) => Uri.EscapeDataString(text);

    /// <param name="method">GET, POST ...</param>
    /// <param name="path">Path and query below the endpoint, escaped.</param>
    public HttpMessage Create(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Endpoint}/{path}"));
        message.Request.Headers.SetValue("x-ms-version", ServiceVersion);
        message.Request.Headers.SetValue("DataServiceVersion", DataServiceVersion);
        message.Request.Headers.SetValue("MaxDataServiceVersion", DataServiceVersion);
        message.Request.Headers.SetValue("Accept", Accept);
        return message;
    }

    public HttpMessage Create(RequestMethod method, string path, ReadOnlyMemory<byte> json)
    {
        var message = Create(method, path);
        message.Request.Headers.SetValue("Content-Type", ContentType);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    /// <summary>Sends and answers with whatever the service says, read to its end.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancel)
    {
        await _pipeline.SendAsync(message, cancel);
        return message.Response;
    }

    /// <exception cref="RequestFailedException">The service refused, or could not be reached.</exception>
    public async Task<Response> SendExpectingSuccessAsync(HttpMessage message, CancellationToken cancel)
    {
        var response = await SendAsync(message, cancel);
        return IsSuccess(response) ? response : throw Errors.From(response);
    }

    public TableErrorCode CodeOf(Response response) => Errors.TryParse(response, out var error, out _) ? TableErrorCode.FromString(error.Code) : default;

    public static bool IsSuccess(Response response) => response.Status is >= 200 and < 300;

    /// <exception cref="RequestFailedException">The answer is not what it should be: something that is not the service has answered.</exception>
    public T Read<T>(Response response, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            return read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RequestFailedException(response, exception, Errors);
        }
    }
}
