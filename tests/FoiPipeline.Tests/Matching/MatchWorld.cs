using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Matching;

/// <summary>A round to the real register, a memory, and mails in it.</summary>
internal sealed class MatchWorld
{
    public const string Mailbox = "foi@healthy.example";

    private static readonly AuthorityIndex Register = new(Round(RealAuthorities()));

    public MatchWorld(AuthorityIndex? index = null)
    {
        Index = index ?? Register;
        Ladder = new MatchLadder(Index, Memory);
    }

    public AuthorityIndex Index { get; }

    public Remembered Memory { get; } = new();

    public MatchLadder Ladder { get; }

    public static IReadOnlyList<Authority> RealAuthorities() =>
        [.. Ccgs2016.Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => Parse([.. row.TrimEnd('\r').Split('|'), "", "", ""]))];

    public static Round Round(IReadOnlyList<Authority> authorities) => new()
    {
        Name = "social-value-2016",
        ReferencePrefix = "SV16",
        Requester = new Requester("Ann Example", "Healthy Ideas", ["1 Street"], Mailbox),
        Subject = "Freedom of Information request: social value in commissioning",
        Questions = [new Question(1, "Do you have a policy on social value?")],
        Templates = new Dictionary<string, string>(StringComparer.Ordinal),
        Sending = new SendingPolicy(new DateOnly(2016, 7, 1), null, new TimeOnly(9, 0), new TimeOnly(17, 0), false, 10, 5),
        Chase = new ChasePolicy(1, 10, 20),
        TimeZone = "Europe/London",
        Authorities = authorities,
    };

    public static AuthorityId Id(string code) => AuthorityId.Parse(code);

    public static string Token(string code) => ReplyToken.For(new Reference("SV16", Id(code)));

    public static string ReplyAddress(string code) => $"foi+{Token(code)}@healthy.example";

    public static string LetterTo(string code) => LetterMessageId.For(new LetterId("SV16", Id(code), LetterKind.Initial, 1), Mailbox);

    public string Name(string code) => Index.TryFind(Id(code), out var authority) ? authority.Name : throw new ArgumentException(code, nameof(code));

    public string FoiAddress(string code) => Index.TryFind(Id(code), out var authority) ? authority.FoiAddress : throw new ArgumentException(code, nameof(code));

    public Task<MatchFinding> MatchAsync(MatchInput input) => Ladder.MatchAsync(input, TestContext.Current.CancellationToken);

    public static MatchInput Mail(
        string from = "someone@unknown.example", string to = Mailbox, string subject = "Your request", string own = "Please see below.",
        string quoted = "", string signature = "", string? answers = null, string? theirReference = null, string fromName = "", params MailHeader[] headers) =>
        new()
        {
            Mail = new Mail
            {
                From = new MailAddress(fromName, from),
                To = [new MailAddress("", to)],
                Subject = subject,
                InReplyTo = answers is null ? [] : [answers],
                Headers = headers,
                Body = $"{own}\n\n{signature}\n\n{quoted}",
            },
            OwnWords = own,
            Quoted = quoted,
            TheirReference = theirReference,
        };

    private static Authority Parse(string[] row)
    {
        var slug = string.Concat(row[2].ToLowerInvariant().Where(char.IsAsciiLetter));
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["short_name"] = row[2], ["stp"] = row[3], ["region"] = row[4], ["successor"] = row[5], ["also_known_as"] = row[6],
        };
        return new Authority
        {
            Id = AuthorityId.Parse(row[0]),
            Name = row[1],
            // As in life: some have a domain of their own, most write from one that all share.
            FoiAddress = slug.Length % 3 == 0 ? $"foi@{slug}ccg.example" : $"{slug}.foi@nhsmail.example",
            Attributes = attributes,
        };
    }

    internal sealed class Remembered : IMatchMemory
    {
        private readonly Dictionary<string, List<AuthorityId>> _references = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<AuthorityId>> _senders = new(StringComparer.Ordinal);

        public void Reference(string reference, params string[] codes) => _references[MatchKeys.TheirReference(reference)!] = [.. codes.Select(Id)];

        public void Sender(string address, params string[] codes) => _senders[MatchKeys.Sender(address)!] = [.. codes.Select(Id)];

        public Task<IReadOnlyList<AuthorityId>> ByTheirReferenceAsync(string reference, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<AuthorityId>>(_references.GetValueOrDefault(reference, []));

        public Task<IReadOnlyList<AuthorityId>> BySenderAsync(string address, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<AuthorityId>>(_senders.GetValueOrDefault(address, []));
    }
}
