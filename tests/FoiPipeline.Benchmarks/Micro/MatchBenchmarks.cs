using BenchmarkDotNet.Attributes;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>
/// Finding whose reply a mail is, as the pipeline does it (the ladder over the frozen register, with what was learned in SQLite). The ratio of 45,000
/// to 209 requests is to stay near 1.
/// </summary>
public class MatchBenchmarks
{
    private const string Code = "02N";

    private MatchLadder? _few;
    private MatchLadder? _many;
    private MatchInput? _input;

    /// <summary>What in the mail leads to the request.</summary>
    [Params("token", "thread", "sender", "names", "nothing")]
    public string Clue { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        (_few, _many) = (Ladder(SharedRounds.Few), Ladder(SharedRounds.Many));
        _input = Mail(SharedRounds.Few.Book.Round);
        if (!Match_among_209().GetAwaiter().GetResult().Attributed.SequenceEqual(Match_among_45_000().GetAwaiter().GetResult().Attributed))
        {
            throw new InvalidOperationException("The two registers give different answers, so their costs cannot be compared.");
        }
    }

    [Benchmark(Baseline = true)]
    public Task<MatchFinding> Match_among_209() => _few!.MatchAsync(_input!, CancellationToken.None);

    [Benchmark]
    public Task<MatchFinding> Match_among_45_000() => _many!.MatchAsync(_input!, CancellationToken.None);

    private static MatchLadder Ladder(SeededRound round)
    {
        var index = new AuthorityIndex(round.Book.Round);
        return new MatchLadder(index, new LearnMatch(round.Book, index, TimeProvider.System));
    }

    private MatchInput Mail(Round round)
    {
        var authority = round.Authorities.Single(a => a.Id.Value == Code);
        var letter = new LetterId(round.ReferencePrefix, authority.Id, LetterKind.Initial, 1);
        var own = Clue == "names" ? $"On behalf of {authority.Name} and NHS Newcastle Gateshead CCG we answer your questions." : "Our answers to your questions follow.";
        return new MatchInput
        {
            OwnWords = own,
            Mail = new Mail
            {
                From = new MailAddress("FOI team", Clue == "sender" ? authority.FoiAddress : "someone@elsewhere.example"),
                To = [new MailAddress("", Clue == "token" ? ReplyAddress.For(round.Requester, letter.Reference) : round.Requester.Email)],
                InReplyTo = Clue == "thread" ? [LetterMessageId.For(letter, round.Requester.Email)] : [],
                Subject = "Your request",
                Body = own,
            },
        };
    }
}
