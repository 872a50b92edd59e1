using System.Globalization;
using FoiPipeline.Documents.Native;

namespace FoiPipeline.Documents.Pdf;

/// <summary>What is wrong with a PDF, from the way the tool ended, what it said and what it found.</summary>
internal sealed class PdfFindings(ReadOnlyMemory<byte> document, NativeOutcome run, IReadOnlyList<string> pages)
{
    private const int TailBytes = 4096;
    private const int MostPagesNamed = 10;

    // Words of poppler's messages that mean content may be missing; it also complains of much that does no harm.
    private static readonly string[] Damage =
        ["trailer dictionary", "xref", "Kid object", "Page count", "end of file", "flate stream", "Bad image parameters", "Loop in Pages"];

    // What Adobe's programs put on the only page that other readers can show.
    private static readonly (string Words, string Problem)[] Wrappers =
    [
        ("If this message is not eventually replaced", "This PDF is a form of a kind that only Adobe Reader shows. Open it there, or ask for an ordinary PDF or Word copy."),
        ("open this PDF portfolio", "This PDF is a portfolio: the documents are packed inside. Open it in Adobe Reader, or ask for the files one by one."),
    ];

    /// <summary>The most important fault in one sentence or two, or nothing.</summary>
    public string? Problem => Closed() ?? Stopped() ?? Wrapped() ?? Picture() ?? Illegible() ?? Damaged() ?? EmptyPages();

    private bool HasText => pages.Any(p => p.Length > 0);

    private string? Closed() =>
        Said("Incorrect password") ? "This PDF is protected by a password. Ask the authority for the password or an unprotected copy."
        : Said("security handler") || Said("encryption") && !HasText ? "This PDF is protected against being opened by others. Ask the authority for an unprotected copy."
        : Said("not allowed") && !HasText ? "This PDF forbids copying its text. Ask the authority for a copy without that restriction."
        : null;

    private string? Stopped() => run.End switch
    {
        NativeEnd.TimedOut => "Reading this PDF took too long and was stopped: its text is missing or not complete. Open it by hand or ask for a Word copy.",
        NativeEnd.OutputCut => "This PDF holds more text than is read: the rest is missing. Open it by hand.",
        _ when run.WasEndedBySignal =>
            "The tool that reads PDFs broke down on this one (too much memory or time, or a fault of the file). Open it by hand or ask for a Word copy.",
        _ when pages.Count == 0 => "This PDF is damaged or cut short: it cannot be opened. Ask the authority to send it again.",
        _ => null,
    };

    private string? Wrapped()
    {
        foreach (var (words, problem) in Wrappers)
        {
            if (pages.Count <= 2 && pages[0].Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return problem;
            }
        }

        return null;
    }

    private string? Picture() => HasText
        ? null
        : $"This looks like a scan: {Count(pages.Count, "page")} without a text layer. Read it by hand, or ask for the document the scan was made from.";

    // Fonts without a table to Unicode come out as characters of the private area or as replacement characters.
    private string? Illegible()
    {
        long strange = 0, letters = 0;
        foreach (var c in pages.SelectMany(p => p))
        {
            strange += c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return strange > letters
            ? "The text layer of this PDF cannot be turned into letters (its fonts do not say what their shapes mean). Open it by hand or ask for a Word copy."
            : null;
    }

    private string? Damaged()
    {
        var complained = run.Errors.Split('\n').Any(line =>
            !line.StartsWith("Syntax Warning", StringComparison.Ordinal) && Damage.Any(d => line.Contains(d, StringComparison.OrdinalIgnoreCase)));
        return complained || run.ExitCode != 0 || LacksItsEnd()
            ? "This PDF is damaged or cut short: some of its text may be missing, and pages may be counted wrongly. Ask the authority to send it again."
            : null;
    }

    private bool LacksItsEnd()
    {
        var whole = document.Span.TrimEnd((byte)0);
        return whole[Math.Max(0, whole.Length - TailBytes)..].IndexOf("%%EOF"u8) < 0;
    }

    private string? EmptyPages()
    {
        var empty = Enumerable.Range(1, pages.Count).Where(n => pages[n - 1].Length == 0).ToList();
        return empty.Count == 0
            ? null
            : $"{Count(empty.Count, "page")} of {pages.Count.ToString(CultureInfo.InvariantCulture)} "
                + $"{(empty.Count == 1 ? "has" : "have")} no text ({Named(empty)}): blank, or pictures that have to be looked at.";
    }

    private static string Named(List<int> numbers) =>
        string.Join(", ", numbers.Take(MostPagesNamed)) + (numbers.Count > MostPagesNamed ? ", ..." : "");

    private static string Count(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    private bool Said(string words) => run.Errors.Contains(words, StringComparison.OrdinalIgnoreCase);
}
