using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Benchmarks.Rounds;

/// <summary>
/// A data folder in the middle of a round, written through the same ports as in earnest: every letter sent and acknowledged, four of five requests
/// answered, one of fifty with a mail that waits for a person.
/// </summary>
internal sealed class SeededRound : IAsyncDisposable
{
    private static readonly Actor Rule = Actor.Rule("benchmark");
    private static readonly DateTimeOffset Opened = new(2016, 7, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly ScratchFolder _folder;

    private SeededRound(ScratchFolder folder, DataFolder data, RoundBook book)
    {
        _folder = folder;
        Data = data;
        Book = book;
    }

    public DataFolder Data { get; }

    public RoundBook Book { get; }

    public static async Task<SeededRound> MakeAsync(int requests)
    {
        var folder = ScratchFolder.InMemory();
        var data = DataFolder.Open(Path.Combine(folder.Path, "data"), TimeProvider.System);
        var round = BenchmarkRound.Of(requests);
        await FillAsync(data, round, writers: 1);
        return new SeededRound(folder, data, new RoundBook(round, data.Register));
    }

    /// <summary>Writes the middle of a round into any store.</summary>
    public static async Task FillAsync(IStore store, Round round, int writers)
    {
        var book = new RoundBook(round, store.Register);
        await store.Documents.PutIfAbsentAsync(OpenRound.Document, new MemoryStream(RoundFile.ToBytes(round)), CancellationToken.None);
        await Parallel.ForAsync(
            0, round.Authorities.Count, new ParallelOptions { MaxDegreeOfParallelism = writers }, async (i, _) => await AddRequestAsync(book, round.Authorities[i], i));
    }

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task AddRequestAsync(RoundBook book, Authority authority, int number)
    {
        var reference = book.Reference(authority.Id).ToString();
        var letter = new LetterId(book.Round.ReferencePrefix, authority.Id, LetterKind.Initial, 1);
        var messageId = LetterMessageId.For(letter, book.Round.Requester.Email);
        var acknowledged = Opened.AddDays(1);
        RequestEvent[] sent =
        [
            new RequestOpened(authority.Id, reference) { At = Opened, By = Rule },
            new LetterQueued(letter, Opened, number + 1, BodyDocument: null) { At = Opened, By = Rule },
            new LetterSending(letter, 1, authority.FoiAddress, messageId, Hash(messageId)) { At = Opened, By = Rule },
            new LetterSent(letter, Opened, "250 2.0.0 Ok: queued") { At = Opened, By = Rule },
            .. Reply(authority, $"Thank you for your request {reference}", acknowledged, ReplyKind.Acknowledgement),
        ];
        RequestEvent[] answered = number % 5 == 0 ? [] : Answer(authority, reference, number);
        await book.Requests.DecideAsync(authority.Id.Value, _ => [.. sent, .. answered], CancellationToken.None);
        if (number % 50 == 0)
        {
            await AddWaitingMailAsync(book, authority, acknowledged);
        }
    }

    private static RequestEvent[] Answer(Authority authority, string reference, int number)
    {
        var kind = (number % 7) switch { 0 => ReplyKind.Refusal, 1 => ReplyKind.NotHeld, 2 or 3 => ReplyKind.Partial, _ => ReplyKind.Full };
        var at = Opened.AddDays(10 + (number % 20));
        RequestEvent[] reply = Reply(authority, $"Our response to {reference}", at, kind);
        return [.. reply, new ResponseQueued(((ReplyReceived)reply[0]).Mail, 1, kind) { At = at, By = Rule }];
    }

    private static RequestEvent[] Reply(Authority authority, string subject, DateTimeOffset at, ReplyKind kind)
    {
        var mail = Hash($"{authority.Id} {kind}");
        var evidence = new[] { new Evidence("wording.request-received", "body", "Thank you for your request under the Freedom of Information Act, received on 1 July") };
        return
        [
            new ReplyReceived(mail, at, $"FOI Team <{authority.FoiAddress}>", subject, $"<{mail[..16]}@nhs.example>", "ReplyToken", "to: reply address") { At = at, By = Rule },
            new ReplyJudged(mail, 1, kind, 0.95, evidence, PermanentBounce: false, string.Create(CultureInfo.InvariantCulture, $"FOI {authority.Id}/16"), Hash(mail)) { At = at, By = Rule },
        ];
    }

    private static async Task AddWaitingMailAsync(RoundBook book, Authority authority, DateTimeOffset at)
    {
        var mail = Hash($"{authority.Id} waiting");
        await book.Mails.DecideAsync(
            mail,
            _ =>
            [
                new MailCollected(mail, 4_096, at, "mailbox") { At = at, By = Rule },
                new MailMatched($"Somebody <{authority.FoiAddress}>", "Your request", $"<{mail[..16]}@nhs.example>", [], "", "", [authority.Id], "Unattributed", "Nothing in this mail says for sure whose answer it is.") { At = at, By = Rule },
            ],
            CancellationToken.None);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
