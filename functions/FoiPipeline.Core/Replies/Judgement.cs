namespace FoiPipeline.Core.Replies;

/// <summary>What a reply was judged to be, and why.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Confidence">0 to 1; below <see cref="PersonBelow"/> a person is asked.</param>
/// <param name="Evidence">The words or headers that decided, most telling first.</param>
public sealed record Judgement(ReplyKind Kind, double Confidence, IReadOnlyList<Evidence> Evidence)
{
    public const double PersonBelow = 0.7;
}

/// <param name="Rule">Name of the rule: <c>header.auto-submitted</c>, <c>wording.not-held</c>.</param>
/// <param name="Where"><c>header</c>, <c>subject</c>, <c>body</c> or the attachment's name.</param>
/// <param name="Words">The words that matched, at most 160 characters.</param>
public sealed record Evidence(string Rule, string Where, string Words);
