using FoiPipeline.Core.Replies.Answering;
using FoiPipeline.Core.Replies.Judging;
using FoiPipeline.Core.Replies.Quoting;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies;

/// <summary>
/// Reads one reply: cuts what is quoted, lays the answers beside the questions, judges the kind, finds the authority's own reference. Pure and
/// without state: the same mail is read the same way every time. Never throws for content.
/// </summary>
/// <param name="ourPrefix">What the round's references start with (<c>SV16</c>); nothing where no round is known.</param>
public sealed class ReplyReader(string? ourPrefix = null)
{
    /// <param name="mail">The mail.</param>
    /// <param name="attachments">Its attachments with the text that was got out of them.</param>
    /// <param name="questions">The round's questions; may be empty.</param>
    public Reading Read(Mail mail, IReadOnlyList<ReadAttachment> attachments, IReadOnlyList<Question> questions)
    {
        var body = QuoteCutter.Cut(mail, questions);
        var asked = questions.Count > 0 ? questions : LetterQuestions.In(body.Lines.Where(l => l.Role == LineRole.Quoted).Select(l => l.Text));
        var letters = AnswerLetters.Among(attachments, asked);
        var answers = AnswerSplitter.Lay([BodySource(body), .. letters], asked);
        var words = letters.Select((letter, i) => (letter.Name, Text: answers.OwnWords[i + 1])).ToList();
        var judgement = KindJudge.Judge(new JudgedReply(
            mail, answers.OwnWords[0], words, answers, asked.Count,
            HasUnreadable: attachments.Any(AnswerLetters.IsUnreadable),
            HasDocuments: attachments.Count(AnswerLetters.IsPaper) > letters.Count));

        return new Reading
        {
            Judgement = judgement,
            OwnWords = body.OwnWords,
            Quoted = body.Quoted,
            Closing = body.Closing,
            Answers = IsAnswer(judgement.Kind) ? answers.Answers : [],
            OtherText = IsAnswer(judgement.Kind) ? answers.OtherText : string.Join("\n\n", answers.OwnWords).Trim(),
            TheirReference = TheirReference.In([mail.Subject, body.OwnWords, .. words.Select(w => w.Text), body.Closing], ourPrefix, body.Quoted),
            IsPermanentBounce = judgement.Kind == ReplyKind.Bounce ? judgement.Evidence.Any(e => e.Rule == DeliveryJudge.FailedRule) : null,
        };
    }

    private static AnswerSource BodySource(CutBody body) =>
        new("body", [.. body.Lines.Select(line => new SourceLine(line.Text, line.Role != LineRole.Quoted, line.Role is not (LineRole.Own or LineRole.Quoted)))]);

    /// <summary>Numbered points of a clarification or an acknowledgement answer nothing.</summary>
    private static bool IsAnswer(ReplyKind kind) => kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld or ReplyKind.Refusal;
}
