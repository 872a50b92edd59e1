namespace FoiPipeline.Core.Replies.Judging;

/// <summary>Absence notices and automatic confirmations. Never a mail that answers: ticket systems carry what people write in them.</summary>
internal static class MachineJudge
{
    public static Judgement? Judge(JudgedReply reply, HeaderSigns headers, Signs signs, AnswersFound answers)
    {
        if (answers.Any || reply.Letters.Count > 0)
        {
            return null;
        }

        if (headers.IsReceipt)
        {
            return new Judgement(ReplyKind.AutoAcknowledgement, 0.8, headers.Evidence);
        }

        return Absence(reply, headers, signs) ?? Confirmation(reply, headers, signs);
    }

    private static Judgement? Absence(JudgedReply reply, HeaderSigns headers, Signs signs)
    {
        var away = signs.Of(Sign.Away);
        var machine = headers.IsAutomatic || headers.HasAutoReplySubject || headers.HasAwaySubject;
        if (away < 0.4 && !headers.HasAwaySubject)
        {
            return null;
        }

        Evidence[] evidence = [.. headers.Evidence, .. signs.For(Sign.Away)];
        if (machine || headers.IsMaybeAutomatic)
        {
            // A shared mailbox confirms receipt and mentions closed days: then it is a confirmation.
            var confirms = signs.Has(Sign.Received, 0.75) && away < 0.8 && !headers.HasAwaySubject;
            return confirms || away < 0.5 && !headers.HasAwaySubject ? null : new Judgement(ReplyKind.OutOfOffice, Sure(machine ? 0.9 : 0.82, away), evidence);
        }

        var talksOfTheRequest = signs.Has(Sign.Later) || signs.Has(Sign.Answered) || signs.Has(Sign.Unclear) || signs.Has(Sign.NotHeld) || signs.Has(Sign.Withheld)
            || signs.Has(Sign.Received, 0.85) || signs.Has(Sign.Fee) || reply.HasUnreadable || reply.HasDocuments;
        return away < 0.7 || talksOfTheRequest ? null : new Judgement(ReplyKind.OutOfOffice, Sure(0.72, away), evidence);
    }

    private static Judgement? Confirmation(JudgedReply reply, HeaderSigns headers, Signs signs)
    {
        var saysSo = signs.Of(Sign.Automatic);
        var machine = headers.IsAutomatic || headers.HasAutoReplySubject;
        var perhaps = machine || headers.IsMaybeAutomatic || saysSo >= 0.6;
        if (!perhaps || reply.HasUnreadable || reply.HasDocuments)
        {
            return null;
        }

        // Something of substance typed into a ticket system goes to the rules for letters; the prefix of an automatic reply rules that out.
        if (!headers.HasAutoReplySubject && saysSo < 0.85 && HasSubstance(signs))
        {
            return null;
        }

        if (!machine && saysSo < 0.6 && !signs.Has(Sign.Received, 0.4))
        {
            return null;
        }

        var strength = 1 - (machine ? 0.2 : headers.IsMaybeAutomatic ? 0.5 : 1) * (1 - saysSo) * (1 - 0.5 * signs.Of(Sign.Received));
        return new Judgement(ReplyKind.AutoAcknowledgement, Math.Min(0.97, 0.55 + 0.42 * strength), [.. headers.Evidence, .. signs.For(Sign.Automatic, Sign.Received)]);
    }

    private static bool HasSubstance(Signs signs) =>
        signs.Has(Sign.Answered, 0.75) || signs.Has(Sign.Unclear, 0.75) || signs.Has(Sign.Fee, 0.75) || signs.Has(Sign.Later, 0.75) || signs.Has(Sign.Withheld, 0.75)
        || signs.Has(Sign.NotHeld, 0.7) || signs.Has(Sign.Elsewhere, 0.75) || signs.Has(Sign.InPart, 0.75);

    private static double Sure(double from, double strength) => Math.Min(0.98, from + 0.09 * strength);
}
