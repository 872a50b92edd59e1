namespace FoiPipeline.Core.Ports;

/// <summary>What follows from the document store's port for every implementation.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>The whole document in memory, or nothing when there is none of that name.</summary>
    public static async Task<byte[]?> ReadAllAsync(this IDocumentStore documents, string name, CancellationToken cancel)
    {
        var stream = await documents.OpenAsync(name, cancel).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancel).ConfigureAwait(false);
            return bytes;
        }
    }
}
