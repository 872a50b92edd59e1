using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Replies.Corpus;

/// <summary>One reply of the corpus and what a person says it is.</summary>
internal sealed record LabelledReply(string Id, ReplyKind Kind, bool IsHeldOut, Mail Mail, IReadOnlyList<ReadAttachment> Attachments)
{
    /// <summary>Every fifth reply was not looked at while rules were written.</summary>
    private const int HeldOut = 5;

    public static IReadOnlyList<LabelledReply> All { get; } = Load();

    private static List<LabelledReply> Load()
    {
        string[] files = [CorpusOfMachines.Text, CorpusOfDelays.Text, CorpusOfAnswers.Text, CorpusOfMore.Text, CorpusOfStrangers.Text];
        var entries = files.SelectMany(file => ("\n" + file.ReplaceLineEndings("\n")).Split("\n=== ", StringSplitOptions.RemoveEmptyEntries));
        return [.. entries.Select((entry, i) => Parse(entry, (i + 1) % HeldOut == 0))];
    }

    private static LabelledReply Parse(string entry, bool heldOut)
    {
        var lines = entry.Split('\n').ToList();
        var title = lines[0].Split('|', StringSplitOptions.TrimEntries);
        var mail = new MailBuilder();
        var body = 1;
        while (body < lines.Count && lines[body].IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && !lines[body][..colon].Contains(' ', StringComparison.Ordinal))
        {
            mail.Header(lines[body][..colon], lines[body][(colon + 2)..]);
            body++;
        }

        mail.Body(string.Join('\n', lines.Skip(body)));
        return new LabelledReply(title[0], Enum.Parse<ReplyKind>(title[1]), heldOut, mail.Mail, mail.Attachments);
    }

    public override string ToString() => $"{Id} ({Kind})";
}
