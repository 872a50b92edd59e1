using System.Security.Cryptography;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Mails;

/// <summary>
/// Brings new mail in. The bytes of every mail are stored under their hash before the cursor moves, so a broken line or a killed process costs
/// nothing but doing it again, and doing it again changes nothing.
/// </summary>
public sealed class CollectMail(RoundBook book, IDocumentStore documents, IMailbox mailbox, TimeProvider clock)
{
    /// <summary>Name of the mark that says how far the mailbox has been collected.</summary>
    public const string Mark = "mailbox/main";

    // A long first collection is secured from time to time, not only at its end.
    private const int MailsBetweenMarks = 50;

    private static readonly Actor Rule = Actor.Rule("collect-mail");

    /// <returns>How many mails were stored that had not been stored before.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var mark = await book.Marks.LoadAsync(Mark, cancel).ConfigureAwait(false);
        var stored = 0;
        var unmarked = 0;
        string? cursor = null;
        await foreach (var mail in mailbox.CollectAsync(mark.Cursor, cancel).ConfigureAwait(false))
        {
            await using (mail.Raw.ConfigureAwait(false))
            {
                stored += await StoreAsync(mail, cancel).ConfigureAwait(false) ? 1 : 0;
            }

            cursor = mail.CursorAfter;
            if (++unmarked == MailsBetweenMarks)
            {
                if (!await MoveAsync(cursor, cancel).ConfigureAwait(false))
                {
                    return stored;
                }

                unmarked = 0;
            }
        }

        if (unmarked > 0)
        {
            await MoveAsync(cursor!, cancel).ConfigureAwait(false);
        }

        return stored;

        async Task<bool> MoveAsync(string to, CancellationToken stop)
        {
            // Whoever finds the mark moved by somebody else leaves the field to them: cursors cannot be compared, and all that was read is stored.
            var number = mark.Moves + 1;
            (var moved, mark) = await book.Marks.DecideAsync(
                Mark, state => state.Moves + 1 == number ? [new CursorMoved(number, to) { At = clock.GetUtcNow(), By = Rule }] : [], stop).ConfigureAwait(false);
            return moved;
        }
    }

    /// <summary>
    /// The note of when it came goes before the bytes: these announce themselves to the step that takes them in, and it must find the moment the
    /// mail server gave (the day an answer counts from), not what the sender's headers say. The cursor moves after both.
    /// </summary>
    private async Task<bool> StoreAsync(IncomingMail mail, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(mail.Raw, cancel).ConfigureAwait(false));
        mail.Raw.Position = 0;
        return await TracedStep.OfMailAsync("collect mail", id, () => StoreAsync(id, mail, cancel)).ConfigureAwait(false);
    }

    private async Task<bool> StoreAsync(string id, IncomingMail mail, CancellationToken cancel)
    {
        var collected = new MailCollected(id, mail.Raw.Length, mail.Received, "mailbox") { At = clock.GetUtcNow(), By = Rule };
        await book.Mails.DecideAsync(id, state => state.Exists ? [] : [collected], cancel).ConfigureAwait(false);
        return (await MailDocument.StoreAsync(documents, mail.Raw, cancel).ConfigureAwait(false)).Created;
    }
}
