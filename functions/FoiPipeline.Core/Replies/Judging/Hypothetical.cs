using System.Buffers;

namespace FoiPipeline.Core.Replies.Judging;

/// <summary>Tells sentences about what might happen from those about what is: every acknowledgement mentions fees and exemptions that never come.</summary>
internal static class Hypothetical
{
    private static readonly string[] Starts =
    [
        "if ", "if, ", "should ", "where ", "in some cases", "in certain circumstances", "in the event", "sometimes", "occasionally",
        "unless ", "when ", "there may", "please note that if", "please be aware that", "note that ",
    ];

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            " may be ", " may need ", " may not be", " may have to", " may apply", " may contain", " might ", " could be subject", " if we ",
            " if the information", " if any ", " if so", " if this is the case", " if there is", " if your request", " if a fee",
            " if it is", " whether the information", " whether we hold", " whether any ", " whether or not", "will let you know if",
            "will inform you if", "will advise you if", "will notify you if", "will tell you if", "will contact you if",
            " subject to any exemption",
            "subject to exemptions", "unless an exemption", " or explain why", "or tell you why", " or an explanation", "considering whether",
            "determine whether", " where applicable", "any exemptions", "any applicable exemption",
        ],
        StringComparison.Ordinal);

    public static bool Is(JudgedText text, int index)
    {
        var (start, end) = text.SentenceAt(index);
        var sentence = text.Text.AsSpan(start..end);
        foreach (var opening in Starts)
        {
            if (sentence.StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return sentence.ContainsAny(Words);
    }
}
