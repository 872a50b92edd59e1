using Azure.Core;

namespace FoiPipeline.Azure;

/// <summary>With what the services let us in. None of the kinds shows its secret as text.</summary>
internal abstract class StorageCredential
{
    private StorageCredential()
    {
    }

    /// <summary>The account's own key: everything may be done with it.</summary>
    public sealed class Key(string account, string base64) : StorageCredential
    {
        public string Account { get; } = account;

        public string Base64 { get; } = base64;
    }

    /// <summary>A shared access signature: what may be done with it, and until when, stands in it.</summary>
    public sealed class Signature(string query) : StorageCredential
    {
        /// <summary>Without the question mark.</summary>
        public string Query { get; } = query;
    }

    /// <summary>Who we are in Entra: a managed identity in the cloud, a person on a laptop.</summary>
    public sealed class Identity(TokenCredential tokens) : StorageCredential
    {
        public TokenCredential Tokens { get; } = tokens;
    }
}
