using System.Text;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>A body with every line told apart. The order of the lines is kept: an answer inline still stands under its question.</summary>
public sealed record CutBody(IReadOnlyList<BodyLine> Lines)
{
    /// <summary>The sender's own sentences.</summary>
    public string OwnWords { get; } = Join(Lines, role => role is LineRole.Own);

    /// <summary>Earlier mails, with the lines that introduce them.</summary>
    public string Quoted { get; } = Join(Lines, role => role is LineRole.Quoted);

    /// <summary>Signature, disclaimers and the closing that every FOI answer carries.</summary>
    public string Closing { get; } = Join(Lines, role => role is not (LineRole.Own or LineRole.Quoted));

    /// <summary>Whether one letter or digit is the sender's own.</summary>
    public bool HasOwnWords => OwnWords.Any(char.IsLetterOrDigit);

    private static string Join(IReadOnlyList<BodyLine> lines, Func<LineRole, bool> wanted)
    {
        var text = new StringBuilder();
        var blank = false;
        foreach (var line in lines)
        {
            if (!wanted(line.Role))
            {
                blank = true;
                continue;
            }

            if (line.IsBlank)
            {
                blank = true;
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(blank ? "\n\n" : "\n");
            }

            text.Append(line.Text.TrimEnd());
            blank = false;
        }

        return text.ToString();
    }
}
