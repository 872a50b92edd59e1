using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// Reads alternate between the primary and its read-only copy, one try here, the next there; writes always go to the primary. The copy lags behind:
/// its "not there" (404) or "changed" (412) proves nothing, so that the primary is asked at once and from then on alone.
/// </summary>
internal sealed class SecondaryReadPolicy(Uri primary, Uri secondary) : HttpPipelinePolicy
{
    private readonly string _primary = primary.AbsoluteUri.TrimEnd('/');
    private readonly string _secondary = secondary.AbsoluteUri.TrimEnd('/');

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Direct(message);
        ProcessNext(message, pipeline);
        if (IsDoubtful(message))
        {
            AskPrimary(message);
            ProcessNext(message, pipeline);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Direct(message);
        await ProcessNextAsync(message, pipeline);
        if (IsDoubtful(message))
        {
            AskPrimary(message);
            await ProcessNextAsync(message, pipeline);
        }
    }

    private void Direct(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get)
        {
            return;
        }

        if (!message.TryGetProperty(typeof(Read), out var known) || known is not Read read)
        {
            read = new Read(message.Request.Uri.ToUri().AbsoluteUri[_primary.Length..]);
            message.SetProperty(typeof(Read), read);
            return;
        }

        read.AtSecondary = !read.PrimaryOnly && !read.AtSecondary;
        message.Request.Uri.Reset(new Uri((read.AtSecondary ? _secondary : _primary) + read.Resource));
    }

    private static bool IsDoubtful(HttpMessage message) =>
        message.TryGetProperty(typeof(Read), out var known) && known is Read { AtSecondary: true } && message.Response.Status is 404 or 412;

    private void AskPrimary(HttpMessage message)
    {
        message.TryGetProperty(typeof(Read), out var known);
        var read = (Read)known!;
        read.PrimaryOnly = true;
        read.AtSecondary = false;
        message.Response.Dispose();
        message.Request.Uri.Reset(new Uri(_primary + read.Resource));
    }

    /// <summary>Where the tries of one read have gone.</summary>
    private sealed class Read(string resource)
    {
        public string Resource { get; } = resource;

        public bool AtSecondary { get; set; }

        public bool PrimaryOnly { get; set; }
    }
}
