namespace FoiPipeline.Core.Replies.Answering;

/// <summary>A text in which answers are looked for: the body, or an attachment that looks like the authority's letter.</summary>
/// <param name="Name"><c>body</c>, or the attachment's name.</param>
/// <param name="Lines">Its lines in order.</param>
public sealed record AnswerSource(string Name, IReadOnlyList<SourceLine> Lines);

/// <param name="Text">The line.</param>
/// <param name="IsOwn">The authority's words; false for lines quoted from our letter, which are only known as questions.</param>
/// <param name="IsClosing">Signature, notices and boilerplate: part of no answer.</param>
/// <param name="Place">Page or paragraph where the format tells: <c>page 2</c>, <c>t1r3</c>; else empty.</param>
public readonly record struct SourceLine(string Text, bool IsOwn, bool IsClosing = false, string Place = "");

/// <summary>Answers by question, and the words that belong to none.</summary>
/// <param name="Answers">At most one for each question, in their order.</param>
/// <param name="OtherText">Own words that answer no question.</param>
/// <param name="OwnWords">The own words of each source in turn, without the questions it repeats: those are ours, and judge nothing.</param>
public sealed record LaidAnswers(IReadOnlyList<Answer> Answers, string OtherText, IReadOnlyList<string> OwnWords);
