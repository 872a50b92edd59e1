namespace FoiPipeline.Core.Triage;

/// <summary>One thing only a person can settle.</summary>
/// <param name="Type">What kind of question it is.</param>
/// <param name="Subject">The mail's id or the request's authority.</param>
/// <param name="IsMail">Whether <paramref name="Subject"/> is a mail.</param>
/// <param name="Since">Since when it waits; the first moment of time for what a queue holds without saying since when.</param>
/// <param name="Title">From whom and about what, in one line.</param>
/// <param name="Question">What the person is asked, with the reason.</param>
/// <param name="Actions">Commands that settle it, ready to be typed.</param>
public sealed record TriageItem(
    TriageType Type, string Subject, bool IsMail, DateTimeOffset Since, string Title, string Question, IReadOnlyList<string> Actions);
