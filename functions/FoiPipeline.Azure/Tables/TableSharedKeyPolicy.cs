using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// Signs a request with the account's key (Shared Key Lite: the date and the path). Stands behind the retries, so that every try is dated anew.
/// Source: Microsoft, "Authorize with Shared Key".
/// </summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signature = credential.Sign($"{date}\n/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }
}
