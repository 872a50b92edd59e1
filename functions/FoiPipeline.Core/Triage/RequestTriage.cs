using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Triage;

/// <summary>Whether a request itself, rather than one of its mails, needs a person.</summary>
public static class RequestTriage
{
    public static TriageItem? Of(RequestState request)
    {
        if (request.Withdrawn is not null)
        {
            return null;
        }

        // A later letter of the same request (a resend, say) has taken the place of one that failed.
        for (var i = 0; i < request.Letters.Count; i++)
        {
            if (request.Letters.Skip(i + 1).Any(later => Replaces(later, request.Letters[i])))
            {
                continue;
            }

            if (Of(request, request.Letters[i]) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    // Nothing replaces a letter of which nobody knows whether it left: only a person's word does.
    private static bool Replaces(LetterState later, LetterState earlier) =>
        earlier.Delivery != Delivery.Unconfirmed && (later.Id.Kind == LetterKind.Resend || later.Id.Kind == earlier.Id.Kind);

    private static TriageItem? Of(RequestState request, LetterState letter)
    {
        var code = request.Authority.Value;
        var title = $"{request.Reference}: letter {letter.Id} to {letter.To}";
        return letter.Delivery switch
        {
            Delivery.Unconfirmed => new TriageItem(
                TriageType.UnconfirmedLetter, code, IsMail: false, letter.SendingAt ?? letter.QueuedAt, title,
                $"It is not known whether this letter left ({letter.Words}). It is not sent again before you say so.",
                [$"foi settle {letter.Id} --sent", $"foi settle {letter.Id} --not-sent"]),
            Delivery.Refused => new TriageItem(
                TriageType.RefusedLetter, code, IsMail: false, letter.SendingAt ?? letter.QueuedAt, title,
                $"The mail server did not take the letter: {letter.Words}. Find the right address.",
                [$"foi resend {code} --to ADDRESS"]),
            Delivery.Bounced => new TriageItem(
                TriageType.Bounce, code, IsMail: false, letter.SentAt ?? letter.QueuedAt, title,
                $"The letter came back: {letter.Words}. In law the authority has received nothing. Find the right address.",
                [$"foi resend {code} --to ADDRESS"]),
            _ => null,
        };
    }
}
