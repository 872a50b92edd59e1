namespace FoiPipeline.Core.Matching;

/// <summary>What stands between the prefix and the id of a reference.</summary>
internal enum Separator
{
    None,
    Space,
    Hyphen,
    Slash,
    Other,
}

internal static class Separators
{
    private const int Longest = 10;

    /// <summary>Takes at most one sign with spaces, a line break and quote marks around it.</summary>
    public static Separator Read(ref Glyphs glyphs)
    {
        var separator = Separator.None;
        var newLine = false;
        for (var i = 0; i < Longest; i++)
        {
            var next = glyphs.Peek();
            var sign = next switch { '-' => Separator.Hyphen, '/' => Separator.Slash, '_' or '.' or ':' => Separator.Other, _ => Separator.None };
            var blank = next is ' ' or '\r' or '\n' || (newLine && next == '>');
            if (!blank && (sign == Separator.None || separator > Separator.Space))
            {
                return separator;
            }

            newLine |= next == '\n';
            separator = sign > separator ? sign : separator == Separator.None ? Separator.Space : separator;
            glyphs.Next();
        }

        return separator;
    }
}
