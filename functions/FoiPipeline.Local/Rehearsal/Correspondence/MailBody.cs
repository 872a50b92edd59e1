using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Text and files as the MIME structure that each mail system makes of them.</summary>
internal static class MailBody
{
    private static readonly TextStyle[] PlainStyles =
    [
        new("utf-8", "quoted-printable"), new("windows-1252", "quoted-printable"), new("iso-8859-1", "quoted-printable", QuotesCharset: false),
        new("utf-8", "base64"), new("windows-1252", "8bit"), new("us-ascii", "7bit", QuotesCharset: false),
    ];

    private static readonly TextStyle[] MachineStyles = [new("utf-8", "8bit", QuotesCharset: false), new("UTF-8", "base64"), new("utf-8", "quoted-printable")];

    /// <param name="system">The program that writes.</param>
    /// <param name="blocks">The writer's own words.</param>
    /// <param name="quote">Our letter below them, if it is quoted, and the name it was addressed to.</param>
    /// <param name="toName">That name.</param>
    /// <param name="files">Attachments.</param>
    /// <param name="draw">For boundaries and encodings.</param>
    public static EmlPart Make(MailSystem system, IReadOnlyList<Block> blocks, Quoting? quote, string toName, IReadOnlyList<EmlFile> files, Draw draw)
    {
        var text = Text(system, blocks, quote, toName, draw);
        return files.Count == 0
            ? text
            : EmlPart.OfMany("mixed", Boundary(system, draw, 4), [text, .. files.Select(f => EmlPart.OfFile(f, (FileNameStyle)draw.Below(4)))]);
    }

    private static EmlPart Text(MailSystem system, IReadOnlyList<Block> blocks, Quoting? quote, string toName, Draw draw)
    {
        var plain = Sheet.PlainText(blocks) + quote?.Plain(system, toName);
        switch (system)
        {
            case MailSystem.Outlook or MailSystem.Gmail:
                var style = draw.Pick(PlainStyles[..4]);
                var html = system == MailSystem.Outlook
                    ? HtmlBody.Outlook(blocks, quote?.Html(system, toName) ?? "")
                    : HtmlBody.Simple(blocks, quote?.Html(system, toName) ?? "");

                // One in eight Outlook senders lets the gateway drop the plain alternative.
                return system == MailSystem.Outlook && draw.Chance(12)
                    ? EmlPart.OfText(html, "text/html", new TextStyle("utf-8", "quoted-printable"))
                    : EmlPart.OfMany("alternative", Boundary(system, draw, 6), EmlPart.OfText(plain, "text/plain", style), EmlPart.OfText(html, "text/html", new TextStyle("utf-8", draw.Chance(70) ? "quoted-printable" : "base64")));
            case MailSystem.AppleMail:
                return EmlPart.OfText(Sheet.Wrap(plain, 74), "text/plain", new TextStyle(draw.Chance(50) ? "windows-1252" : "utf-8", "quoted-printable", Flowed: false, QuotesCharset: false));
            case MailSystem.Ticketing:
                return EmlPart.OfText(Sheet.Wrap(plain, 78), "text/plain", draw.Pick(MachineStyles));
            default:
                // RFC 5322 allows 998 octets a line, and 8bit has no soft line breaks.
                return EmlPart.OfText(Sheet.Wrap(plain, 400), "text/plain", draw.Pick(PlainStyles));
        }
    }

    private static string Boundary(MailSystem system, Draw draw, int serial) => system switch
    {
        MailSystem.Gmail => $"001a11{draw.Hex(16)}{serial:D4}",
        MailSystem.AppleMail => $"Apple-Mail=_{draw.Hex(32).ToUpperInvariant()}",
        _ => $"_{serial:D3}_{draw.Hex(24)}EXCH_",
    };
}
