using BenchmarkDotNet.Attributes;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Storage;
using FoiPipeline.Mailing;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>One letter: its text and bytes alone, and all of sending it (stored, locked, handed over, journalled, each step safe on the disk before the next).</summary>
public class LetterBenchmarks
{
    private const int Letters = 64;

    private static readonly MimeMailFormat Format = new();
    private static readonly Round Round = Hurried(BenchmarkRound.Of(Letters));
    private static readonly FixedClock Clock = new(SendingWindow.Of(Round).NextOpening(DateTimeOffset.UnixEpoch) ?? throw new InvalidOperationException("The shipped round's window never opens."));

    private readonly LetterComposer _composer = new(Round);
    private ScratchFolder? _folder;
    private DataFolder? _data;
    private SendDueLetters? _send;

    [Benchmark]
    public byte[] Compose_and_write()
    {
        var authority = Round.Authorities[0];
        return Format.Write(_composer.Compose(authority, authority.FoiAddress, new LetterId(Round.ReferencePrefix, authority.Id, LetterKind.Initial, 1), Clock.GetUtcNow()));
    }

    [IterationSetup(Target = nameof(Send_and_journal))]
    public void Open()
    {
        _folder = ScratchFolder.OnDisk();
        _data = DataFolder.Open(Path.Combine(_folder.Path, "data"), Clock);
        new OpenRound(_data.Documents, _data.Register, Clock)
            .RunAsync(Round, new Dictionary<string, byte[]>(), Actor.Person("benchmark"), null, CancellationToken.None).GetAwaiter().GetResult();
        var book = new RoundBook(Round, _data.Register);
        var mailbox = new AcceptingMailbox();
        _send = new SendDueLetters(book, new LetterDesk(book, _data.Documents, Format, Clock), mailbox, new SettleLetters(book, mailbox, Clock), new RoundHome(_data.Register, "bench", Clock), Clock);
    }

    [IterationCleanup(Target = nameof(Send_and_journal))]
    public void Close()
    {
        _data!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder!.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Letters)]
    public async Task<int> Send_and_journal()
    {
        var report = await _send!.RunAsync(CancellationToken.None);
        return report.Sent == Letters ? report.Sent : throw new InvalidOperationException($"{report.Sent} letters were sent instead of {Letters}.");
    }

    /// <summary>All letters in one minute: the pace is not what is measured.</summary>
    private static Round Hurried(Round round) => round with { Sending = round.Sending with { LettersAMinute = Letters, LettersAMinutePerHost = Letters } };
}
