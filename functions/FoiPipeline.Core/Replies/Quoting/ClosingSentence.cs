using System.Text.RegularExpressions;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Judges one sentence by itself: whether it is a notice of a mail system, boilerplate of the law, or the sender's own.</summary>
internal static class ClosingSentence
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Given =
        @"\b(is|are|was|were|has been|have been|can be|may be)( now| also| already| all| both)*( be)? (published|added|available|placed|put|posted|uploaded|found|seen|read|viewed|downloaded|accessed|obtained|made available|set out|listed|attached|enclosed)\b";

    // "Our response has been added to ...", "the information you asked for is published at ..."; not "our responses are published ...".
    private static readonly Regex Answers = new(
        @"\b(our|the|my|this|ccg's)( [a-z']+){0,3} (response|reply|answers?)\b.*" + Given + @"|\b(information|data|documents?|policy|details|answers?|response)\b.*\byou(r)? (have |had )?(also )?(asked|request|requested|seek|sought|questions?|enquiry|foi)\b.*" + Given,
        Options);

    private static readonly Regex SpeaksOfCustom = new(
        @"\b(will be|would be|could be|may be (published|added|placed|put|posted|made)|might|routinely|normally|usually|previous|other requests|without (your|any)|anonym[a-z]*|personal)\b", Options);

    public static LineRole RoleOf(string sentence)
    {
        if (GivesAnAnswer(sentence))
        {
            return LineRole.Own;
        }

        var text = sentence.AsSpan();
        if (text.ContainsAny(ClosingPhrases.Disclaimers))
        {
            return LineRole.Disclaimer;
        }

        var isClosing = text.ContainsAny(ClosingPhrases.Boilerplate)
            || (text.ContainsAny(ClosingPhrases.BoilerplateToReader) && text.ContainsAny(ClosingPhrases.ToReader))
            || SpeaksOfRights(sentence);
        return isClosing ? LineRole.Boilerplate : LineRole.Own;
    }

    /// <summary>A sentence that says where or what the answer is: no notice about anything, whatever else it mentions.</summary>
    public static bool GivesAnAnswer(string sentence) => Answers.IsMatch(sentence) && !SpeaksOfCustom.IsMatch(sentence);

    /// <summary>Whether it answers rather than carries a notice on.</summary>
    public static bool SpeaksForItself(string sentence) => sentence.AsSpan().ContainsAny(ClosingPhrases.AnswersInPassing) || GivesAnAnswer(sentence);

    private static bool SpeaksOfRights(string sentence)
    {
        if (!$" {sentence} ".AsSpan().ContainsAny(ClosingPhrases.Rights))
        {
            return false;
        }

        return Array.Exists(ClosingPhrases.RightsStarts, opening => sentence.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }
}
