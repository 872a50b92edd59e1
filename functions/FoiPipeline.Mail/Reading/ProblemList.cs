namespace FoiPipeline.Mailing.Reading;

/// <summary>Sentences about what was damaged or unusual, each said once, and not more of them than a person would read.</summary>
internal sealed class ProblemList
{
    private const int Most = 40;

    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string sentence)
    {
        if (_sentences.Count < Most && !_sentences.Contains(sentence, StringComparer.Ordinal))
        {
            _sentences.Add(sentence);
        }
    }
}
