using FoiPipeline.Core.Replies.Quoting;

namespace FoiPipeline.Core.Replies.Judging;

/// <summary>Mail that people wrote. First by the answers laid out, then by wording, the kind that binds us most first.</summary>
internal static class LetterJudge
{
    private const double Strong = 0.75;

    /// <summary>A mail of fewer words that points to a page leaves the answer to the page.</summary>
    private const int WordsOfAnAnswer = 70;

    public static Judgement Judge(JudgedReply reply, Signs signs, AnswersFound answers) =>
        answers.Any ? ByAnswers(reply, signs, answers) : ByWording(reply, signs);

    private static Judgement ByAnswers(JudgedReply reply, Signs signs, AnswersFound answers)
    {
        var given = answers.Of(AnswerNature.Given);
        var notHeld = answers.Of(AnswerNature.NotHeld);
        var withheld = answers.Of(AnswerNature.Withheld);
        var laidOut = new Evidence("answers.laid-out", reply.Answers.Answers[0].Source, $"{answers.Count} of {Math.Max(reply.Asked, answers.Count)} questions answered: {given} given, {notHeld} not held, {withheld} withheld");

        // A newsletter numbers its points too: what neither speaks of a request nor answers a mail is not believed without a person.
        var most = signs.Has(Sign.AboutRequest) || reply.Mail.InReplyTo.Count > 0 ? 1 : Judgement.PersonBelow - 0.05;
        Judgement Of(ReplyKind kind, double confidence, params ReadOnlySpan<Sign> signsOfIt) => new(kind, Math.Min(confidence, most), [laidOut, .. signs.For(signsOfIt)]);

        if (answers.Of(AnswerNature.Asks) * 2 > answers.Count && signs.Has(Sign.Unclear))
        {
            return Of(ReplyKind.Clarification, 0.85, Sign.Unclear);
        }

        if (given == 0 && notHeld + withheld > 0)
        {
            return (notHeld, withheld) switch
            {
                (_, 0) => Of(ReplyKind.NotHeld, 0.93, Sign.NotHeld),
                (0, _) => Of(ReplyKind.Refusal, 0.9, Sign.Withheld),
                _ => Of(ReplyKind.Refusal, 0.6, Sign.Withheld, Sign.NotHeld),
            };
        }

        if (notHeld + withheld > 0)
        {
            return Of(ReplyKind.Partial, withheld > 0 ? 0.92 : 0.88, Sign.Withheld, Sign.NotHeld, Sign.InPart);
        }

        var missing = reply.Asked - answers.Count;
        if (missing > 0 && (signs.Has(Sign.InPart) || signs.Has(Sign.Withheld, Strong) || signs.Has(Sign.Later, Strong) || signs.Has(Sign.NotHeld, Strong)))
        {
            return Of(ReplyKind.Partial, 0.8, Sign.InPart, Sign.Withheld, Sign.Later, Sign.NotHeld);
        }

        return Of(ReplyKind.Full, missing > 1 ? 0.65 : missing == 1 ? 0.85 : 0.96, Sign.Answered);
    }

    private static Judgement ByWording(JudgedReply reply, Signs signs)
    {
        var answered = signs.Of(Sign.Answered);
        var hasPaper = reply.Letters.Count > 0 || reply.HasUnreadable || reply.HasDocuments;
        var answersNow = answered >= Strong && (hasPaper || answered >= 0.85);
        return Fees(signs)
            ?? (answersNow ? null : Extension(signs))
            ?? Clarification(signs, answersNow)
            ?? Refusal(reply, signs, answersNow)
            ?? Transfer(signs, answersNow)
            ?? NotHeld(reply, signs, answersNow)
            ?? Full(reply, signs, answered, hasPaper)
            ?? Acknowledgement(signs)
            ?? Unknown(reply, signs);
    }

    private static Judgement? Fees(Signs signs) =>
        signs.Has(Sign.Fee, Strong) ? Make(ReplyKind.FeesNotice, signs.Of(Sign.Fee), signs, [Sign.Fee]) : null;

    private static Judgement? Extension(Signs signs)
    {
        var later = signs.Of(Sign.Later);
        if (later < 0.6 || signs.Has(Sign.Unclear, later) || signs.Has(Sign.InPart, later))
        {
            return null;
        }

        // "Considering section 43" is no refusal; "is withheld" is one.
        var refuses = signs.Of(Sign.Withheld) > later && signs.Of(Sign.Withheld) > 0.9;
        return refuses ? null : Make(ReplyKind.Extension, later, signs, [Sign.Later], against: signs.Of(Sign.Withheld) > 0.7 ? 0.1 : 0);
    }

    private static Judgement? Clarification(Signs signs, bool answersNow)
    {
        var unclear = signs.Of(Sign.Unclear);
        var refuses = signs.Of(Sign.Withheld) >= 0.85 && signs.Of(Sign.Withheld) >= unclear;
        return unclear < 0.65 || answersNow || refuses ? null : Make(ReplyKind.Clarification, unclear, signs, [Sign.Unclear], against: signs.Has(Sign.Answered) ? 0.15 : 0);
    }

    /// <summary>Two ways of saying that the request is refused outweigh a polite opening; papers and links may still answer a part of it.</summary>
    private static bool RefusesAll(JudgedReply reply, Signs signs) =>
        signs.Has(Sign.RefusedWhole, 0.85) && signs.Has(Sign.Withheld, 0.85) && !signs.Has(Sign.InPart, 0.9) && !reply.HasDocuments && !signs.Has(Sign.OnWebsite);

    private static Judgement? Refusal(JudgedReply reply, Signs signs, bool answersNow)
    {
        var withheld = signs.Of(Sign.Withheld);
        var inPart = signs.Of(Sign.InPart);
        if (withheld < 0.6 && inPart < 0.7)
        {
            return null;
        }

        if (RefusesAll(reply, signs))
        {
            return Make(ReplyKind.Refusal, withheld, signs, [Sign.RefusedWhole, Sign.Withheld], against: inPart >= 0.7 || answersNow ? 0.15 : 0);
        }

        var onlyAccessible = signs.Has(Sign.OnWebsite) && withheld < 0.7;
        if (inPart >= 0.7 || (answersNow && withheld >= 0.6 && !onlyAccessible))
        {
            var both = inPart >= 0.7 && (withheld >= 0.6 || signs.Has(Sign.NotHeld));
            var alone = !signs.Has(Sign.AboutRequest) && !signs.Has(Sign.Answered) && reply.Mail.InReplyTo.Count == 0;
            return Make(ReplyKind.Partial, both ? Math.Max(inPart, 0.9) : alone ? 0.3 : 0.55, signs, [Sign.InPart, Sign.Withheld, Sign.NotHeld]);
        }

        return onlyAccessible ? null : Make(ReplyKind.Refusal, withheld, signs, [Sign.Withheld]);
    }

    private static Judgement? Transfer(Signs signs, bool answersNow)
    {
        var elsewhere = signs.Of(Sign.Elsewhere);
        if (elsewhere < 0.55 || answersNow || signs.Of(Sign.NotHeld) > elsewhere)
        {
            return null;
        }

        var confirmsOnly = signs.Has(Sign.Received, 0.85) && elsewhere < 0.7;
        return confirmsOnly ? null : Make(ReplyKind.Transfer, elsewhere, signs, [Sign.Elsewhere], against: signs.Has(Sign.NotHeld) || signs.Has(Sign.Received, 0.7) ? 0.15 : 0);
    }

    private static Judgement? NotHeld(JudgedReply reply, Signs signs, bool answersNow)
    {
        var notHeld = signs.Of(Sign.NotHeld);
        if (notHeld < 0.7)
        {
            return null;
        }

        // Something is not held, and yet papers or links are given: only a person can say what they answer.
        return answersNow && (reply.HasDocuments || signs.Has(Sign.OnWebsite))
            ? Make(ReplyKind.Partial, 0.4, signs, [Sign.NotHeld, Sign.Answered])
            : Make(ReplyKind.NotHeld, notHeld, signs, [Sign.NotHeld], against: signs.Has(Sign.Elsewhere, 0.55) ? 0.2 : 0);
    }

    private static Judgement? Full(JudgedReply reply, Signs signs, double answered, bool hasPaper)
    {
        var received = signs.Of(Sign.Received);
        if ((received >= 0.85 && answered < 0.75) || (received >= 0.7 && answered < 0.6))
        {
            // A promise to answer, with or without a letter attached that says the same.
            return null;
        }

        if (answered < 0.6 && !signs.Has(Sign.AboutRequest) && reply.Mail.InReplyTo.Count == 0)
        {
            // "Please find attached our invoice" speaks of no request.
            return null;
        }

        if (reply.HasUnreadable && reply.Letters.Count == 0 && answered >= 0.4)
        {
            // The answer is in a paper that nobody has read yet.
            return new Judgement(ReplyKind.Full, 0.5, [.. signs.For(Sign.Answered), new Evidence("attachment.unreadable", "body", "the attached answer could not be read")]);
        }

        var onWebsite = signs.Of(Sign.OnWebsite);
        if (onWebsite >= 0.7 && !hasPaper && BodyText.Words(reply.OwnWords, WordsOfAnAnswer) < WordsOfAnAnswer)
        {
            // What the page says nobody has read yet: the whole answer, or a part of it.
            return Make(ReplyKind.Full, 0.4, signs, [Sign.OnWebsite, Sign.Answered]);
        }

        var strength = (hasPaper, reply.Letters.Count > 0) switch
        {
            (true, true) when answered >= 0.4 => Math.Max(answered, 0.8),
            (true, _) when answered >= 0.4 => Math.Min(answered, 0.55),
            _ when answered >= 0.6 => Math.Min(answered, 0.85),
            _ when onWebsite >= 0.7 => 0.4,
            _ when answered >= 0.45 && received < 0.4 => 0.3,
            _ => 0,
        };
        return strength == 0 ? null : Make(ReplyKind.Full, strength, signs, [Sign.Answered, Sign.OnWebsite]);
    }

    private static Judgement? Acknowledgement(Signs signs) =>
        signs.Has(Sign.Received) ? Make(ReplyKind.Acknowledgement, signs.Of(Sign.Received), signs, [Sign.Received], against: signs.Of(Sign.Answered) > 0.4 ? 0.1 : 0) : null;

    private static Judgement Unknown(JudgedReply reply, Signs signs)
    {
        if (reply.Letters.Count > 0 && signs.Has(Sign.AboutRequest))
        {
            return new Judgement(ReplyKind.Full, 0.6, [new Evidence("attachment.letter", reply.Letters[0].Name, "looks like the authority's answer")]);
        }

        Evidence[] nothing = [new Evidence("none", "body", "no wording of any kind of reply was found")];
        return signs.Of(Sign.Received) >= 0.4 && reply.OwnWords.Length < 600 && signs.Has(Sign.AboutRequest)
            ? new Judgement(ReplyKind.Acknowledgement, 0.55, [.. signs.For(Sign.Received)])
            : new Judgement(ReplyKind.Other, signs.Has(Sign.AboutRequest) ? 0.4 : 0.6, nothing);
    }

    private static Judgement Make(ReplyKind kind, double strength, Signs signs, Sign[] signsOfIt, double against = 0) =>
        new(kind, Math.Clamp(0.5 + 0.47 * strength - against, 0.3, 0.97), [.. signs.For(signsOfIt)]);
}
