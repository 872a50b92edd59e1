using Azure.Storage.Blobs.Models;

namespace FoiPipeline.Azure;

/// <summary>What we write beside a blob: the hash of its bytes, and which put it came from.</summary>
internal static class BlobMark
{
    private const string Hash = "sha256";
    private const string Put = "put";

    public static Dictionary<string, string> Of(string sha256, string put) => new(StringComparer.Ordinal) { [Hash] = sha256, [Put] = put };

    /// <summary>The hash in lower-case hexadecimal; nothing where others stored the blob without one.</summary>
    public static string? Sha256In(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Hash, out var hash) && hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? hash.ToLowerInvariant() : null;

    public static bool IsOf(BlobProperties blob, string put) => blob.Metadata.TryGetValue(Put, out var other) && other == put;
}
