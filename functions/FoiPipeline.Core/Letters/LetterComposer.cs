using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Makes the letters of one round. The same letter at the same moment is the same mail, whoever composes it and whenever. Nothing in the register, the
/// round or a mail answered can add a header, a recipient or a merge field.
/// </summary>
public sealed class LetterComposer
{
    /// <summary>The key of the initial letter in <see cref="Round.Templates"/>. A resend is the same letter.</summary>
    public const string InitialKey = "initial";

    private const int LongestSubject = 200;

    private readonly Round _round;
    private readonly LetterTemplate _subject;
    private readonly LetterTemplate _initial;

    /// <exception cref="FormatException">The round has no letter for the kind <see cref="InitialKey"/>.</exception>
    public LetterComposer(Round round)
    {
        _round = round;
        _subject = LetterTemplate.Parse(PlainLine.Of(round.Subject));
        _initial = round.Templates.TryGetValue(InitialKey, out var text)
            ? LetterTemplate.Parse(text)
            : throw new FormatException("The round has no initial letter: round.yaml names it under 'letters', for example 'initial: letters/initial.txt'.");
    }

    /// <param name="authority">The authority asked.</param>
    /// <param name="toAddress">Where the letter goes: the register's address, or one that a person put in its place.</param>
    /// <param name="letter">Which letter; its kind decides the text.</param>
    /// <param name="now">The moment it is dated.</param>
    /// <param name="thread">The mail it answers, if any.</param>
    /// <param name="body">What a person wrote, for a <see cref="LetterKind.Clarification"/>; taken as it is, braces included.</param>
    /// <exception cref="FormatException">The address is none, the letter has an unknown merge field, or a clarification comes without a body.</exception>
    public LetterMail Compose(Authority authority, string toAddress, LetterId letter, DateTimeOffset now, LetterThread? thread = null, string? body = null)
    {
        if (!AddrSpec.TryParse(toAddress, out var address, out var problem))
        {
            throw new FormatException($"The address of {letter.Reference} {problem}.");
        }

        var source = new LetterSource(_round, authority, letter, address.ToString(), now);
        return new LetterMail
        {
            FromName = PlainLine.Of(_round.Requester.Name),
            FromAddress = _round.Requester.Email,
            ToName = PlainLine.Of(authority.Name),
            ToAddress = address.ToString(),
            ReplyTo = ReplyAddress.For(_round.Requester, letter.Reference),
            Subject = SubjectOf(source, thread),
            MessageId = LetterMessageId.For(letter, _round.Requester.Email),
            Date = now,
            Body = BodyOf(source, body),
            InReplyTo = thread?.InReplyTo,
            References = thread?.Chain ?? [],
        };
    }

    private string SubjectOf(LetterSource source, LetterThread? thread)
    {
        var subject = thread?.Subject is { } theirs && PlainLine.Of(theirs) is { Length: > 0 } line ? line
            : PlainLine.Of(_subject.Render(name => MergeFields.ValueOf(name, source)));
        subject = subject.Length > LongestSubject ? PlainLine.Of(subject[..LongestSubject]) : subject;
        subject = thread is not null && !subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? "Re: " + subject : subject;
        var tag = $"[{source.Letter.Reference}]";
        return subject.Contains(tag, StringComparison.OrdinalIgnoreCase) ? subject : $"{subject} {tag}";
    }

    private string BodyOf(LetterSource source, string? body) => source.Letter.Kind switch
    {
        LetterKind.Initial or LetterKind.Resend => _initial.Render(name => MergeFields.ValueOf(name, source)),
        LetterKind.Clarification when !string.IsNullOrWhiteSpace(body) => WithReference(body.ReplaceLineEndings("\n").TrimEnd(), source.Letter.Reference),
        LetterKind.Clarification => throw new FormatException($"The clarification {source.Letter} has no text."),
        var kind => throw new FormatException($"There is no letter of the kind {kind}."),
    };

    private static string WithReference(string body, Reference reference) =>
        body.Contains(reference.ToString(), StringComparison.OrdinalIgnoreCase) ? body + "\n" : $"{body}\n\nOur reference: {reference}\n";
}
