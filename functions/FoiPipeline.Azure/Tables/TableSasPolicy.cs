using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure.Tables;

/// <summary>Sends a shared access signature along in the query, once however often a request is tried.</summary>
internal sealed class TableSasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query;
        if (!query.Contains(signature, StringComparison.Ordinal))
        {
            message.Request.Uri.Query = string.IsNullOrEmpty(query) ? $"?{signature}" : $"{query}&{signature}";
        }
    }
}
