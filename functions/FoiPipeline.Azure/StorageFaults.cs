using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>What the storage services say when something is wrong, in one sentence for a person: what, where, what to do. No sentence holds a key, a token or a signature.</summary>
internal static class StorageFaults
{
    /// <summary>Runs work against the account; whatever the service or the line does to it comes out as <see cref="StoreUnavailableException"/>.</summary>
    /// <param name="place">The account, for the sentence.</param>
    /// <param name="doing">What was being done: "the journal was not read".</param>
    /// <param name="work">The calls to the service, and nothing else that reads files or sockets.</param>
    /// <param name="cancel">Cancellation escapes; with it a silence of the service can be told from it.</param>
    public static Task<T> GuardAsync<T>(string place, string doing, Func<Task<T>> work, CancellationToken cancel) => GuardAsync(null, place, doing, work, cancel);

    /// <summary>The same where an answer does not tell by itself which service gave it: the queues' client leaves the answer out of its exceptions.</summary>
    public static async Task<T> GuardAsync<T>(StorageService? service, string place, string doing, Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception fault) when (Is(fault) || IsSilence(fault, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            throw Explain(fault, place, doing, service);
        }
    }

    /// <summary>The same for what comes page by page.</summary>
    public static async IAsyncEnumerable<T> GuardAsync<T>(
        string place, string doing, IAsyncEnumerable<T> pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var page = pages.GetAsyncEnumerator(cancel);
        while (await GuardAsync(place, doing, () => page.MoveNextAsync().AsTask(), cancel))
        {
            yield return page.Current;
        }
    }

    /// <summary>Whether this is the service's or the line's doing, and not a fault of the program.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException or AuthenticationFailedException or HttpRequestException or IOException => true,
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(e => Is(e) || e is OperationCanceledException),
        _ => false,
    };

    /// <param name="fault">What was thrown.</param>
    /// <param name="place">The account.</param>
    /// <param name="doing">What was not done.</param>
    /// <param name="service">Which service was asked, where that is known; otherwise its answer tells.</param>
    public static StoreUnavailableException Explain(Exception fault, string place, string doing, StorageService? service = null)
    {
        var (what, remedy) = StorageOutages.Answer(fault) is { } answer
            ? StorageAnswers.Explain(answer, service)
            : StorageOutages.Explain(fault);
        return new StoreUnavailableException($"The storage account {place} {what}, so {doing}: {remedy}.", fault);
    }

    /// <summary>The client library gives a silence that lasted too long the look of a cancellation that nobody asked for.</summary>
    public static bool IsSilence(Exception fault, CancellationToken cancel) =>
        fault is OperationCanceledException && cancel.CanBeCanceled && !cancel.IsCancellationRequested;
}
