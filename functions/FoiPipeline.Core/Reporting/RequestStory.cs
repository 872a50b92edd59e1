using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Core.Reporting;

/// <summary>One event of a request told in plain English.</summary>
/// <param name="At">When it happened.</param>
/// <param name="What">What happened.</param>
/// <param name="Who">The person or rule that caused it.</param>
public sealed record StoryLine(DateTimeOffset At, string What, string Who);

/// <summary>Tells a request's journal as a story: what happened, when, who did it and why.</summary>
public static class RequestStory
{
    public static StoryLine Tell(RequestEvent happening) => new(happening.At, What(happening), happening.By.ToString());

    private static string What(RequestEvent happening) => happening switch
    {
        RequestOpened e => $"The request {e.Reference} was opened.",
        LetterQueued e => $"The letter {e.Letter} was put in the queue{(e.BodyDocument is null ? "" : ", with a text written by a person")}.",
        LetterSending e => $"Sending {e.Letter} to {e.To} began (attempt {e.Attempt}; Message-ID {e.MessageId}; bytes {e.Sha256[..12]}).",
        LetterSent e => $"{e.Letter} was sent: {e.Words}.",
        LetterDeferred e => $"{e.Letter} was not accepted and is tried again from {Moment(e.NotBefore)}: {e.Words}.",
        LetterRefused e => $"{e.Letter} was refused: {e.Words}.",
        LetterUnconfirmed e => $"It is not known whether {e.Letter} left: {e.Words}. It is not sent again before that is settled.",
        LetterBounced e => $"{e.Letter} came back (mail {Short(e.Mail)}): {e.Words}.",
        AddressChanged e => $"The address was changed from {e.From} to {e.To} ({e.Why}).",
        ReplyReceived e => $"A reply from {e.From} came in on {Moment(e.ReceivedAt)}, '{e.Subject}' (mail {Short(e.Mail)}). Known by: {Rung(e)}.",
        ReplyJudged { By.IsPerson: true } e => $"{e.By.Name} said that mail {Short(e.Mail)} is: {KindWords.Of(e.Kind)}.",
        ReplyJudged e => $"Mail {Short(e.Mail)} was judged: {KindWords.Of(e.Kind)} ({e.Confidence:0%} sure){Because(e)}.",
        ReplyDetached e => $"Mail {Short(e.Mail)} was taken away from this request: {e.Why}.",
        ResponseQueued e => $"Mail {Short(e.Mail)} ({KindWords.Of(e.Kind)}) was queued for classification.",
        Held e => $"The request was held: {e.Why}.",
        Released e => $"The request was released: {e.Why}.",
        Withdrawn e => $"The request was withdrawn: {e.Why}.",
        NoteAdded e => $"Note: {e.Text}",
        _ => happening.GetType().Name,
    };

    private static string Rung(ReplyReceived e) => e.Evidence.Length == 0 ? e.Rung : $"{e.Rung} ({e.Evidence})";

    private static string Because(ReplyJudged e)
    {
        var words = e.Evidence.Where(x => x.Words.Length > 0).Take(2).Select(x => $"\"{OneLine(x)}\" in the {x.Where}").ToList();
        var theirs = e.TheirReference is { Length: > 0 } reference ? $"; their reference is {reference}" : "";
        return (words.Count == 0 ? "" : $", because of {string.Join(" and ", words)}") + theirs;
    }

    private static string OneLine(Evidence evidence) => string.Join(' ', evidence.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string mail) => mail[..Math.Min(10, mail.Length)];

    /// <summary>A moment in London time, as letters there would give it.</summary>
    public static string Moment(DateTimeOffset at) => Deadlines.LondonDay.Of(at) is var day
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:ddd d MMM yyyy} {Deadlines.LondonDay.TimeOf(at):HH:mm}")
        : "";
}
