namespace FoiPipeline.Azure;

/// <summary>The rule for a storage service's address.</summary>
internal static class StorageEndpoint
{
    /// <param name="setting">Where the address stands, for the sentence.</param>
    /// <param name="text">The address.</param>
    /// <param name="credential">What will be sent there.</param>
    public static Uri Parse(string setting, string text, StorageCredential credential)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            throw StorageSettings.Fault($"{setting} is not the address of a storage service: set it to one like https://account.blob.core.windows.net");
        }

        if (uri.Query.Length > 0 || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            throw StorageSettings.Fault($"{setting} holds more than an address: remove everything from '?' or '#' on and any user's name");
        }

        if (uri.Scheme == "https")
        {
            return uri;
        }

        if (credential is StorageCredential.Identity)
        {
            throw StorageSettings.Fault($"{setting} begins with http:, and a token is only sent under https: set it to an https address, or {StorageSettings.Connection} to the emulator's connection string");
        }

        return uri.IsLoopback
            ? uri
            : throw StorageSettings.Fault($"{setting} would send key and evidence in the clear to {uri.Host}: set it to an https address (http is for an emulator on this machine only)");
    }

    /// <summary>The first label of the host, or the first part of the path where an emulator answers for several accounts.</summary>
    public static string AccountOf(Uri uri) =>
        uri.HostNameType == UriHostNameType.Dns && !uri.IsLoopback ? uri.Host.Split('.')[0] : uri.AbsolutePath.Trim('/').Split('/')[0] is { Length: > 0 } name ? name : uri.Host;
}
