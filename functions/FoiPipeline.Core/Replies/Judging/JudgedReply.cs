using FoiPipeline.Core.Replies.Answering;

namespace FoiPipeline.Core.Replies.Judging;

/// <summary>All that a judgement is made from: nothing that is quoted, signed or boilerplate is in it.</summary>
/// <param name="Mail">For headers, sender and subject.</param>
/// <param name="OwnWords">The sender's own words in the body.</param>
/// <param name="Letters">Attachments that look like the authority's letter, by name, with their own words.</param>
/// <param name="Answers">Answers laid beside the questions.</param>
/// <param name="Asked">How many questions we asked; 0 where it is not known.</param>
/// <param name="HasUnreadable">A document is attached that could not be read.</param>
/// <param name="HasDocuments">Other documents are attached, such as a policy.</param>
public sealed record JudgedReply(
    Mail Mail, string OwnWords, IReadOnlyList<(string Name, string Text)> Letters, LaidAnswers Answers, int Asked, bool HasUnreadable, bool HasDocuments);
