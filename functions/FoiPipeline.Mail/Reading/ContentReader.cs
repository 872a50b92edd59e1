using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Tells the body a person would read from everything else, by walking through the parts in the order they are shown.</summary>
internal sealed class ContentReader(ProblemList problems)
{
    private readonly List<BodyText> _texts = [];
    private readonly List<MailPart> _attachments = [];

    public IReadOnlyList<MailPart> Attachments => _attachments;

    public string BodySource => _texts.Count == 0 ? "none" : _texts[0].IsHtml ? "html" : "plain";

    public string Body
    {
        get
        {
            var body = string.Join("\n\n", _texts.Select(t => t.Text.Trim('\n', ' ', '\t')).Where(t => t.Length > 0));
            return string.Join('\n', body.Split('\n').Select(line => line.TrimEnd('\r')));
        }
    }

    public void Read(MimeEntity message)
    {
        Walk(message, isRelated: false);
        _texts.RemoveAll(t => string.IsNullOrWhiteSpace(t.Text));
    }

    private void Walk(MimeEntity entity, bool isRelated)
    {
        switch (entity.Type)
        {
            case "multipart/alternative":
                WalkAlternative(entity);
                break;
            case "multipart/related":
                WalkRelated(entity);
                break;
            case "multipart/appledouble":
                WalkAppleDouble(entity);
                break;
            case var _ when entity.IsMultipart:
                WalkInTurn(entity);
                break;
            case var _ when IsBody(entity):
                AddText(BodyText.Read(entity, problems));
                break;
            default:
                AddAttachment(entity, isRelated);
                break;
        }
    }

    private void WalkInTurn(MimeEntity entity)
    {
        if (entity.Type == "multipart/encrypted")
        {
            problems.Add("The mail is encrypted; its text cannot be read. Ask the sender for an unencrypted copy.");
        }

        foreach (var part in entity.Parts)
        {
            Walk(part, isRelated: false);
        }
    }

    /// <summary>The part named by <c>start</c>, or else the first, is what is shown; the others are what it shows in place (RFC 2387).</summary>
    private void WalkRelated(MimeEntity entity)
    {
        var start = entity.ContentType["start"];
        var root = start.Length == 0 ? null : entity.Parts.FirstOrDefault(p => p.Header.Text("Content-ID") == start);
        root ??= entity.Parts is [var first, ..] ? first : null;
        foreach (var part in entity.Parts)
        {
            Walk(part, isRelated: part != root);
        }
    }

    /// <summary>The first part holds a Macintosh file's icon and type (RFC 1740); the second is the file.</summary>
    private void WalkAppleDouble(MimeEntity entity)
    {
        foreach (var part in entity.Parts.Where(p => p.Type != "application/applefile"))
        {
            AddAttachment(part, isRelated: false, fallbackName: entity.FileName);
        }
    }

    /// <summary>Plain text if it says anything, else HTML. Files stay attachments whichever version they hang on.</summary>
    private void WalkAlternative(MimeEntity entity)
    {
        var versions = entity.Parts.Select(Version).ToList();
        var plain = versions.Find(v => v is { Text.IsHtml: false, Text.IsEmpty: false });
        var html = versions.FindLast(v => v is { Text.IsHtml: true, Text.IsEmpty: false });
        var chosen = html is not null && (plain is null || plain.Text!.IsStub || SaysFarLess(plain.Text, html.Text!)) ? html : plain;
        foreach (var version in versions)
        {
            if (version == chosen)
            {
                _texts.AddRange(version.Reader._texts);
            }

            foreach (var attachment in version.Reader._attachments)
            {
                Keep(attachment);
            }
        }
    }

    /// <summary>What one alternative would show, read apart from the others.</summary>
    private Alternative Version(MimeEntity part)
    {
        var reader = new ContentReader(problems);
        if (part.Type is "text/plain" or "text/html" or "text/calendar" || !part.Type.StartsWith("text/", StringComparison.Ordinal) || part.IsAttachment)
        {
            reader.Walk(part, isRelated: false);
        }

        var text = reader._texts.Count == 0
            ? null
            : new BodyText(string.Join('\n', reader._texts.Select(t => t.Text)), reader._texts.Exists(t => t.IsHtml), [.. reader._texts.SelectMany(t => t.Files)]);
        return new Alternative(reader, text);
    }

    private static bool SaysFarLess(BodyText plain, BodyText html) =>
        plain.Files.Count == 0 && plain.Text.Count(char.IsLetterOrDigit) * 10 < html.Text.Count(char.IsLetterOrDigit);

    /// <summary>Plain text and pages are the body, unless the sender attached them; a named one behind the body is a file all the same.</summary>
    private bool IsBody(MimeEntity entity) =>
        entity.Type is "text/plain" or "text/html" or "text/enriched" or "text/richtext" or "application/xhtml+xml"
        && !entity.IsAttachment
        && (entity.FileName.Length == 0 || _texts.Count == 0);

    private void AddText(BodyText text)
    {
        _texts.Add(text);
        foreach (var file in text.Files)
        {
            Keep(new MailPart { Name = "", OriginalName = file.Name, Type = "application/octet-stream", Content = file.Content });
        }
    }

    private void AddAttachment(MimeEntity entity, bool isRelated, string fallbackName = "")
    {
        if (entity.Type is "application/pkcs7-mime" or "application/x-pkcs7-mime" && _texts.Count == 0)
        {
            problems.Add("The mail is wrapped by S/MIME; its text cannot be read. Ask the sender for a copy that is neither encrypted nor wrapped.");
        }

        if (entity.Type == "message/external-body")
        {
            problems.Add("An attachment is only pointed to; it lies on a server of the sender.");
        }

        Keep(new MailPart
        {
            Name = "",
            OriginalName = entity.FileName.Length > 0 ? entity.FileName : fallbackName,
            Type = entity.Type,
            IsInline = isRelated && IsShownInPlace(entity),
            Content = entity.Decode(problems),
        });
    }

    /// <summary>Pictures and styles only: some programs mark documents as inline too, and those are answers.</summary>
    private static bool IsShownInPlace(MimeEntity entity) =>
        (entity.Type.StartsWith("image/", StringComparison.Ordinal) || entity.Type == "text/css")
        && (entity.Header.Has("Content-ID") || entity.Header.Has("Content-Location") || entity.Disposition.Value == "inline");

    private void Keep(MailPart attachment) => _attachments.Add(attachment with
    {
        Name = AttachmentName.Safe(attachment.OriginalName, attachment.Type, _attachments.Count + 1),
    });

    private sealed record Alternative(ContentReader Reader, BodyText? Text);
}
