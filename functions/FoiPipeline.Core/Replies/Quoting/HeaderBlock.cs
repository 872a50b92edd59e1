using System.Collections.Frozen;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>The lines <c>From:</c>, <c>Sent:</c>, <c>To:</c>, <c>Subject:</c> that stand above a quoted mail, in any order and decoration.</summary>
internal static class HeaderBlock
{
    private static readonly FrozenSet<string> Senders = FrozenSet.ToFrozenSet(["from", "von", "de", "da", "fra", "från"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(
        [
            .. Senders, "sent", "to", "cc", "bcc", "subject", "date", "reply-to", "reply to", "sent by", "sent on", "received", "importance", "attachments",
            "attachment", "organization", "organisation", "sensitivity", "gesendet", "an", "betreff", "datum", "envoyé", "à", "objet", "enviado",
            "para", "asunto", "fecha",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>How many lines the block takes that starts here; 0 where fewer than <paramref name="atLeast"/> labels or no sender are found.</summary>
    public static int LengthAt(IReadOnlyList<string> lines, int start, int atLeast)
    {
        var labels = 0;
        var hasSender = false;
        var end = start;
        var blanks = 0;
        for (var i = start; i < lines.Count && i < start + 24; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.IsEmpty)
            {
                // Some programs set every header apart; a second blank line, or one after a full block, ends it.
                if (++blanks > 1)
                {
                    break;
                }

                continue;
            }

            var label = Label(line);
            if (label.IsEmpty)
            {
                if (labels == 0 || blanks > 0 || !Continues(lines[i], line))
                {
                    break;
                }

                end = i + 1;
                continue;
            }

            if (labels == 0 && i > start && atLeast > 2)
            {
                break;
            }

            blanks = 0;
            labels += LabelsIn(line, label);
            hasSender |= Senders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
            end = i + 1;
        }

        return hasSender && labels >= atLeast ? end - start : 0;
    }

    private static ReadOnlySpan<char> Label(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart("*_>| \t");
        var colon = text.IndexOf(':');
        if (colon is < 1 or > 16)
        {
            return [];
        }

        var label = text[..colon].Trim("*_ \t");
        return Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label) ? label : [];
    }

    /// <summary>Some converters put the whole block on one line.</summary>
    private static int LabelsIn(ReadOnlySpan<char> line, ReadOnlySpan<char> first)
    {
        if (!first.Equals("from", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        var found = 1;
        foreach (var label in (ReadOnlySpan<string>)[" Sent:", " Date:", " To:", " Subject:"])
        {
            found += line.Contains(label, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        // "From: a list via Example Talk" stands alone above what the list passes on.
        return line.Contains('@') && line.Contains(" via ", StringComparison.OrdinalIgnoreCase) ? found + 2 : found;
    }

    private static bool Continues(string raw, ReadOnlySpan<char> line) =>
        raw[0] is ' ' or '\t' || line.Contains('@') || line.Contains(';') || line.EndsWith(">");
}
