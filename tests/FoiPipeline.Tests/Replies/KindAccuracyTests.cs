using System.Globalization;
using FoiPipeline.Core.Replies;
using FoiPipeline.Tests.Replies.Corpus;

namespace FoiPipeline.Tests.Replies;

/// <summary>How often the reader is right on the labelled corpus, on the part the rules were written for and on the part held out.</summary>
public sealed class KindAccuracyTests(ITestOutputHelper output)
{
    private static readonly ReplyKind[] Automatic = [ReplyKind.Bounce, ReplyKind.OutOfOffice, ReplyKind.AutoAcknowledgement];
    private static readonly ReplyKind[] Answers = [ReplyKind.Full, ReplyKind.Partial, ReplyKind.NotHeld, ReplyKind.Refusal];

    private static readonly IReadOnlyList<(LabelledReply Reply, Judgement Judged)> All =
        [.. LabelledReply.All.Select(r => (r, new ReplyReader("SV16").Read(r.Mail, r.Attachments, OurLetter.Questions).Judgement))];

    [Theory]
    [InlineData(false, 0.95)]
    [InlineData(true, 0.92)]
    public void Kinds_are_right_on_both_parts_of_the_corpus(bool heldOut, double floor)
    {
        var part = All.Where(r => r.Reply.IsHeldOut == heldOut).ToList();
        var right = part.Count(r => r.Judged.Kind == r.Reply.Kind);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(heldOut ? "held out" : "known")}: {right} of {part.Count}"));
        foreach (var (reply, judged) in part.Where(r => r.Judged.Kind != r.Reply.Kind && !heldOut))
        {
            output.WriteLine($"{reply}: {judged.Kind} {judged.Confidence:0.00} {string.Join("; ", judged.Evidence.Take(4).Select(e => $"{e.Rule} '{e.Words}'"))}");
        }

        ((double)right / part.Count).ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Fact]
    public void The_corpus_is_large_and_has_every_kind_in_both_parts()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(160);
        All.Select(r => r.Reply.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(All.Count);
        All.Where(r => r.Reply.IsHeldOut).Select(r => r.Reply.Kind).Distinct().Count().ShouldBeGreaterThanOrEqualTo(12);
        All.Where(r => !r.Reply.IsHeldOut).Select(r => r.Reply.Kind).Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public void Automatic_mail_is_known_as_automatic()
    {
        var automatic = All.Where(r => Automatic.Contains(r.Reply.Kind)).ToList();
        automatic.Where(r => !Automatic.Contains(r.Judged.Kind)).Select(r => r.Reply.Id).ShouldBeEmpty();
    }

    [Fact]
    public void No_answer_of_a_person_is_taken_for_automatic_mail() =>
        All.Where(r => Answers.Contains(r.Reply.Kind) && Automatic.Contains(r.Judged.Kind)).Select(r => r.Reply.Id).ShouldBeEmpty();

    [Fact]
    public void Where_confidence_is_high_the_judgement_is_right()
    {
        var sure = All.Where(r => r.Judged.Confidence >= 0.9).ToList();
        var wrong = sure.Where(r => r.Judged.Kind != r.Reply.Kind).Select(r => $"{r.Reply} as {r.Judged.Kind}").ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sure: {sure.Count} of {All.Count}, wrong {wrong.Count}"));
        ((double)wrong.Count / sure.Count).ShouldBeLessThanOrEqualTo(0.01, string.Join("; ", wrong));
        sure.Count.ShouldBeGreaterThan(All.Count / 3);
    }

    [Fact]
    public void A_mistake_goes_to_a_person_or_is_rare()
    {
        var unseen = All.Where(r => r.Judged.Kind != r.Reply.Kind && r.Judged.Confidence >= Judgement.PersonBelow).ToList();
        ((double)unseen.Count / All.Count).ShouldBeLessThanOrEqualTo(0.04);
    }

    [Fact]
    public void Every_judgement_says_why_and_how_surely()
    {
        foreach (var (reply, judged) in All)
        {
            judged.Confidence.ShouldBeInRange(0, 1, reply.Id);
            judged.Evidence.ShouldNotBeEmpty(reply.Id);
            judged.Evidence.ShouldAllBe(e => e.Words.Length <= 160);
        }
    }
}
