using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Sends what is due, inside the window and at the round's pace. The one way out for letters. Running it twice, late or two at once sends
/// nothing twice: <see cref="LetterSending"/> is appended before the first byte leaves, and whoever appends it sends.
/// </summary>
public sealed class SendDueLetters(RoundBook book, LetterDesk desk, IMailbox mailbox, SettleLetters settle, RoundHome home, TimeProvider clock)
{
    private static readonly Actor Rule = Actor.Rule("send-due-letters");

    /// <summary>After this many attempts that were put off a person is asked.</summary>
    private const int MostAttempts = 10;

    private readonly SendingWindow _window = SendingWindow.Of(book.Round);

    public async Task<SendReport> RunAsync(CancellationToken cancel)
    {
        var report = new SendReport { Settled = await settle.RunAsync(cancel).ConfigureAwait(false) };
        var now = clock.GetUtcNow();
        if (!_window.IsOpen(now))
        {
            return report with { WindowOpen = false, WindowOpens = _window.NextOpening(now) };
        }

        var (due, taken) = await DueAsync(now, cancel).ConfigureAwait(false);
        report = report with { MinuteTaken = taken };
        Exception? failure = null;
        foreach (var (request, letter) in due)
        {
            // A slow mail server must not carry the run past the closing time.
            if (!_window.IsOpen(clock.GetUtcNow()))
            {
                break;
            }

            var (prepared, problem) = await PrepareAsync(request, letter, cancel).ConfigureAwait(false);
            failure ??= problem;
            report = prepared is null ? report : report.With(
                await TracedStep.OfLetterAsync("send letter", letter.Id, () => SendAsync(request, letter, prepared, cancel)).ConfigureAwait(false));
        }

        return failure is null ? report : throw new StoreUnavailableException($"A letter could not be made; the others have left. {failure.Message}", failure);
    }

    /// <summary>
    /// The letters of this minute. The first run that finds letters due takes the minute; a second one in the same minute gets none, so the
    /// pace holds whatever rings the bell.
    /// </summary>
    private async Task<(IReadOnlyList<(RequestState Request, LetterState Letter)> Due, bool Taken)> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var due = await TakeAsync(now, cancel).ConfigureAwait(false);
        if (due.Count == 0)
        {
            return (due, false);
        }

        var minute = $"minute/{RequestState.SortKey(now)[..13]}";
        var (mine, _) = await book.Marks.DecideAsync(
            minute, mark => mark.Taken ? [] : [new MinuteTaken { At = now, By = Rule }], cancel).ConfigureAwait(false);
        return mine ? (due, false) : ([], true);
    }

    private async Task<List<(RequestState Request, LetterState Letter)>> TakeAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var pace = book.Round.Sending;
        var due = new List<(RequestState, LetterState)>();
        var perHost = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var seen = 0;
        await foreach (var request in book.Requests.ListWorkAsync(JournalKinds.Outbox, RequestState.SortKey(now) + "~", cancel).ConfigureAwait(false))
        {
            // Letters are queued in an order spread over mail hosts; looking a little further fills the minute when one host is full.
            if (due.Count == pace.LettersAMinute || ++seen > pace.LettersAMinute * 8)
            {
                break;
            }

            var letter = request.Letters.Where(l => l.IsWaiting && l.NotBefore <= now).MinBy(l => l.NotBefore);
            var address = letter is { To.Length: > 0 } ? letter.To : book.AddressOf(request);
            var host = address[(address.LastIndexOf('@') + 1)..];
            var count = perHost.GetValueOrDefault(host);
            if (letter is not null && count < pace.LettersAMinutePerHost)
            {
                perHost[host] = count + 1;
                due.Add((request, letter));
            }
        }

        return due;
    }

    // One letter that cannot be made is reported when the others have left: nothing of it has gone out, and it is tried again each time.
    private async Task<(PreparedLetter? Prepared, Exception? Problem)> PrepareAsync(RequestState request, LetterState letter, CancellationToken cancel)
    {
        try
        {
            return (await desk.PrepareAsync(request, letter, cancel).ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is FormatException or StoreUnavailableException)
        {
            return (null, e);
        }
    }

    private async Task<Delivery?> SendAsync(RequestState request, LetterState letter, PreparedLetter prepared, CancellationToken cancel)
    {
        var attempt = letter.Attempt + 1;
        var now = clock.GetUtcNow();
        var (mine, _) = await book.Requests.DecideAsync(
            request.Authority.Value,
            state => state is { Held: null, Withdrawn: null } && state.Letter(letter.Id) is { IsWaiting: true } waiting && waiting.Attempt == letter.Attempt
                ? [new LetterSending(letter.Id, attempt, prepared.Mail.EnvelopeTo, prepared.Mail.MessageId, prepared.Sha256) { At = now, By = Rule }]
                : [],
            cancel).ConfigureAwait(false);
        if (!mine)
        {
            return null;
        }

        await RequireHomeAsync(request, letter, attempt, cancel).ConfigureAwait(false);
        var result = await mailbox.SendAsync(prepared.Mail, cancel).ConfigureAwait(false);
        var happening = Outcome(letter.Id, attempt, result);
        var (noted, _) = await book.Requests.DecideAsync(
            request.Authority.Value,
            state => state.Letter(letter.Id) is { Delivery: Delivery.Sending } sending && sending.Attempt == attempt ? [happening] : [],
            CancellationToken.None).ConfigureAwait(false);
        var delivery = RequestState.Apply(request, happening).Letter(letter.Id)!.Delivery;
        if (noted)
        {
            FoiMetrics.LetterEnded(letter.Id.Kind, delivery);
        }

        return delivery;
    }

    /// <summary>
    /// Asked after the note that the letter is being sent: whoever copies the round away says so first and copies then, so either the copy has the note, or this
    /// finds that the round has moved and sends nothing.
    /// </summary>
    private async Task RequireHomeAsync(RequestState request, LetterState letter, int attempt, CancellationToken cancel)
    {
        if (await home.ElsewhereAsync(cancel).ConfigureAwait(false) is { } elsewhere)
        {
            var now = clock.GetUtcNow();
            await book.Requests.DecideAsync(
                request.Authority.Value,
                state => state.Letter(letter.Id) is { Delivery: Delivery.Sending } sending && sending.Attempt == attempt
                    ? [new LetterDeferred(letter.Id, attempt, now, $"not sent: the round has moved to {elsewhere}") { At = now, By = Rule }]
                    : [],
                CancellationToken.None).ConfigureAwait(false);
            throw new StoreUnavailableException(RoundHome.Sentence(elsewhere));
        }
    }

    private RequestEvent Outcome(LetterId letter, int attempt, SendResult result)
    {
        var now = clock.GetUtcNow();
        return result.Stage switch
        {
            SendStage.Accepted => new LetterSent(letter, now, result.Words) { At = now, By = Rule },
            SendStage.Refused => new LetterRefused(letter, attempt, result.Words) { At = now, By = Rule },
            SendStage.Deferred when attempt >= MostAttempts =>
                new LetterRefused(letter, attempt, $"put off {attempt} times, the last time with: {result.Words}") { At = now, By = Rule },
            SendStage.Deferred => new LetterDeferred(letter, attempt, now + Patience(attempt), result.Words) { At = now, By = Rule },
            _ => new LetterUnconfirmed(letter, attempt, result.Words) { At = now, By = Rule },
        };
    }

    // Greylisting servers want a quarter of an hour; a broken one is not helped by haste. At most four hours, as in RFC 5321 section 4.5.4.1.
    private static TimeSpan Patience(int attempt) => TimeSpan.FromMinutes(Math.Min(15 << Math.Min(attempt - 1, 4), 240));
}
