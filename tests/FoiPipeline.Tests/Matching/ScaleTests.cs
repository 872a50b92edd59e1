using System.Globalization;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Matching;

/// <summary>A look-up among 45,000 authorities takes the same steps and the same memory as one among 209.</summary>
public sealed class ScaleTests
{
    private static readonly AuthorityIndex Small = new(MatchWorld.Round(MatchWorld.RealAuthorities()));
    private static readonly AuthorityIndex Large = new(MatchWorld.Round([.. MatchWorld.RealAuthorities(), .. Many(45_000 - 209)]));

    public static TheoryData<string> Mails => [.. Samples().Keys];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task The_cost_of_a_match_does_not_grow_with_the_register(string mail)
    {
        var input = Samples()[mail];
        var (small, inSmall) = await MeasureAsync(new MatchWorld(Small), input);
        var (large, inLarge) = await MeasureAsync(new MatchWorld(Large), input);

        inLarge.Attributed.ShouldBe(inSmall.Attributed);
        inLarge.Doubt.ShouldBe(inSmall.Doubt);
        large.ShouldBeLessThanOrEqualTo((small * 11 / 10) + 1024);
    }

    [Fact]
    public void Names_are_found_in_the_same_number_of_steps()
    {
        const string Text = "On behalf of NHS Ashford CCG, Bath and North East Somerset CCG and the South West London STP we answer your questions on Place 7.";
        Large.FindNames(Text).Steps.ShouldBeLessThanOrEqualTo(Small.FindNames(Text).Steps + 10);
        Large.FindNames(Text).Hits.Select(h => h.Words).ShouldBe(Small.FindNames(Text).Hits.Select(h => h.Words));
    }

    [Fact]
    public void Steps_grow_with_the_text_and_not_faster()
    {
        const string Unit = "NHS North East Hampshire and North West Bath and North East ";
        var once = Large.FindNames(string.Concat(Enumerable.Repeat(Unit, 100))).Steps;
        Large.FindNames(string.Concat(Enumerable.Repeat(Unit, 1000))).Steps.ShouldBeLessThanOrEqualTo(once * 11);
    }

    private static async Task<(long Bytes, MatchFinding Finding)> MeasureAsync(MatchWorld world, MatchInput input)
    {
        for (var i = 0; i < 3; i++)
        {
            await world.MatchAsync(input);
        }

        // The memory of this test answers at once, so the whole match runs on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var match = world.MatchAsync(input);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        match.IsCompleted.ShouldBeTrue();
        return (bytes, await match);
    }

    private static Dictionary<string, MatchInput> Samples() => new(StringComparer.Ordinal)
    {
        ["token"] = MatchWorld.Mail(to: MatchWorld.ReplyAddress("09C"), own: "Our answers follow."),
        ["thread"] = MatchWorld.Mail(answers: MatchWorld.LetterTo("09C")),
        ["references"] = MatchWorld.Mail(subject: "SV16-09C", quoted: "> SV16-02N"),
        ["damaged"] = MatchWorld.Mail(to: $"foi+{MarkTests.Damage(MatchWorld.Token("02N")).First()}@healthy.example"),
        ["sender"] = MatchWorld.Mail(from: "ashford.foi@nhsmail.example", own: "Your FOI request."),
        ["names"] = MatchWorld.Mail(own: "On behalf of NHS Ashford CCG and NHS Newcastle Gateshead CCG", signature: "NHS Manchester CCG"),
        ["bounce"] = MatchWorld.Mail(from: "mailer-daemon@mx.example", own: "Could not reach ashford.foi@nhsmail.example"),
        ["nothing"] = MatchWorld.Mail(subject: "Lunch?", own: "Are you free?"),
    };

    private static IEnumerable<Authority> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            yield return new Authority
            {
                Id = AuthorityId.Parse($"X{i:D5}"),
                Name = $"NHS Place {number} and Parish {i % 97} CCG",
                FoiAddress = $"place{number}.foi@nhsmail.example",
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["region"] = $"Region Number {i % 40}" },
            };
        }
    }
}
