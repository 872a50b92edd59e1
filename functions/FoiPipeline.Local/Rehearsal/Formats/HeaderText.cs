using System.Globalization;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>Header fields as foreign systems write them (RFC 5322, 2047, 2231). Apart from our own mail writer on purpose: a parser proved against its own twin proves nothing.</summary>
internal static class HeaderText
{
    private const int LineLength = 76;

    /// <summary>Code page 1252, which half of all office mail is written in.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding EncodingOf(string charset) => charset.ToLowerInvariant() switch
    {
        "windows-1252" => Windows1252,
        "iso-8859-1" => Encoding.Latin1,
        "us-ascii" => Encoding.ASCII,
        _ => new UTF8Encoding(false),
    };

    /// <summary>Unstructured text: as it is if ASCII, else as encoded words of at most 75 characters.</summary>
    public static string Unstructured(string text, string charset, bool base64) => Ascii.IsValid(text) ? text : EncodedWords(text, charset, base64);

    public static string Address(string name, string address, string charset, bool base64)
    {
        if (name.Length == 0)
        {
            return address;
        }

        if (!Ascii.IsValid(name))
        {
            return $"{EncodedWords(name, charset, base64)} <{address}>";
        }

        return name.Any(c => "()<>[]:;@\\,.\"".Contains(c, StringComparison.Ordinal))
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{address}>"
            : $"{name} <{address}>";
    }

    /// <summary>A date as RFC 5322 wants it.</summary>
    public static string Date(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>Folds at spaces so that lines keep within 76 characters where they can.</summary>
    public static string Fold(string name, string value)
    {
        var text = new StringBuilder($"{name}:");
        var column = text.Length;
        foreach (var word in value.Split(' '))
        {
            if (column + 1 + word.Length > LineLength && column > name.Length + 1)
            {
                text.Append("\r\n");
                column = 0;
            }

            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return text.ToString();
    }

    /// <summary>The file name parameter: quoted, as an encoded word within quotes (wrong, and common), or by RFC 2231, in pieces if it is long.</summary>
    public static string FileName(string parameter, string name, FileNameStyle style)
    {
        if (Ascii.IsValid(name) && style != FileNameStyle.Pieces)
        {
            return $"{parameter}=\"{name}\"";
        }

        if (style == FileNameStyle.EncodedWord)
        {
            return $"{parameter}=\"{EncodedWords(name, "utf-8", true)}\"";
        }

        var encoded = Percent(name);
        if (style == FileNameStyle.Extended || encoded.Length < 30)
        {
            return $"{parameter}*=UTF-8''{encoded}";
        }

        var cut = encoded.Length / 2;
        while (encoded[cut] == '%' || encoded[cut - 1] == '%' || encoded[cut - 2] == '%')
        {
            cut--;
        }

        return $"{parameter}*0*=UTF-8''{encoded[..cut]};\r\n\t{parameter}*1*={encoded[cut..]}";
    }

    private static string Percent(string text)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_')
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return encoded.ToString();
    }

    private static string EncodedWords(string text, string charset, bool base64)
    {
        var words = new List<string>();
        var encoding = EncodingOf(charset);
        var chunk = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Word(encoding, chunk + rune.ToString(), charset, base64).Length > 72)
            {
                words.Add(Word(encoding, chunk.ToString(), charset, base64));
                chunk.Clear();
            }

            chunk.Append(rune.ToString());
        }

        words.Add(Word(encoding, chunk.ToString(), charset, base64));
        return string.Join(' ', words);
    }

    private static string Word(Encoding encoding, string text, string charset, bool base64)
    {
        var bytes = encoding.GetBytes(text);
        if (base64)
        {
            return $"=?{charset}?B?{Convert.ToBase64String(bytes)}?=";
        }

        var quoted = new StringBuilder();
        foreach (var b in bytes)
        {
            if (b == ' ')
            {
                quoted.Append('_');
            }
            else if (char.IsAsciiLetterOrDigit((char)b))
            {
                quoted.Append((char)b);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"={b:X2}");
            }
        }

        return $"=?{charset}?Q?{quoted}?=";
    }
}

/// <summary>How a system writes the name of an attached file.</summary>
internal enum FileNameStyle
{
    Quoted,
    EncodedWord,
    Extended,
    Pieces,
}
