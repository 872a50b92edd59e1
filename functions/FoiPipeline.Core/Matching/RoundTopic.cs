using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// The words that tell this round's request from any other request to the same body: those of its subject and name that are not the small change
/// of every request.
/// </summary>
internal sealed class RoundTopic
{
    private const int MostText = 50_000;

    /// <summary>Words that any mail about any request may have in its subject.</summary>
    private static readonly HashSet<string> SmallChange = new(
        ("a about acknowledgement acknowledgment acknowledged act an and answer answers attached auto automatic been by case ccg clinical " +
         "commissioning complete completed confirmation council csu date dear disclosure documents eir email enquiries enquiry final foi foia " +
         "follow following for from freedom fw fwd group has have holding in inc information is letter log logged mail message nhs no not " +
         "notification number of official on or our out office overdue please query re receipt received ref reference regarding reminder reply " +
         "replying request requests respond responding response responses round secure sensitive sent service sr status sub team thank thanks " +
         "the this ticket to trust under undeliverable update updated via was we will with you your").Split(' '), StringComparer.Ordinal);

    private static readonly string[] RequestWords = ["foi", "foia", "request", "freedom", "enquiry", "eir"];

    private readonly HashSet<string> _words;

    public RoundTopic(Round round) =>
        _words = [.. Words($"{round.Subject} {round.Name.Replace('-', ' ')}").Where(w => !SmallChange.Contains(w) && !w.Any(char.IsAsciiDigit))];

    /// <summary>Whether a text speaks of this round's subject: two of its words, or its only one.</summary>
    public bool IsIn(params ReadOnlySpan<string> texts)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            found.UnionWith(Words(text).Where(_words.Contains));
        }

        return _words.Count > 0 && found.Count >= Math.Min(2, _words.Count);
    }

    /// <summary>Whether a mail is about a request, and its subject names no other topic.</summary>
    public static bool CouldBeMeant(string subject, string ownWords, IReadOnlySet<string> wordsOfNames) =>
        Words(subject).Concat(Words(ownWords)).Any(w => RequestWords.Contains(w, StringComparer.Ordinal))
        && Words(subject).All(w => SmallChange.Contains(w) || wordsOfNames.Contains(w) || w.Any(char.IsAsciiDigit));

    public static IEnumerable<string> Words(string text)
    {
        var length = Math.Min(text.Length, MostText);
        for (var at = 0; at < length;)
        {
            var start = at;
            while (at < length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return text[start..at].ToLowerInvariant();
            }
            else
            {
                at++;
            }
        }
    }
}
