using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>What went over the line, and what comes back: the end of the pipeline, without a line.</summary>
internal sealed class ScriptedTransport(Func<SentRequest, ScriptedAnswer> answer) : HttpPipelineTransport
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    /// <summary>Answers in this order; one more request is a failure of the test.</summary>
    public ScriptedTransport(params ScriptedAnswer[] answers)
        : this(InOrder(answers))
    {
    }

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new InvalidOperationException("Nothing here is asked synchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        var sent = new SentRequest(
            message.Request.Method.Method,
            message.Request.Uri.ToUri(),
            message.Request.Headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray()));
        _sent.Enqueue(sent);
        message.Response = answer(sent) switch
        {
            { Failure: { } failure } => throw failure,
            var given => new TransactionPart(given.Status, given.Reason, [.. given.Headers.Select(h => new HttpHeader(h.Name, h.Value))], given.Body),
        };
    }

    private static Func<SentRequest, ScriptedAnswer> InOrder(ScriptedAnswer[] answers)
    {
        var next = -1;
        return sent => Interlocked.Increment(ref next) < answers.Length
            ? answers[next]
            : throw new InvalidOperationException($"{sent.Method} {sent.Uri} was not expected.");
    }
}

internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);

internal sealed record ScriptedAnswer(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    public string Reason { get; init; } = "";

    /// <summary>Instead of an answer: what the line does.</summary>
    public Exception? Failure { get; init; }

    public static ScriptedAnswer Broken { get; } = new(0) { Failure = new IOException("The line is broken.") };

    public static ScriptedAnswer Json(string json, params (string Name, string Value)[] headers) => new(200, json, headers);

    public static ScriptedAnswer Error(int status, string code, string message = "Refused.") =>
        new(status, $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""");
}

/// <summary>A Table service behind a script.</summary>
internal static class Scripted
{
    public const string Endpoint = "https://acc.table.core.windows.net";
    public const string Secondary = "https://acc-secondary.table.core.windows.net";
    public const string Key = "a2V5";

    public static TableClient Table(HttpPipelineTransport transport, Action<TableClientOptions>? configure = null)
    {
        var options = new TableClientOptions { Transport = transport };
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new TableServiceClient(new Uri(Endpoint), new TableSharedKeyCredential("acc", Key), options).GetTableClient("register");
    }
}
