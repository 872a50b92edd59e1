using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;
using FoiPipeline.Core.Watching;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Triggers;

namespace FoiPipeline.Composition;

/// <summary>The use cases of one opened round, put together over whatever stands behind the ports.</summary>
internal sealed class Pipeline
{
    private readonly Dictionary<string, ITrigger> _triggers;

    /// <param name="round">The round.</param>
    /// <param name="store">Where it is kept.</param>
    /// <param name="mailbox">Where its letters go and its replies come from.</param>
    /// <param name="readers">What reads mails and documents.</param>
    /// <param name="clock">The round's clock.</param>
    /// <param name="storeClock">The clock by which the store dates documents and messages, where that is not the round's.</param>
    public Pipeline(Round round, IStore store, IMailbox mailbox, Readers readers, TimeProvider clock, TimeProvider? storeClock = null)
    {
        var (register, documents, queue) = (store.Register, store.Documents, store.Queue);
        Book = new RoundBook(round, register);
        Home = new RoundHome(register, store.Id, clock);
        Readings = new ReadingStore(documents);
        Mails = new MailLookup(Book, documents);
        Desk = new LetterDesk(Book, documents, readers.Format, clock);
        Send = new SendDueLetters(Book, Desk, mailbox, new SettleLetters(Book, mailbox, clock), Home, clock);
        Collect = new CollectMail(Book, documents, mailbox, clock);

        var index = new AuthorityIndex(round);
        var learn = new LearnMatch(Book, index, clock);
        var deliver = new DeliverJudgement(Book, queue, clock);
        Ingest = new IngestMail(Book, documents, queue, readers.Format, new MatchLadder(index, learn), learn, deliver, clock);
        Extract = new ExtractReply(Book, documents, readers.Format, new ReadMail(readers.Extractor), Readings, deliver, learn, index, clock);

        Watch = new KeepWatch(Book, store, Ingest, clock, storeClock ?? clock);

        Triage = new ListTriage(Book, queue);
        Attach = new AttachMail(Book, Readings, deliver, learn, clock);
        Judge = new JudgeMail(Book, Readings, deliver, clock);
        SetAside = new SetAsideMail(Book, Attach, clock);
        Settle = new SettleMail(Book, clock);
        Letters = new QueueLetter(Book, documents, Settle, clock);
        Confirm = new ConfirmLetter(Book, clock);
        Annotate = new AnnotateRequest(Book, clock);
        Status = new ReportStatus(Book, Triage, clock);
        Export = new ExportRound(Book, Readings, clock);

        var canMail = mailbox is not NoMailbox;
        ITrigger[] triggers =
        [
            new SendDueLettersTrigger(canMail ? Send : null), new CollectMailTrigger(canMail ? Collect : null), new IngestMailTrigger(Ingest), new ExtractReplyTrigger(Extract),
            new KeepWatchTrigger(Watch),
        ];
        _triggers = triggers.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    public RoundBook Book { get; }

    /// <summary>Whether the round is carried on here.</summary>
    public RoundHome Home { get; }

    public ReadingStore Readings { get; }

    public MailLookup Mails { get; }

    public LetterDesk Desk { get; }

    public SendDueLetters Send { get; }

    public CollectMail Collect { get; }

    public IngestMail Ingest { get; }

    public ExtractReply Extract { get; }

    public KeepWatch Watch { get; }

    public ListTriage Triage { get; }

    public AttachMail Attach { get; }

    public JudgeMail Judge { get; }

    public SetAsideMail SetAside { get; }

    public SettleMail Settle { get; }

    public QueueLetter Letters { get; }

    public ConfirmLetter Confirm { get; }

    public AnnotateRequest Annotate { get; }

    public ReportStatus Status { get; }

    public ExportRound Export { get; }

    /// <summary>
    /// Rings a function by name. Answers in one sentence what it did. Where the round has moved elsewhere nothing is done: a timer says so, and a document or
    /// message fails, so that it ends where a person sees it instead of being counted as dealt with.
    /// </summary>
    /// <exception cref="StoreUnavailableException">A document or message came to a place that the round has left.</exception>
    /// <exception cref="FunctionAppException">A folder with a function.json exists for which the program has no function.</exception>
    public async Task<string> RingAsync(FunctionCall call, CancellationToken cancel)
    {
        if (!_triggers.TryGetValue(call.Function, out var trigger))
        {
            throw new FunctionAppException($"There is a folder '{call.Function}' with a function.json, but no function of that name in the program.");
        }

        if (await Home.RecentlyElsewhereAsync(cancel).ConfigureAwait(false) is { } elsewhere)
        {
            var sentence = RoundHome.Sentence(elsewhere);
            return call.Payload.Length == 0 ? sentence : throw new StoreUnavailableException(sentence);
        }

        return await TelemetryRing.RunAsync(call, () => trigger.RunAsync(call, cancel)).ConfigureAwait(false);
    }
}
