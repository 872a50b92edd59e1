using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>A value with parameters, as in Content-Type and Content-Disposition (RFC 2045, RFC 2183), with the long and foreign names of RFC 2231.</summary>
internal sealed class ParameterizedValue
{
    private const int LongestRead = 16 * 1024;

    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private ParameterizedValue(string value) => Value = value;

    /// <summary>What stands before the first semicolon, in lower case.</summary>
    public string Value { get; }

    /// <summary>A parameter's decoded value; empty when it is missing.</summary>
    public string this[string name] => _parameters.GetValueOrDefault(name, "");

    public static ParameterizedValue Parse(string text)
    {
        var source = text.Length > LongestRead ? text[..LongestRead] : text;
        var end = 0;
        while (end < source.Length && source[end] is not (';' or ' ' or '\t' or ',' or '('))
        {
            end++;
        }

        var parsed = new ParameterizedValue(source[..end].Trim('"').ToLowerInvariant());
        var sections = new List<Section>();
        var scanner = new Scanner(source, end);
        while (scanner.TryRead(out var name, out var value))
        {
            sections.Add(Section.Of(name, value));
        }

        parsed.Assemble(sections);
        return parsed;
    }

    private void Assemble(List<Section> sections)
    {
        foreach (var group in sections.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase))
        {
            var plain = group.FirstOrDefault(s => s is { Number: < 0, IsEncoded: false });
            var extended = group.FirstOrDefault(s => s is { Number: < 0, IsEncoded: true });
            var continued = group.Where(s => s.Number >= 0).OrderBy(s => s.Number).DistinctBy(s => s.Number).ToList();
            var value = extended is not null ? Join([extended]) : continued.Count > 0 ? Join(continued) : plain!.Value;
            _parameters[group.Key] = EncodedWords.Decode(value).Trim();
        }
    }

    /// <summary>Runs of encoded sections are decoded together: a character may be cut in two between them.</summary>
    private static string Join(IReadOnlyList<Section> sections)
    {
        var text = new StringBuilder();
        var run = new List<byte>();
        string? charset = null;
        foreach (var section in sections)
        {
            if (!section.IsEncoded)
            {
                Flush();
                text.Append(section.Value);
                continue;
            }

            var value = section.Value;
            if (charset is null)
            {
                charset = CharsetOf(ref value);
            }

            AddPercentDecoded(value, run);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (run.Count > 0)
            {
                text.Append(Charsets.Decode([.. run], charset, out _));
                run.Clear();
            }
        }
    }

    private static string CharsetOf(ref string value)
    {
        var first = value.IndexOf('\'', StringComparison.Ordinal);
        var second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
        if (second < 0)
        {
            return "utf-8";
        }

        var charset = value[..first];
        value = value[(second + 1)..];
        return charset;
    }

    private static void AddPercentDecoded(string value, List<byte> bytes)
    {
        var encoded = Encoding.UTF8.GetBytes(value);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && TransferDecoder.HexPair(encoded[i + 1], encoded[i + 2]) is var pair and >= 0)
            {
                bytes.Add((byte)pair);
                i += 2;
            }
            else
            {
                bytes.Add(encoded[i]);
            }
        }
    }

    /// <param name="Name">Name without its marks.</param>
    /// <param name="Number">Place in a continued value (<c>name*1</c>), or -1.</param>
    /// <param name="IsEncoded">Whether the name ends in a star: the value is percent-encoded.</param>
    private sealed record Section(string Name, int Number, bool IsEncoded, string Value)
    {
        public static Section Of(string name, string value)
        {
            var isEncoded = name.EndsWith('*');
            var bare = isEncoded ? name[..^1] : name;
            var star = bare.LastIndexOf('*');
            return star > 0 && int.TryParse(bare.AsSpan(star + 1), System.Globalization.NumberStyles.None, null, out var number)
                ? new Section(bare[..star], number, isEncoded, value)
                : new Section(bare, -1, isEncoded, value);
        }
    }

    private struct Scanner(string source, int position)
    {
        private int _position = position;

        public bool TryRead([NotNullWhen(true)] out string? name, out string value)
        {
            value = "";
            while (true)
            {
                SkipFiller();
                var start = _position;
                while (_position < source.Length && source[_position] is not ('=' or ';' or ' ' or '\t'))
                {
                    _position++;
                }

                name = source[start.._position];
                if (_position >= source.Length && name.Length == 0)
                {
                    name = null;
                    return false;
                }

                SkipBlanks();
                if (_position < source.Length && source[_position] == '=')
                {
                    _position++;
                    SkipBlanks();
                    value = ReadValue(name);
                    if (name.Length > 0)
                    {
                        return true;
                    }
                }
            }
        }

        private void SkipBlanks()
        {
            while (_position < source.Length && source[_position] is ' ' or '\t')
            {
                _position++;
            }
        }

        private void SkipFiller()
        {
            while (_position < source.Length && source[_position] is ' ' or '\t' or ';' or ',' or '(')
            {
                var close = source[_position] == '(' ? source.IndexOf(')', _position) : _position;
                _position = close < 0 ? source.Length : close + 1;
            }
        }

        private string ReadValue(string name)
        {
            if (_position < source.Length && source[_position] == '"')
            {
                return ReadQuoted();
            }

            var end = source.IndexOf(';', _position);
            var value = source.AsSpan(_position, (end < 0 ? source.Length : end) - _position);
            var blank = value.IndexOfAny(' ', '\t');
            // File names are written without quotes and with blanks; anything else ends at a blank, be it that the semicolon was forgotten.
            var isName = name.StartsWith("filename", StringComparison.OrdinalIgnoreCase) || name.StartsWith("name", StringComparison.OrdinalIgnoreCase);
            if (blank >= 0 && (!isName || value[blank..].Contains('=')) && !value.StartsWith("=?", StringComparison.Ordinal))
            {
                value = value[..blank];
            }

            _position += value.Length;
            return value.Trim().ToString();
        }

        /// <summary>A backslash escapes only quotes and itself: elsewhere it belongs to a Windows path.</summary>
        private string ReadQuoted()
        {
            var value = new StringBuilder();
            for (_position++; _position < source.Length && source[_position] != '"'; _position++)
            {
                if (source[_position] == '\\' && _position + 1 < source.Length && source[_position + 1] is '"' or '\\')
                {
                    _position++;
                }

                value.Append(source[_position]);
            }

            _position = Math.Min(_position + 1, source.Length);
            return value.ToString();
        }
    }
}
