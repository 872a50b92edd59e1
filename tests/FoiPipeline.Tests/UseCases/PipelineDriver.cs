using System.Security.Cryptography;
using FoiPipeline.Composition;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;
using FoiPipeline.Mailing;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.UseCases;

/// <summary>
/// One round on stores in memory, driven as the clockwork and a person drive it. The use cases are put together by the program's own
/// <see cref="Composition.Pipeline"/>; a pipeline made anew over the same stores is a process started anew.
/// </summary>
internal sealed class PipelineDriver
{
    private readonly HashSet<string> _ingested = new(StringComparer.Ordinal);

    private PipelineDriver(Round round)
    {
        Round = round;
        Documents = new InMemoryDocumentStore(Clock);
        Queue = new InMemoryWorkQueue(Clock);
        Mailbox = new ScriptedMailbox(Clock);
        Pipeline = Start();
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Round Round { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2016, 7, 4, 9, 0, 0, TimeSpan.Zero));

    public InMemoryRegister Register { get; } = new();

    public InMemoryDocumentStore Documents { get; }

    public InMemoryWorkQueue Queue { get; }

    public InMemoryReceipts Receipts { get; } = new();

    public ScriptedMailbox Mailbox { get; }

    public FakeExtractor Extractor { get; } = new();

    public Pipeline Pipeline { get; }

    public RoundBook Book => Pipeline.Book;

    public static PipelineDriver Closed(Round? round = null) => new(round ?? Some.Round());

    public static async Task<PipelineDriver> OpenedAsync(Round? round = null)
    {
        var driver = Closed(round);
        await driver.OpenAsync();
        return driver;
    }

    /// <summary>A round whose letters have all left.</summary>
    public static async Task<PipelineDriver> SentAsync(Round? round = null)
    {
        var driver = await OpenedAsync(round);
        await driver.SendAsync();
        driver.Clock.Advance(new TimeSpan(7, 2, 0, 0));
        return driver;
    }

    public Task<OpenResult> OpenAsync(Crash? crash = null) => new OpenRound(
        crash is null ? Documents : new CrashingDocuments(Documents, crash), crash is null ? Register : new CrashingRegister(Register, crash), Clock)
        .RunAsync(Round, new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["round.yaml"] = [1, 2, 3] }, Some.Person, null, Cancel);

    /// <summary>A process over the stores as they are, which may die at a call.</summary>
    public Pipeline Start(Crash? crash = null, IDocumentStore? documents = null, IRegister? register = null)
    {
        var readers = new Readers(new MimeMailFormat(), Extractor);
        return crash is null
            ? new Pipeline(Round, new FakeStore(register ?? Register, documents ?? Documents, Queue) { Receipts = Receipts }, Mailbox, readers, Clock)
            : new Pipeline(
                Round,
                new FakeStore(new CrashingRegister(register ?? Register, crash), new CrashingDocuments(documents ?? Documents, crash), new CrashingQueue(Queue, crash))
                {
                    Receipts = new CrashingReceipts(Receipts, crash),
                },
                new CrashingMailbox(Mailbox, crash), readers, Clock);
    }

    public Task<SendReport> SendAsync(Pipeline? by = null) => (by ?? Pipeline).Send.RunAsync(Cancel);

    /// <summary>Lets time pass and the sender ring until no letter waits or is on its way.</summary>
    public async Task SendAllAsync()
    {
        for (var rings = 0; rings < 20; rings++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await SendAsync();
        }
    }

    public Task<int> CollectAsync(Pipeline? by = null) => (by ?? Pipeline).Collect.RunAsync(Cancel);

    /// <summary>Works off the inbox and the queue as the clockwork does: what fails comes again.</summary>
    public async Task WorkOffAsync(Pipeline? by = null)
    {
        var pipeline = by ?? Pipeline;
        for (var fresh = true; fresh;)
        {
            fresh = false;
            foreach (var name in await NamesAsync("inbox/"))
            {
                if (!_ingested.Contains(name))
                {
                    await pipeline.Ingest.RunAsync(name, Cancel);
                    fresh = _ingested.Add(name);
                }
            }
        }

        while (await Queue.ReceiveAsync(ReplyMessages.ExtractQueue, TimeSpan.FromMinutes(10), 5, Cancel) is { } item)
        {
            await pipeline.Extract.RunAsync(ReplyMessages.ReadExtract(item.Message).Mail, Cancel);
            await Queue.CompleteAsync(item, Cancel);
        }
    }

    /// <summary>A mail comes to the mailbox and goes all the way.</summary>
    public async Task<MailState> ReceiveAsync(byte[] raw)
    {
        Mailbox.Deliver(raw);
        await CollectAsync();
        await WorkOffAsync();
        return await MailAsync(raw);
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string prefix)
    {
        var names = new List<string>();
        await foreach (var document in Documents.ListAsync(prefix, Cancel))
        {
            names.Add(document.Name);
        }

        return names;
    }

    public Task PutAsync(string name, byte[] bytes) => Documents.PutIfAbsentAsync(name, new MemoryStream(bytes), Cancel);

    public static string IdOf(byte[] raw) => Convert.ToHexStringLower(SHA256.HashData(raw));

    public Task<MailState> MailAsync(byte[] raw) => Book.Mails.LoadAsync(IdOf(raw), Cancel);

    public Task<RequestState> RequestAsync(string code) => Book.Requests.LoadAsync(code, Cancel);

    public async Task<Standing> StandingAsync(string code) => Standing.Of(await RequestAsync(code), Core.Deadlines.LondonDay.Of(Clock.GetUtcNow()));

    public async Task<IReadOnlyList<RequestEvent>> EventsAsync(string code)
    {
        var events = new List<RequestEvent>();
        await foreach (var happening in Book.Requests.EventsAsync(code, Cancel))
        {
            events.Add(happening);
        }

        return events;
    }

    public async Task<IReadOnlyList<string>> QueuedForClassificationAsync() => await Queue.PeekAsync(ReplyMessages.ClassifyQueue, 1000, Cancel);

    public Task<IReadOnlyList<TriageItem>> TriageAsync() => Pipeline.Triage.RunAsync(Cancel);

    /// <summary>
    /// Plays a scene again and again, each time in a world of its own and with the process dying one call later than before, until it
    /// gets through; after every death <paramref name="aftermath"/> goes on with a new process and says what must be true.
    /// </summary>
    /// <returns>How many deaths there were.</returns>
    public static async Task<int> DieAtEveryCallAsync(
        Func<Task<PipelineDriver>> world, Func<PipelineDriver, Crash, Task> scene, Func<PipelineDriver, Task> aftermath)
    {
        var deaths = 0;
        foreach (var afterwards in new[] { false, true })
        {
            for (var call = 1; ; call++)
            {
                var driver = await world();
                var crash = new Crash(call, afterwards);
                try
                {
                    await scene(driver, crash);
                }
                catch (CrashException)
                {
                    deaths++;
                }

                try
                {
                    await aftermath(driver);
                }
                catch (Exception e) when (e is ShouldAssertException)
                {
                    throw new ShouldAssertException($"The process died {(afterwards ? "after" : "before")} call {call}. {e.Message}", e);
                }

                if (!crash.Happened)
                {
                    break;
                }
            }
        }

        return deaths;
    }
}
