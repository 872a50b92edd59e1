namespace FoiPipeline.Core.Replies.Judging;

/// <summary>
/// Judges what a reply is: headers first, then wording. Confidence is meant as a share: of judgements at 0.9 and above, 99 in 100 are right;
/// below <see cref="Judgement.PersonBelow"/> a person is asked.
/// </summary>
public static class KindJudge
{
    private static readonly KindRule[] Rules = [.. MachineRules.All, .. LetterRules.All];

    public static Judgement Judge(JudgedReply reply)
    {
        var headers = new HeaderSigns(reply.Mail);
        if (DeliveryJudge.FromReport(reply.Mail) is { } report)
        {
            return report;
        }

        List<JudgedText> texts = [JudgedText.Of("body", reply.OwnWords), JudgedText.Of("subject", reply.Mail.Subject)];
        texts.AddRange(reply.Letters.Select(letter => JudgedText.Of(letter.Name, letter.Text)));
        var signs = Signs.In(texts, Rules);
        var answers = AnswersFound.In(reply, signs);
        return DeliveryJudge.FromWording(reply, headers, signs, answers)
            ?? UnrelatedMail(headers, signs, answers)
            ?? MachineJudge.Judge(reply, headers, signs, answers)
            ?? LetterJudge.Judge(reply, signs, answers);
    }

    private static Judgement? UnrelatedMail(HeaderSigns headers, Signs signs, AnswersFound answers)
    {
        var strength = 1 - (1 - signs.Of(Sign.Unrelated)) * (headers.IsBulk ? 0.3 : 1);
        // The numbered points of a newsletter answer nothing.
        if ((answers.Any && !headers.IsBulk) || strength < 0.65 || signs.Has(Sign.AboutRequest))
        {
            return null;
        }

        return new Judgement(ReplyKind.Other, 0.6 + 0.35 * strength, [.. headers.Evidence, .. signs.For(Sign.Unrelated)]);
    }
}
