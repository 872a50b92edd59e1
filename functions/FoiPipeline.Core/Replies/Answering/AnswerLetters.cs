using FoiPipeline.Core.Replies.Quoting;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Answering;

/// <summary>
/// Tells the authority's letter from the papers it encloses. A policy is long and speaks of exemptions, complaints and appeals of its own; only
/// the letter is judged and laid beside the questions.
/// </summary>
public static class AnswerLetters
{
    /// <summary>Characters looked at to recognise a letter, and read of one: an answer is one to three pages, with tables perhaps twenty.</summary>
    private const int Recognised = 12_000;
    private const int Read = 60_000;
    private const int ShortDocument = 9_000;
    private const int LongDocument = 30_000;
    private const int Enough = 2;

    private static readonly string[] LetterNames =
    [
        "response", "reply", "answer", "foi", "disclosure", "letter", "request", "final", "ack", "refusal", "clarification", "extension",
        "fees",
    ];
    private static readonly string[] PaperNames =
    [
        "policy", "strateg", "framework", "plan", "procedure", "guidance", "handbook", "toolkit", "constitution", "minutes", "appendix",
        "annex", "template", "terms", "leaflet", "manual", "charter", "invoice", "agenda", "brochure", "newsletter",
    ];
    private static readonly string[] RequestWords =
    [
        "i am writing to request", "i would like to request", "i would be grateful if you", "i am making this request",
        "this is a request under", "i request the following", "please could you provide", "please supply",
    ];
    private static readonly string[] ResponseWords =
    [
        "thank you for your", "in response to your", "further to your", "your request of", "your request dated", "response to your",
        "regarding your request", "with reference to your",
    ];

    /// <summary>The attachments that are letters of the authority, best first; empty where none is.</summary>
    public static IReadOnlyList<AnswerSource> Among(IReadOnlyList<ReadAttachment> attachments, IReadOnlyList<Question> questions)
    {
        var texts = questions.Select(q => new QuestionText(q)).ToList();
        var papers = attachments.Where(a => a.Text.Passages.Count > 0 && !IsPicture(a)).ToList();
        var letters = new List<(int Score, AnswerSource Source)>();
        foreach (var paper in papers)
        {
            var source = Source(paper);
            var score = Score(paper, source, texts) + (papers.Count == 1 ? 1 : 0);
            if (score >= Enough)
            {
                letters.Add((score, source));
            }
        }

        return [.. letters.OrderByDescending(l => l.Score).Select(l => l.Source)];
    }

    /// <summary>Whether a document is attached whose words nobody could get at. Pictures of a signature are none.</summary>
    public static bool IsUnreadable(ReadAttachment attachment) =>
        attachment.Text.Problem is not null && !attachment.Text.Passages.Any(p => p.Text.Any(char.IsLetterOrDigit)) && !IsPicture(attachment);

    /// <summary>Whether the attachment is a paper of its own rather than a logo.</summary>
    public static bool IsPaper(ReadAttachment attachment) => attachment.Text.Passages.Count > 0 && !IsPicture(attachment);

    private static bool IsPicture(ReadAttachment attachment) =>
        attachment.IsInline || (attachment.Type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && attachment.Bytes < 60_000)
        || attachment.Name.EndsWith(".vcf", StringComparison.OrdinalIgnoreCase) || attachment.Type is "text/calendar" or "text/vcard" or "text/x-vcard";

    private static AnswerSource Source(ReadAttachment attachment)
    {
        var lines = PrintedLines.Of(attachment.Text.Passages, Read);
        var cut = QuoteCutter.Document(lines.Select(l => l.Text));
        return new AnswerSource(attachment.Name, [.. cut.Select(c => new SourceLine(c.Line.Text, IsOwn: true, !c.Line.IsOwn, lines[c.Origin].Place))]);
    }

    private static int Score(ReadAttachment attachment, AnswerSource source, List<QuestionText> questions)
    {
        var length = attachment.Text.Passages.Sum(p => p.Text.Length);
        var head = Head(source);
        var score = (Any(attachment.Name, LetterNames) ? 2 : 0) - (Any(attachment.Name, PaperNames) ? 2 : 0);
        score += length < ShortDocument ? 1 : length > LongDocument ? -3 : 0;
        score += head.Contains("freedom of information", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        score += head.Contains("dear ", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        score += Any(head, ResponseWords) ? 2 : 0;
        var repeated = Repeated(source, questions);
        score += repeated >= 2 ? 4 : 0;
        var isOurs = Any(head, RequestWords) && !Any(head, ResponseWords) && (questions.Count == 0 || repeated * 2 >= questions.Count);
        return isOurs ? 0 : score;
    }

    private static string Head(AnswerSource source)
    {
        var head = string.Join('\n', source.Lines.Take(400).Select(l => l.Text));
        return head.Length > Recognised ? head[..Recognised] : head;
    }

    private static int Repeated(AnswerSource source, List<QuestionText> questions)
    {
        var pieces = Piece.Of(source with { Lines = [.. source.Lines.Take(400)] });
        return Anchors.In(pieces, questions, questions.Count).Where(a => a.Strength == AnchorStrength.Question).Select(a => a.First).Distinct().Count();
    }

    private static bool Any(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
