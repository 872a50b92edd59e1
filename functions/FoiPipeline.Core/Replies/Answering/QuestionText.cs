using System.Collections.Frozen;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Answering;

/// <summary>
/// Finds a question of ours where somebody has repeated it: word by word, allowing for words left out, put in or wrapped, but not for a sentence
/// that answers it in its own terms.
/// </summary>
internal sealed class QuestionText
{
    private const int LookAhead = 4;
    private const double EnoughOfIt = 0.6;

    private static readonly FrozenSet<string> AnswerWords = FrozenSet.ToFrozenSet(["not", "no", "none", "never", "yes", "nil", "dont", "doesn", "don", "hasn", "haven"]);

    private readonly string[] _keys;
    private readonly FrozenSet<string> _known;
    private readonly FrozenSet<(string, string)> _pairs;
    private readonly bool _asks;

    public QuestionText(Question question)
    {
        Number = question.Number;
        _keys = [.. Words.Of(question.Text).Select(w => w.Key)];
        _known = _keys.ToFrozenSet();
        _pairs = _keys.Zip(_keys.Skip(1)).ToFrozenSet();
        _asks = question.Text.TrimEnd().EndsWith('?');
    }

    public int Number { get; }

    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Index after the last word of the question where it is repeated from <paramref name="start"/> on, or 0.</summary>
    public int EndAt(IReadOnlyList<string> lines, List<Word> words, int start)
    {
        var (matched, end, stray) = Align(words, start);
        if (matched == 0 || !StartsHere(words, start, end))
        {
            return 0;
        }

        var needed = Math.Max(Math.Min(4, _keys.Length), (int)Math.Ceiling(_keys.Length * EnoughOfIt));
        if (matched < needed || stray)
        {
            return 0;
        }

        return EndsThere(lines, words, end, matched) ? end : 0;
    }

    /// <summary>
    /// Of the words on the line where a repeated question starts, most are the question's, and some stand together as they do there. The end of
    /// somebody's answer, with the question below it, shares a word or two.
    /// </summary>
    private bool StartsHere(List<Word> words, int start, int end)
    {
        var (own, all, together) = (0, 0, false);
        for (var i = start; i < end && words[i].Line == words[start].Line; i++)
        {
            all++;
            own += _known.Contains(words[i].Key) ? 1 : 0;
            together |= i > start && _pairs.Contains((words[i - 1].Key, words[i].Key));
        }

        return own * 3 >= all * 2 && (together || words[end - 1].Line == words[start].Line);
    }

    private (int Matched, int End, bool Stray) Align(List<Word> words, int start)
    {
        int key = 0, word = start, matched = 0, end = start, misses = 0;
        var stray = false;
        while (key < _keys.Length && word < words.Count && misses <= LookAhead)
        {
            if (matched == 0 && words[word].Line != words[start].Line)
            {
                // The question starts on a later line: it will be found there, and this line is somebody's answer.
                break;
            }

            var skipKeys = Ahead(words[word].Key, key);
            if (skipKeys == 0)
            {
                matched++;
                key++;
                end = ++word;
                misses = 0;
                continue;
            }

            var skipWords = AheadInWords(words, word, _keys[key]);
            if (skipKeys > 0 && (skipWords < 0 || skipKeys <= skipWords))
            {
                key += skipKeys;
            }
            else
            {
                stray |= AnswerWords.Contains(words[word].Key);
                word++;
                key += skipWords < 0 ? 1 : 0;
            }

            misses++;
        }

        return (matched, end, stray);
    }

    private int Ahead(string word, int key)
    {
        for (var i = 0; i <= LookAhead && key + i < _keys.Length; i++)
        {
            if (_keys[key + i] == word)
            {
                return i;
            }
        }

        return -1;
    }

    private static int AheadInWords(List<Word> words, int word, string key)
    {
        for (var i = 1; i <= LookAhead && word + i < words.Count; i++)
        {
            if (words[word + i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A repeated question stops where it ends. "The CCG has applied the Act in its tendering by ..." goes on, and is an answer.</summary>
    private bool EndsThere(IReadOnlyList<string> lines, List<Word> words, int end, int matched)
    {
        var last = words[end - 1];
        var rest = lines[last.Line].AsSpan(last.End).TrimStart(" \t)\"'*_\u2019\u201d");
        if (rest.IsEmpty || rest[0] is '?' or ':' or '|')
        {
            return true;
        }

        return rest[0] is '.' or ';' or '-' or '\u2013' && (!_asks || matched >= _keys.Length * 0.9);
    }
}
