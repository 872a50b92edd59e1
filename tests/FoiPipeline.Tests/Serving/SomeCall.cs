using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Serving.Invocations;
using NCrontab;

namespace FoiPipeline.Tests.Serving;

/// <summary>Calls as the Functions host makes them, and what the program reads out of them.</summary>
internal static class SomeCall
{
    public static BlobFunction IngestMail { get; } = new("IngestMail", "inbox") { Binding = "mail" };

    public static QueueFunction ExtractReply { get; } = new("ExtractReply", "extract") { Binding = "message" };

    public static TimerFunction CollectMail { get; } = new("CollectMail", CrontabSchedule.Parse("* * * * *")) { Binding = "timer" };

    /// <summary>A blob's envelope as the host writes it: the name is JSON within JSON, the content is not.</summary>
    public static string Blob(string name, ReadOnlySpan<byte> content) =>
        $$$"""{"Data":{"mail":"{{{Convert.ToBase64String(content)}}}"},"Metadata":{"Uri":"\"https://acct.example/inbox\"","Properties":{"Length":{{{content.Length}}},"ETag":{},"Metadata":{"mail":"no"}},"Metadata":{"owner":"Data"},"name":{{{Twice(name)}}},"sys":{"MethodName":"IngestMail"}} }""";

    /// <summary>A string as the host writes strings.</summary>
    public static string Twice(string text) => JsonSerializer.Serialize(JsonSerializer.Serialize(text));

    public static Task<Invocation> ReadAsync(FunctionDefinition function, string envelope) => ReadAsync(function, [Encoding.UTF8.GetBytes(envelope)]);

    /// <param name="function">The function that is called.</param>
    /// <param name="pieces">The body, as it comes over the line.</param>
    public static async Task<Invocation> ReadAsync(FunctionDefinition function, params ReadOnlyMemory<byte>[] pieces)
    {
        // Never waits for the reader, who may have refused the call and gone.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        var reading = Invocation.ReadAsync(function, pipe.Reader, CancellationToken.None);
        foreach (var piece in pieces)
        {
            await pipe.Writer.WriteAsync(piece);
        }

        await pipe.Writer.CompleteAsync();
        return await reading.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static byte[] ContentOf(Invocation invocation)
    {
        using var copy = new MemoryStream();
        invocation.Call.Content.ShouldNotBeNull().CopyTo(copy);
        return copy.ToArray();
    }

    public static async Task<string> ProblemOfAsync(FunctionDefinition function, string envelope) =>
        (await Should.ThrowAsync<EnvelopeException>(() => ReadAsync(function, envelope))).Message;
}
