using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure;

/// <summary>Tells of every request that leaves for a service, each attempt by itself. Stands behind the retries in the pipeline.</summary>
internal sealed class ObserveOperations(StorageService service, Action<StorageOperation> observe) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Tell(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Tell(message);
        }
    }

    private void Tell(HttpMessage message)
    {
        var name = StorageOperationNames.Of(service, message.Request.Method, message.Request.Uri.ToUri());
        observe(new StorageOperation(service, name, message.HasResponse ? message.Response.Status : 0));
    }
}
