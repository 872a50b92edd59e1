using System.Security.Cryptography;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary>What <c>foi read</c> says of one file: the object of its JSON line. Fields that a file does not have are written as null.</summary>
internal sealed record FileReport
{
    public required string File { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Subject { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? Date { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? MessageId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? InReplyTo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>Nothing for a document by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ReplyKind? Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Confidence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    public string? TheirReference { get; init; }

    /// <summary>The sender's own words with quotes cut; for a document its text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Body { get; init; }

    public IReadOnlyList<Answer>? Answers { get; init; }

    public IReadOnlyList<AttachmentReport> Attachments { get; init; } = [];

    public IReadOnlyList<string> Problems { get; init; } = [];

    public static FileReport Unreadable(string file, string problem) => new() { File = file, Problems = [problem] };

    public static FileReport OfDocument(string file, ExtractedText text, byte[] bytes) => new()
    {
        File = file,
        Body = text.Text,
        Attachments = [new AttachmentReport(Path.GetFileName(file), text.Type, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), text.Method, text.Pages, text.Text, text.Problem)],
        Problems = text.Problem is null ? [] : [text.Problem],
    };

    public static FileReport OfMail(string file, Mail mail, StoredReading stored) => new()
    {
        File = file,
        From = mail.From?.ToString(),
        To = [.. mail.To.Select(a => a.ToString())],
        Subject = mail.Subject,
        Date = mail.Date,
        MessageId = mail.MessageId,
        InReplyTo = mail.InReplyTo,
        References = mail.References,
        Kind = stored.Reading.Judgement.Kind,
        Confidence = Math.Round(stored.Reading.Judgement.Confidence, 3),
        Evidence = stored.Reading.Judgement.Evidence,
        TheirReference = stored.Reading.TheirReference,
        Body = stored.Reading.OwnWords,
        Answers = stored.Reading.Answers,
        Attachments = [.. stored.Attachments.Select(a => new AttachmentReport(a.Name, a.Type, a.Bytes, a.Sha256, a.Text.Method, a.Text.Pages, a.Text.Text, a.Text.Problem))],
        Problems = mail.Problems,
    };

    /// <summary>The short fields, named for a person.</summary>
    public IEnumerable<(string Name, string Value)> Lines()
    {
        (string Name, string? Value)[] fields =
        [
            ("From", From), ("To", To is null ? null : string.Join(", ", To)), ("Subject", Subject), ("Date", Date?.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture)),
            ("Kind", Kind is { } kind ? $"{KindWords.Of(kind)} ({Confidence:0%} sure)" : null), ("Their ref", TheirReference),
        ];
        return fields.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!))
            .Concat((Evidence ?? []).Select(e => ("Because", $"\"{e.Words}\" in the {e.Where} ({e.Rule})")))
            .Concat(Attachments.Select(a => ("Attachment", $"{a.Name} ({a.Type}, {a.Bytes} bytes{(a.Pages is { } p ? $", {p} pages" : "")}): {a.Problem ?? $"{a.Text.Length} characters by {a.Method}"}")))
            .Concat((Answers ?? []).Select(a => ($"Answer {a.Question}", $"{a.Text.ReplaceLineEndings(" ")} [{a.Source}]")))
            .Concat(Problems.Select(p => ("Problem", p)));
    }
}

internal sealed record AttachmentReport(
    string Name,
    string Type,
    long Bytes,
    string Sha256,
    string Method,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Pages,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Problem);
