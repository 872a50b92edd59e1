using System.Text.RegularExpressions;
using FoiPipeline.Core.Replies.Quoting;

namespace FoiPipeline.Core.Replies.Judging;

internal enum AnswerNature
{
    /// <summary>Says something of the matter; "no", "none" and "0" do.</summary>
    Given,

    /// <summary>The information is not held.</summary>
    NotHeld,

    /// <summary>The information is withheld.</summary>
    Withheld,

    /// <summary>Asks us something instead.</summary>
    Asks,

    /// <summary>Points to another answer, or does not apply: as good as the others are.</summary>
    Neutral,
}

/// <summary>Judges one answer by itself.</summary>
internal static class AnswerNatures
{
    /// <summary>Words beside the sentence that says "not held" from which on an answer gives something after all.</summary>
    private const int SomethingElse = 14;

    private static readonly string[] NeutralAnswers =
    [
        "n/a", "na", "not applicable", "as above", "see above", "please see above", "see response above", "as per above", "see below",
        "see answer above", "refer to above",
    ];

    private static readonly string[] PointerStarts = ["see ", "please see", "as ", "please refer"];
    private static readonly string[] PointedTo = ["question", "answer", "above", " q"];

    private static readonly KindRule[] Rules = [.. LetterRules.All.Where(r => r.Sign is Sign.NotHeld or Sign.Withheld or Sign.OnWebsite)];

    public static AnswerNature Of(Answer answer)
    {
        var text = JudgedText.Of(answer.Source, answer.Text);
        var plain = text.Text.Trim().TrimEnd('.', '\n');
        if (NeutralAnswers.Contains(plain) || IsPointer(plain))
        {
            return AnswerNature.Neutral;
        }

        if (text.Text.TrimStart().Split('\n', 2)[0].EndsWith('?'))
        {
            return AnswerNature.Asks;
        }

        var signs = Signs.In([text], Rules);
        if (signs.Has(Sign.Withheld) && !(signs.Has(Sign.OnWebsite) && text.Text.Contains("21", StringComparison.Ordinal)))
        {
            return AnswerNature.Withheld;
        }

        return IsNotHeld(text) ? AnswerNature.NotHeld : AnswerNature.Given;
    }

    /// <summary>"Please see question 2", "as answer 3 above".</summary>
    private static bool IsPointer(string text) =>
        BodyText.Words(text, 12) < 12
        && Array.Exists(PointerStarts, start => text.StartsWith(start, StringComparison.Ordinal))
        && Array.Exists(PointedTo, word => text.Contains(word, StringComparison.Ordinal));

    private static bool IsNotHeld(JudgedText text)
    {
        foreach (var rule in Rules)
        {
            if (rule.Sign == Sign.NotHeld && rule.FindIn(text) is { } match && BodyText.Words(Beside(text, match), SomethingElse) < SomethingElse)
            {
                return true;
            }
        }

        return false;
    }

    private static string Beside(JudgedText text, Match match)
    {
        var (start, end) = text.SentenceAt(match.Index);
        return string.Concat(text.Text.AsSpan(0, start), " ", text.Text.AsSpan(end));
    }
}
