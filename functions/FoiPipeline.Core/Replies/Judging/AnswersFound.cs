namespace FoiPipeline.Core.Replies.Judging;

/// <summary>What kind of answers stand beside our questions.</summary>
internal sealed class AnswersFound
{
    private static readonly string[] ProcessWords = ["we will", "your request", "working days"];

    private AnswersFound(IReadOnlyList<AnswerNature> natures) => Natures = natures;

    public IReadOnlyList<AnswerNature> Natures { get; }

    public int Count => Natures.Count;

    public bool Any => Natures.Count > 0;

    public int Of(AnswerNature nature) => Natures.Count(n => n == nature);

    /// <summary>
    /// Two answers make a response, or one where one question was asked. Numbered points of an acknowledgement are none: where somebody only
    /// confirms receipt, the points must speak of answering.
    /// </summary>
    public static AnswersFound In(JudgedReply reply, Signs signs)
    {
        var answers = reply.Answers.Answers;
        if (answers.Count < 2 && !(answers.Count == 1 && reply.Asked == 1))
        {
            return new AnswersFound([]);
        }

        var processOnly = signs.Has(Sign.Received) && !signs.Has(Sign.Answered, 0.45) && answers.All(a => SpeaksOfProcess(a.Text));
        return new AnswersFound(processOnly ? [] : [.. answers.Select(AnswerNatures.Of)]);
    }

    private static bool SpeaksOfProcess(string text) => Array.Exists(ProcessWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
