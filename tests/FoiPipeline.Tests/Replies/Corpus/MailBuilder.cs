using System.Globalization;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Replies.Corpus;

/// <summary>Builds a mail as the parser would give it. In bodies <c>{outlook}</c>, <c>{sig}</c>, <c>{q1}</c> and the like stand for the usual trimmings.</summary>
internal sealed class MailBuilder
{
    private readonly List<MailHeader> _headers = [];
    private readonly List<ReadAttachment> _attachments = [];
    private MailAddress _from = new("FOI Team", "foi@northvale.example");
    private string _subject = "RE: Freedom of Information request SV16-02N";
    private string _body = "";
    private DeliveryReport? _report;

    public Mail Mail => new()
    {
        From = _from,
        To = [new MailAddress("Jane Doe", "foi+sv16-02n-k7q2@healthy.example")],
        Subject = _subject,
        Headers = _headers,
        Body = _body,
        BodySource = "plain",
        DeliveryReport = _report,
    };

    public IReadOnlyList<ReadAttachment> Attachments => _attachments;

    public MailBuilder Header(string name, string value)
    {
        switch (name)
        {
            case "From":
                var open = value.IndexOf('<', StringComparison.Ordinal);
                _from = open < 0 ? new MailAddress("", value) : new MailAddress(value[..open].Trim(), value[(open + 1)..].TrimEnd('>'));
                break;
            case "Subject":
                _subject = value;
                break;
            default:
                _headers.Add(new MailHeader(name, value));
                break;
        }

        return this;
    }

    public MailBuilder Body(string text)
    {
        var body = new List<string>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split(' ', 3);
            switch (words[0])
            {
                case "@@attach":
                    var end = Array.IndexOf(lines, "@@end", i);
                    Attach(lines[i][9..], string.Join('\n', lines[(i + 1)..end]));
                    i = end;
                    break;
                case "@@unreadable":
                    _attachments.Add(Unreadable(lines[i][13..]));
                    break;
                case "@@long":
                    _attachments.Add(Readable(lines[i][7..], OurLetter.LongPolicy));
                    break;
                case "@@report":
                    _report = new DeliveryReport { Recipients = [new DeliveryReportRecipient("foi@gone.example", words[1], words[2], "smtp; see status")] };
                    break;
                default:
                    body.Add(lines[i]);
                    break;
            }
        }

        _body = OurLetter.Fill(string.Join('\n', body)).Trim();
        return this;
    }

    public MailBuilder Attach(string name, string text)
    {
        _attachments.Add(Readable(name, OurLetter.Fill(text)));
        return this;
    }

    /// <summary>A PDF as the extractor gives it: pages of printed lines, none of them blank.</summary>
    public MailBuilder Print(string name, params string[] pages)
    {
        var passages = pages.Select((page, i) => new Passage(page, i + 1, ""));
        _attachments.Add(new ReadAttachment(name, "application/pdf", 40_000, "00", IsInline: false, new ExtractedText { Type = "pdf", Method = "test", Pages = pages.Length, Passages = [.. passages] }));
        return this;
    }

    private static ReadAttachment Readable(string name, string text)
    {
        var passages = text.Split("\n\n").Select((t, i) => new Passage(t, null, string.Create(CultureInfo.InvariantCulture, $"p{i + 1}")));
        return new ReadAttachment(name, "application/octet-stream", text.Length, "00", IsInline: false, new ExtractedText { Type = "text", Method = "text", Passages = [.. passages] });
    }

    private static ReadAttachment Unreadable(string name) =>
        new(name, "application/pdf", 250_000, "00", IsInline: false, new ExtractedText { Type = "pdf", Method = "none", Pages = 2, Problem = "This PDF is a scan without a text layer: ask for the text." });
}
