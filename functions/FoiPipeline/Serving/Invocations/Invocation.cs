using System.Buffers;
using System.IO.Pipelines;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Serving.Invocations;

/// <summary>One call of a function by the Functions host, read from the body of its request. Disposing lets go of a blob's bytes.</summary>
/// <param name="Call">What is to be rung.</param>
/// <param name="Attempt">How often the message was given out, this time included; nothing where the host does not say.</param>
internal sealed record Invocation(FunctionCall Call, int? Attempt) : IAsyncDisposable
{
    /// <param name="function">The function that is called.</param>
    /// <param name="body">The envelope, in pieces as they come.</param>
    /// <param name="cancel">The host has gone, or wants the work given back.</param>
    /// <exception cref="EnvelopeException">It is not what this function is called with.</exception>
    public static async Task<Invocation> ReadAsync(FunctionDefinition function, PipeReader body, CancellationToken cancel)
    {
        if (function is BlobFunction blob)
        {
            return await ReadBlobAsync(blob, body, cancel).ConfigureAwait(false);
        }

        var envelope = InvocationEnvelope.Parse(await ReadAllAsync(body, cancel).ConfigureAwait(false), function.Binding);
        return function is QueueFunction
            ? new Invocation(new FunctionCall(function.Name, envelope.Payload is { Length: > 0 } message ? message : throw new EnvelopeException("The call holds no message.")), envelope.DequeueCount)
            : new Invocation(new FunctionCall(function.Name, ""), null);
    }

    /// <summary>The value of the trigger's binding, of a function that is not rung but shows something.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<string?> ReadPayloadAsync(HttpFunction function, PipeReader body, CancellationToken cancel) =>
        InvocationEnvelope.Parse(await ReadAllAsync(body, cancel).ConfigureAwait(false), function.Binding).Payload;

    public ValueTask DisposeAsync() => Call.Content?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Invocation> ReadBlobAsync(BlobFunction function, PipeReader body, CancellationToken cancel)
    {
        var content = new ContentSpool();
        try
        {
            var decoder = new Base64Decoder(content);
            var splitter = new EnvelopeSplitter(function.Binding, decoder);
            await EachPieceAsync(body, splitter.Feed, cancel).ConfigureAwait(false);
            var document = DocumentOf(function, InvocationEnvelope.Parse(splitter.Finish(), function.Binding));
            if (splitter.HasContent && !decoder.IsNullWord)
            {
                content.Position = 0;
                return new Invocation(new FunctionCall(function.Name, document, content), null);
            }

            // The document is in the store whatever the call holds.
            await content.DisposeAsync().ConfigureAwait(false);
            return new Invocation(new FunctionCall(function.Name, document), null);
        }
        catch
        {
            await content.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static string DocumentOf(BlobFunction function, InvocationEnvelope envelope)
    {
        if (envelope.Name is not { Length: > 0 })
        {
            throw new EnvelopeException("The call does not name the blob ('Metadata' has no 'name').");
        }

        var document = $"{function.Container}/{envelope.Name}";
        return DocumentName.IsReadable(document)
            ? document
            : throw new EnvelopeException("The blob's name cannot be that of a document: it is too long, has control characters or backslashes, or a part of it is empty or starts with a dot.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(PipeReader body, CancellationToken cancel)
    {
        var all = new ArrayBufferWriter<byte>();
        await EachPieceAsync(body, piece => all.Write(piece), cancel).ConfigureAwait(false);
        return all.WrittenMemory;
    }

    private static async Task EachPieceAsync(PipeReader body, Action<ReadOnlySpan<byte>> take, CancellationToken cancel)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancel).ConfigureAwait(false);
            foreach (var piece in read.Buffer)
            {
                take(piece.Span);
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
