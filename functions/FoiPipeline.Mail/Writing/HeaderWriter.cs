using System.Text;

namespace FoiPipeline.Mailing.Writing;

/// <summary>Header fields, folded. Whatever a value holds, it stays in its field: line ends and NUL never get through.</summary>
internal sealed class HeaderWriter
{
    private const int LongestLine = 76;

    private readonly StringBuilder _written = new();

    public void Text(string name, string value)
    {
        var line = Clean(value);
        var room = LongestLine - name.Length - 2;
        Write(name, EncodedWordText.IsNeeded(line, room) ? EncodedWordText.Encode(line, room) : line.Split(' '));
    }

    public void Address(string name, string displayName, string address)
    {
        var bracketed = $"<{BareAddress(address)}>";
        var said = Clean(displayName);
        Write(name, said.Length == 0 ? [bracketed] : [.. Phrase(said, LongestLine - name.Length - 2), bracketed]);
    }

    /// <summary>Nothing is written for no ids.</summary>
    public void Ids(string name, IEnumerable<string> ids)
    {
        var clean = ids.Select(id => BareAddress(id)).Where(id => id.Length > 0).Select(id => $"<{id}>").ToList();
        if (clean.Count > 0)
        {
            Write(name, clean);
        }
    }

    public override string ToString() => _written.ToString();

    private static IEnumerable<string> Phrase(string said, int room)
    {
        if (EncodedWordText.IsNeeded(said, room - 2))
        {
            return EncodedWordText.Encode(said, room);
        }

        return said.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')
            ? said.Split(' ')
            : ('"' + said.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"').Split(' ');
    }

    /// <summary>Words are put on a new line where this one would grow too long. The first stays beside the name: many programs choke on an empty first line.</summary>
    private void Write(string name, IReadOnlyCollection<string> words)
    {
        _written.Append(name).Append(':');
        var column = name.Length + 1;
        var isFirst = true;
        foreach (var word in words)
        {
            if (!isFirst && column + 1 + word.Length > LongestLine)
            {
                _written.Append("\r\n");
                column = 0;
            }

            _written.Append(' ').Append(word);
            column += 1 + word.Length;
            isFirst = false;
        }

        _written.Append("\r\n");
    }

    private void Write(string name, IEnumerable<string> words) => Write(name, (IReadOnlyCollection<string>)[.. words]);

    /// <summary>One line: line ends and tabs become blanks, other control characters go.</summary>
    private static string Clean(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or 0x2028 or 0x2029 or 0x85)
            {
                kept.Append(' ');
            }
            else if (!Rune.IsControl(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>An address or id without anything that could end it or begin another.</summary>
    private static string BareAddress(string address) =>
        string.Concat(address.EnumerateRunes().Where(r => !Rune.IsControl(r) && !Rune.IsWhiteSpace(r) && r.Value is not ('<' or '>' or ',' or ';' or '(' or ')')));
}
