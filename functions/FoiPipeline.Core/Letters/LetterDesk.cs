using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Makes the exact bytes of a letter and stores them before anything is sent. A letter that has been prepared once is never composed again:
/// every attempt sends the bytes that are stored.
/// </summary>
public sealed class LetterDesk(RoundBook book, IDocumentStore documents, IMailFormat format, TimeProvider clock)
{
    private readonly LetterComposer _composer = new(book.Round);

    public async Task<PreparedLetter> PrepareAsync(RequestState request, LetterState letter, CancellationToken cancel)
    {
        var stored = await documents.ReadAllAsync(letter.Id.DocumentName, cancel).ConfigureAwait(false);
        if (stored is null)
        {
            var bytes = format.Write(await ComposeAsync(request, letter, cancel).ConfigureAwait(false));
            var put = await documents.PutIfAbsentAsync(letter.Id.DocumentName, new MemoryStream(bytes), cancel).ConfigureAwait(false);
            stored = put.Created ? bytes : await documents.ReadAllAsync(letter.Id.DocumentName, cancel).ConfigureAwait(false);
        }

        // The envelope is that of the stored bytes: an address changed since then belongs to another letter.
        var mail = format.Read(stored!);
        var outgoing = new OutgoingMail(mail.MessageId, mail.From!.Address, mail.To[0].Address, stored!);
        return new PreparedLetter(outgoing, Convert.ToHexStringLower(SHA256.HashData(stored!)));
    }

    private async Task<LetterMail> ComposeAsync(RequestState request, LetterState letter, CancellationToken cancel)
    {
        var body = letter.BodyDocument is { } name
            ? Encoding.UTF8.GetString(await documents.ReadAllAsync(name, cancel).ConfigureAwait(false) ?? throw new StoreUnavailableException(
                $"The text of letter {letter.Id} is missing from the store (document '{name}'). Restore the data folder from its backup."))
            : null;
        return _composer.Compose(
            book.Authority(request.Authority)!, book.AddressOf(request), letter.Id, clock.GetUtcNow(), body is null ? null : ThreadOf(request), body);
    }

    // An answer stands in the thread of the request: it answers the authority's latest mail and refers to our first letter.
    private static LetterThread? ThreadOf(RequestState request)
    {
        var first = request.Letters.FirstOrDefault(l => l.MessageId.Length > 0)?.MessageId;
        var latest = request.Replies.LastOrDefault(r => !r.Detached && r.MessageId.Length > 0);
        return (latest?.MessageId ?? first) is { } answered
            ? new LetterThread(answered, first is null || first == answered ? [] : [first], latest?.Subject)
            : null;
    }
}

/// <param name="Mail">What is handed to the mailbox.</param>
/// <param name="Sha256">Hash of its bytes.</param>
public sealed record PreparedLetter(OutgoingMail Mail, string Sha256);
