using System.Runtime.CompilerServices;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Watching;

/// <summary>
/// Finds the documents of the inbox that are not through. Inbox and mail records both come in the order of the mails' ids, so the first look costs one range read
/// of each. What has been read stays read: later looks pass over it by memory and ask for the few others one by one.
/// </summary>
internal sealed class InboxLook(RoundBook book, IStore store, TimeProvider storeClock)
{
    /// <summary>Longer than any step takes that works; the host's own look through a container may take minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Up to here single reads are cheaper than a range read of all mails.</summary>
    private const int MostSingleReads = 50;

    private readonly InboxMemory _memory = new();

    public async Task<IReadOnlyList<WaitingDocument>> LookAsync(CancellationToken cancel)
    {
        var now = storeClock.GetUtcNow();
        var others = new List<DocumentInfo>();
        var waiting = new List<WaitingDocument>();
        await foreach (var (document, state) in WithStatesAsync(others, cancel).ConfigureAwait(false))
        {
            if (state.Reading is not null)
            {
                _memory.Read(state.Mail);
                continue;
            }

            waiting.Add(Describe(document, MailOf(document), state.Matched ? WaitingFor.Reading : WaitingFor.TakingIn, now));
        }

        // Dropped in under a name of its own, it is through when its bytes are stored under their hash; before its time nobody need ask.
        waiting.AddRange(others.Select(o => Describe(o, null, WaitingFor.TakingIn, now)).Where(o => o.IsOverdue));
        return [.. waiting.OrderBy(w => w.Stored).ThenBy(w => w.Name, StringComparer.Ordinal)];
    }

    /// <summary>The document is through although no mail is recorded under its name.</summary>
    public void PassedOn(WaitingDocument document)
    {
        _memory.PassedOn(document.Name);
        document.For = WaitingFor.Nothing;
    }

    public Measures Measure(IReadOnlyList<WaitingDocument> waiting, Measures measures)
    {
        var now = storeClock.GetUtcNow();
        TimeSpan? Oldest(WaitingFor what) => waiting.FirstOrDefault(w => w.For == what) is { } oldest ? now - oldest.Stored : null;
        return measures with
        {
            Untouched = waiting.Count(w => w.For == WaitingFor.TakingIn),
            OldestUntouched = Oldest(WaitingFor.TakingIn),
            Unread = waiting.Count(w => w.For == WaitingFor.Reading),
            OldestUnread = Oldest(WaitingFor.Reading),
        };
    }

    private IAsyncEnumerable<(DocumentInfo Document, MailState State)> WithStatesAsync(List<DocumentInfo> others, CancellationToken cancel)
    {
        var documents = UnknownAsync(others, cancel);
        return _memory.IsEmpty ? JoinAsync(documents, cancel) : AskAsync(documents, cancel);
    }

    /// <summary>The documents called by their mail's id that are not known to be read; those of other names go to <paramref name="others"/>.</summary>
    private async IAsyncEnumerable<DocumentInfo> UnknownAsync(List<DocumentInfo> others, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var document in store.Documents.ListAsync($"{MailDocument.Container}/", cancel).ConfigureAwait(false))
        {
            var mail = MailOf(document);
            if (_memory.IsThrough(document.Name, mail))
            {
                continue;
            }

            if (mail is not null)
            {
                yield return document;
            }
            else
            {
                others.Add(document);
            }
        }
    }

    private async IAsyncEnumerable<(DocumentInfo Document, MailState State)> AskAsync(
        IAsyncEnumerable<DocumentInfo> documents, [EnumeratorCancellation] CancellationToken cancel)
    {
        var unknown = await documents.ToListAsync(cancel).ConfigureAwait(false);
        if (unknown.Count > MostSingleReads)
        {
            await foreach (var pair in JoinAsync(unknown.ToAsyncEnumerable(), cancel).ConfigureAwait(false))
            {
                yield return pair;
            }

            yield break;
        }

        foreach (var document in unknown)
        {
            yield return (document, await book.Mails.LoadAsync(MailOf(document)!, cancel).ConfigureAwait(false));
        }
    }

    private async IAsyncEnumerable<(DocumentInfo Document, MailState State)> JoinAsync(
        IAsyncEnumerable<DocumentInfo> documents, [EnumeratorCancellation] CancellationToken cancel)
    {
        var mails = book.Mails.ListAsync(cancel).GetAsyncEnumerator(cancel);
        await using (mails.ConfigureAwait(false))
        {
            var more = await mails.MoveNextAsync().ConfigureAwait(false);
            await foreach (var document in documents.ConfigureAwait(false))
            {
                var id = MailOf(document);
                while (more && string.CompareOrdinal(mails.Current.Mail, id) < 0)
                {
                    more = await mails.MoveNextAsync().ConfigureAwait(false);
                }

                yield return (document, more && mails.Current.Mail == id ? mails.Current : MailState.Empty);
            }
        }
    }

    private static WaitingDocument Describe(DocumentInfo document, string? mail, WaitingFor what, DateTimeOffset now) =>
        new() { Name = document.Name, Stored = document.Stored, Mail = mail, For = what, IsOverdue = now - document.Stored >= Patience };

    /// <summary>The id, if the document is exactly where the mail of that id is kept: only these come in the order of ids.</summary>
    private static string? MailOf(DocumentInfo document) =>
        MailDocument.ClaimedId(document.Name) is { } id && MailDocument.Name(id) == document.Name ? id : null;
}
