namespace FoiPipeline.Emulation;

/// <summary>One account of the storage emulator. An address can be replaced by that of a <c>FaultProxy</c>: signatures do not cover host and port.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Key">Its shared key, made for this run.</param>
/// <param name="Blobs">The blob service's address, the account's name included.</param>
/// <param name="Queues">The queue service's address.</param>
/// <param name="Tables">The table service's address.</param>
public sealed record EmulatedAccount(string Name, string Key, Uri Blobs, Uri Queues, Uri Tables)
{
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};BlobEndpoint={Blobs};QueueEndpoint={Queues};TableEndpoint={Tables};";
}
