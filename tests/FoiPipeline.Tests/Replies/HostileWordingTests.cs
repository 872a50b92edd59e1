using FoiPipeline.Core.Replies.Judging;

namespace FoiPipeline.Tests.Replies;

/// <summary>Text built to keep a backtracking expression busy for ever is searched by the linear engine instead, with the same result.</summary>
public sealed class HostileWordingTests
{
    // Tries every way of cutting the run of letters into ones and twos.
    private static readonly KindRule Rule = new("test.exponential", Sign.Received, 1, ["aa"], @"\b(a|aa)+c\b");

    private static readonly string Trap = new('a', 200);

    [Fact]
    public void Words_behind_a_trap_are_still_found()
    {
        var text = JudgedText.Of("body", $"{Trap} aac {Trap}");
        Rule.FindIn(text)!.Value.ShouldBe("aac");
    }

    [Fact]
    public void A_trap_alone_is_no_match() => Rule.FindIn(JudgedText.Of("body", Trap)).ShouldBeNull();
}
