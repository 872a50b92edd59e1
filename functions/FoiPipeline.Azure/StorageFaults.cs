using Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>What the storage services say when something is wrong, in one sentence for a person: what, where, what to do.</summary>
internal static class StorageFaults
{
    /// <summary>Runs work against the account; whatever the service or the line does to it comes out as <see cref="StoreUnavailableException"/>.</summary>
    /// <param name="place">The account, for the sentence.</param>
    /// <param name="doing">What was being done: "the journal was not read".</param>
    /// <param name="work">The calls to the service.</param>
    public static async Task<T> GuardAsync<T>(string place, string doing, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RequestFailedException fault)
        {
            throw Explain(fault, place, doing);
        }
    }

    public static StoreUnavailableException Explain(RequestFailedException fault, string place, string doing) =>
        new($"The storage account {place} answered {fault.Status} {fault.ErrorCode}, so {doing}.", fault);
}
