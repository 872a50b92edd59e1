using System.Text;
using System.Text.RegularExpressions;
using FoiPipeline.Mailing.Html;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Text of one part of a body, as a person reads it.</summary>
/// <param name="Text">Lines separated by '\n'.</param>
/// <param name="IsHtml">Whether it was HTML.</param>
/// <param name="Files">Files that stood uuencoded in the text.</param>
internal sealed partial record BodyText(string Text, bool IsHtml, IReadOnlyList<UuencodedFile> Files)
{
    /// <summary>More than a long book. What is longer is no letter, and everything that reads bodies after us is spared it.</summary>
    private const int LongestBytes = 8 * 1024 * 1024;

    private const int LongestStub = 400;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Files.Count == 0;

    /// <summary>Whether this says no more than that the reader's program ought to show HTML.</summary>
    public bool IsStub => !IsHtml && Text.Length <= LongestStub && StubWords().IsMatch(Text);

    public static BodyText Read(MimeEntity part, ProblemList problems)
    {
        var bytes = part.Decode(problems).Span;
        if (bytes.Length > LongestBytes)
        {
            problems.Add("The text is longer than 8 MB; only its beginning was read.");
            bytes = bytes[..LongestBytes];
        }

        var isHtml = part.Type is "text/html" or "application/xhtml+xml" or "text/enriched" or "text/richtext";
        var charset = part.ContentType["charset"];
        var text = Charsets.Decode(bytes, charset.Length == 0 && isHtml ? CharsetInPage(bytes) : charset, out var problem);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return isHtml ? FromHtml(text, problems) : FromPlain(text, part.ContentType);
    }

    private static BodyText FromHtml(string html, ProblemList problems)
    {
        var text = HtmlText.ToText(html, out var problem);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return new BodyText(text, IsHtml: true, []);
    }

    private static BodyText FromPlain(string raw, ParameterizedValue contentType)
    {
        var text = Lines.Normalize(raw);
        if (contentType["format"].Equals("flowed", StringComparison.OrdinalIgnoreCase))
        {
            text = FlowedText.Join(text, contentType["delsp"].Equals("yes", StringComparison.OrdinalIgnoreCase));
        }

        var (kept, files) = Uuencode.TakeOut(text);
        return new BodyText(kept, IsHtml: false, files);
    }

    /// <summary>What the page itself says near its start: <c>&lt;meta charset="..."&gt;</c> or <c>content="text/html; charset=..."</c>.</summary>
    private static string CharsetInPage(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var match = PageCharset().Match(start);
        return match.Success ? match.Groups["charset"].Value : "";
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<charset>[\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageCharset();

    [GeneratedRegex(
        @"(does|do|can|is|are|was|you|mail)\s?(not|n't|n.t|unable)[^.]{0,60}\bhtml\b|\bhtml\b[^.]{0,30}\b(capable|enabled|compatible|viewer|format|version|only|support)|(view|read|see)\b[^.]{0,40}\b(browser|online|html)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex StubWords();
}
