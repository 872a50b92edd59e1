using System.Globalization;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>The names a letter may use between double braces, and what they stand for in one letter.</summary>
public static class MergeFields
{
    /// <summary>Before the name of a column of the register: <c>authority.stp</c>.</summary>
    public const string AuthorityPrefix = "authority.";

    /// <summary>The numbered questions, wrapped.</summary>
    public const string Questions = "questions";

    private static readonly Dictionary<string, Func<LetterSource, string>> Known = new(StringComparer.Ordinal)
    {
        ["authority.name"] = s => PlainLine.Of(s.Authority.Name),
        ["authority.code"] = s => s.Authority.Id.Value,
        ["authority.address"] = s => PlainLine.Of(s.ToAddress),
        ["round.name"] = s => PlainLine.Of(s.Round.Name),
        ["reference"] = s => s.Letter.Reference.ToString(),
        [Questions] = s => QuestionList.Format(s.Round.Questions),
        ["requester.name"] = s => PlainLine.Of(s.Round.Requester.Name),
        ["requester.organisation"] = s => PlainLine.Of(s.Round.Requester.Organisation),
        ["requester.address"] = s => string.Join('\n', s.Round.Requester.PostalAddress.Select(PlainLine.Of)),
        ["requester.email"] = s => PlainLine.Of(s.Round.Requester.Email),
        ["reply.address"] = s => ReplyAddress.For(s.Round.Requester, s.Letter.Reference),
        ["date"] = s => LondonDay.Of(s.Now).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The names that every round has; beside them stand the columns of its register after <see cref="AuthorityPrefix"/>.</summary>
    public static IReadOnlyCollection<string> Fixed => Known.Keys;

    /// <summary>The value of a field, empty where the register leaves it empty; nothing if there is no such field.</summary>
    internal static string? ValueOf(string name, LetterSource source) =>
        Known.TryGetValue(name, out var value) ? value(source)
        : name.StartsWith(AuthorityPrefix, StringComparison.Ordinal)
            && source.Authority.Attributes.TryGetValue(name[AuthorityPrefix.Length..], out var attribute) ? PlainLine.Of(attribute)
        : null;
}

/// <summary>What one letter is made from.</summary>
internal sealed record LetterSource(Round Round, Authority Authority, LetterId Letter, string ToAddress, DateTimeOffset Now);
