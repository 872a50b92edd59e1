using System.Globalization;
using System.Net;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Our letter as it stands below an answer, in the manner of the program that quotes it. The time of day is drawn: the day alone is known.</summary>
internal sealed class Quoting(RehearsalPlan plan, SentLetter letter)
{
    private readonly DateTime _sent = letter.Day.ToDateTime(new TimeOnly(9, 0).AddMinutes(plan.DrawFor($"sent/{letter.MessageId}").Below(420)));

    private string Original => letter.Body.Length > 0
        ? letter.Body
        : string.Join("\n\n", plan.Round.Questions.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Number}. {q.Text}")));

    /// <summary>When the letter was sent, as far as its receiver's headers tell.</summary>
    public DateTimeOffset Sent => Timetable.At(letter.Day, TimeOnly.FromDateTime(_sent));

    public string Plain(MailSystem system, string toName) => system switch
    {
        MailSystem.Gmail => $"\n\n{Attribution("d MMMM yyyy 'at' HH:mm")}\n\n{Prefixed(Original)}",
        MailSystem.AppleMail => $"\n\n> {Attribution("d MMM yyyy, 'at' HH:mm")}\n> \n{Prefixed(Original)}",
        MailSystem.OutlookPlain => $"\n\n-----Original Message-----\n{Headers(toName)}\n\n{Original}",
        _ => $"\n\n________________________________\n{Headers(toName)}\n\n{Original}",
    };

    public string Html(MailSystem system, string toName) => system == MailSystem.Outlook
        ? $"<div>\n<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">\n<p class=\"MsoNormal\">{BoldNames(Headers(toName))}<o:p></o:p></p>\n</div>\n</div>\n"
            + string.Concat(Original.Split("\n\n").Select(p => $"<p class=\"MsoNormal\">{HtmlBody.Lines(p)}<o:p></o:p></p>\n"))
        : $"<br><div class=\"gmail_quote\">{WebUtility.HtmlEncode(Attribution("d MMMM yyyy 'at' HH:mm"))}<br><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">{HtmlBody.Lines(Original)}</blockquote></div>";

    private string Attribution(string format) =>
        $"On {_sent.ToString(format, CultureInfo.InvariantCulture)}, {letter.FromName} <{letter.FromAddress}> wrote:";

    private string Headers(string toName) =>
        $"From: {letter.FromName} [mailto:{letter.FromAddress}]\nSent: {_sent.ToString("dd MMMM yyyy HH:mm", CultureInfo.InvariantCulture)}\nTo: {toName}\nSubject: {letter.Subject}";

    private static string Prefixed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"));

    private static string BoldNames(string headers) => string.Join(
        "<br>\n", headers.Split('\n').Select(line => $"<b>{line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)]}</b>{WebUtility.HtmlEncode(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..])}"));
}
