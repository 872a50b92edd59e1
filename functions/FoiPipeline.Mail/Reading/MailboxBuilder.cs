using System.Text;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Puts the tokens of one mailbox together to a name and an address.</summary>
internal sealed class MailboxBuilder
{
    private readonly StringBuilder _name = new();
    private readonly List<AddressToken> _behind = [];
    private string? _angle;
    private string? _bare;
    private string _comment = "";
    private string _lastWord = "";
    private int _words;
    private bool _bareGoesOn;
    private bool _commaDue;

    /// <summary>Whether an address in brackets was seen.</summary>
    public bool HasAngle => _angle is not null;

    /// <summary>What stands behind the brackets: the name put last, or the name of the next mailbox if the comma was lost.</summary>
    public IReadOnlyList<AddressToken> Behind => [.. _behind];

    /// <summary>Words of a name so far, and no address yet.</summary>
    public bool IsBareName => _words > 0 && _angle is null && _bare is null;

    public void Clear()
    {
        _name.Clear();
        _behind.Clear();
        (_angle, _bare, _comment, _lastWord, _words, _bareGoesOn, _commaDue) = (null, null, "", "", 0, false, false);
    }

    public void Add(AddressToken token)
    {
        switch (token.Kind)
        {
            case AddressTokenKind.Angle:
                _angle ??= token.Text;
                break;
            case AddressTokenKind.Comment:
                _comment = token.Text;
                break;
            case AddressTokenKind.Comma:
                _commaDue = true;
                break;
            case AddressTokenKind.Quoted or AddressTokenKind.Word when _angle is not null:
                _behind.Add(token);
                break;
            case AddressTokenKind.Quoted:
                AddQuoted(token);
                break;
            default:
                AddWord(token);
                break;
        }
    }

    /// <returns>Nothing, if there is neither name nor address.</returns>
    public MailAddress? Build()
    {
        var name = EncodedWords.Decode(_name.ToString()).Trim();
        if (_angle is not null && Bare(_angle) is { Length: > 0 } address)
        {
            // '"joe@body.example" joe@body.example <joe@body.example>' and the like: the brackets win, the rest is the name.
            var said = name.Length > 0 ? name : _bare ?? EncodedWords.Decode(string.Join(' ', _behind.Select(t => t.Text)));
            return new MailAddress(said.Length > 0 ? said : Comment(), address);
        }

        if (_bare is not null)
        {
            return new MailAddress(name.Length > 0 ? name : Comment(), Bare(_bare));
        }

        if (_words == 1 && _angle is null && !_lastWord.Contains("=?", StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
        {
            return new MailAddress(Comment(), name);
        }

        return name.Length > 0 ? new MailAddress(name, "") : null;
    }

    private string Comment() => EncodedWords.Decode(_comment);

    private void AddQuoted(AddressToken token)
    {
        Append(token.Text, token.IsGlued);
        _lastWord = '"' + token.Text + '"';
    }

    private void AddWord(AddressToken token)
    {
        var text = token.Text.Trim('>', '"');
        if (text.Length == 0)
        {
            return;
        }

        if (_bareGoesOn)
        {
            _bare += text;
            _bareGoesOn = false;
        }
        else if (text[0] == '@' && _lastWord.Length > 0 && _bare is null && _angle is null)
        {
            // The local part stood in quotes, or blanks stand around the at sign.
            _name.Length -= Math.Min(_name.Length, _lastWord.Trim('"').Length);
            _bare = _lastWord + text;
            _bareGoesOn = text == "@";
        }
        else if (_bare is null && _angle is null && IsAddress(text))
        {
            _bare = text;
            _bareGoesOn = text[^1] == '@';
        }
        else
        {
            Append(text, token.IsGlued && !text.StartsWith("=?", StringComparison.Ordinal));
            _lastWord = text;
        }
    }

    private void Append(string text, bool isGlued)
    {
        if (_name.Length > 0 && (_commaDue || !isGlued))
        {
            _name.Append(_commaDue ? ", " : " ");
        }

        _commaDue = false;
        _name.Append(text);
        _words++;
    }

    private static bool IsAddress(string word) => word.IndexOf('@', StringComparison.Ordinal) > 0 && !word.StartsWith("=?", StringComparison.Ordinal);

    /// <summary>An address without comments, blanks, a source route (<c>@relay:joe@...</c>), <c>mailto:</c> or stray marks.</summary>
    private static string Bare(string address)
    {
        var text = address;
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[7..];
        }

        if (text.StartsWith('@') && text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
        {
            text = text[(colon + 1)..];
        }

        var kept = new StringBuilder(text.Length);
        var (depth, quoted) = (0, false);
        foreach (var c in text)
        {
            quoted ^= c == '"' && depth == 0;
            depth += quoted ? 0 : c == '(' ? 1 : 0;
            if (depth == 0 && (quoted || !(char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>')))
            {
                kept.Append(c);
            }

            depth -= !quoted && c == ')' && depth > 0 ? 1 : 0;
        }

        var bare = kept.ToString();
        return bare.Length > 2 && bare[0] == '\'' && bare[^1] == '\'' ? bare[1..^1] : bare;
    }
}
