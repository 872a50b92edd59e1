using System.Globalization;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Who answers for an authority, how they write, and under which reference of their own.</summary>
internal sealed record Persona
{
    private static readonly string[] FirstNames =
    [
        "Alison", "Andrew", "Angela", "Beverley", "Brian", "Carol", "Cheryl", "Claire", "Colin", "Darren", "Dawn", "Debbie", "Elaine", "Fiona", "Gareth",
        "Gemma", "Hannah", "Helen", "Imran", "Jackie", "Joanne", "Julie", "Karen", "Kelly", "Lesley", "Louise", "Mandeep", "Marc", "Michelle", "Nadia",
        "Nicola", "Paul", "Rachel", "Ren\u00e9e", "Sandra", "Sharon", "Si\u00e2n", "Stephen", "Suresh", "Tracey", "Victoria", "Wendy", "Yasmin", "Zo\u00eb",
    ];

    private static readonly string[] LastNames =
    [
        "Ahmed", "Allsop", "Ashworth", "Bains", "Barlow", "Beckett", "Brannigan", "Caldwell", "Chadwick", "Clegg", "Cowley", "Dhillon", "Dunne", "Eccles",
        "Fairhurst", "Farrow", "Garside", "Gill", "Goddard", "Greaves", "Haddon", "Hartley", "Holroyd", "Ibbotson", "Jephson", "Kaur", "Kershaw", "Lomas",
        "Mellor", "Mistry", "Nuttall", "O\u2019Connor", "Okafor", "Pargeter", "Patel", "Pickup", "Quigley", "Rushton", "Salt", "Sharples", "Skelton",
        "Stott", "Tandy", "Thackray", "Underhill", "Varley", "Wainwright", "Whitlock", "Wragg", "Yeo",
    ];

    private static readonly string[] Titles =
    [
        "Freedom of Information Officer", "FOI and Information Governance Officer", "Corporate Services Manager", "Corporate Governance Officer",
        "Information Governance Lead", "Business Support Officer", "Communications and FOI Co-ordinator", "Executive Assistant",
        "Company Secretary", "Head of Corporate Affairs", "Patient Services and FOI Administrator",
    ];

    private static readonly string[] Directors =
        ["Chief Officer", "Accountable Officer", "Chief Finance Officer", "Director of Commissioning", "Director of Quality and Governance"];

    private static readonly string[] Houses =
        ["Lakeside House", "Kingsgate", "The Old Brewery", "Sanger House", "Riverbank Court", "Jubilee Building", "Merchants House", "St Chad\u2019s Court", "Alder Wing"];

    private static readonly string[] Streets = ["Station Road", "Market Street", "Quayside", "Priory Lane", "Mill Hill", "Castle Way", "Victoria Street", "London Road"];

    public required Voice Voice { get; init; }

    public required Layout Layout { get; init; }

    public required MailSystem System { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>As it signs: the authority, or the support unit.</summary>
    public required string Organisation { get; init; }

    /// <summary>Address answers are written from.</summary>
    public required string Address { get; init; }

    public required string DisplayName { get; init; }

    public required string TheirReference { get; init; }

    public required string Site { get; init; }

    public required string Phone { get; init; }

    public required IReadOnlyList<string> Postal { get; init; }

    /// <param name="plan">The rehearsal.</param>
    /// <param name="of">The authority's plan.</param>
    /// <param name="answering">Whether this is about the answer: acknowledgements come from the mailbox that was asked, even where a unit answers.</param>
    public static Persona For(RehearsalPlan plan, AuthorityPlan of, bool answering)
    {
        var id = of.Authority.Id;
        var draw = plan.DrawFor($"persona/{id}/{of.Sender != AnswerSender.MailboxAsked && answering}");
        var unit = answering && of.SupportUnit is { } number ? SupportUnits.All[number] : null;
        var voice = VoiceOf(of, unit, draw);
        var name = $"{draw.Pick(FirstNames)} {draw.Pick(LastNames)}";
        var mailbox = unit?.Mailbox ?? of.CorrectedAddress ?? of.Authority.FoiAddress;
        var organisation = unit?.Name ?? of.Authority.Name;
        var byName = answering && of.Sender == AnswerSender.AnotherOfTheAuthority;
        return new Persona
        {
            Voice = voice,
            Layout = (Layout)plan.DrawFor($"layout/{id}").Below(6),
            System = SystemOf(of, voice, draw),
            Name = name,
            Title = voice == Voice.Director ? draw.Pick(Directors) : draw.Pick(Titles),
            Organisation = organisation,
            Address = byName ? Elsewhere(mailbox, name, draw) : mailbox,
            DisplayName = DisplayNameOf(name, organisation, voice, byName, draw),
            TheirReference = ReferenceOf(unit, plan.DrawFor($"reference/{id}")),
            Site = $"www.{unit?.Domain ?? MailNames.Slug(MailNames.ShortName(of.Authority)) + "ccg.example"}",
            Phone = $"01632 960{draw.Between(100, 999)}",
            Postal = [draw.Pick(Houses), $"{draw.Between(1, 120)} {draw.Pick(Streets)}", MailNames.ShortName(of.Authority)],
        };
    }

    private static Voice VoiceOf(AuthorityPlan of, SupportUnit? unit, Draw draw) => of.Ticketing ? Voice.Ticketing
        : unit is not null ? Voice.SupportUnit
        : draw.Below(100) switch { < 48 => Voice.Formal, < 66 => Voice.Terse, < 84 => Voice.Chatty, _ => Voice.Director };

    private static MailSystem SystemOf(AuthorityPlan of, Voice voice, Draw draw) => of.Ticketing || voice == Voice.Ticketing
        ? MailSystem.Ticketing
        : draw.Below(100) switch { < 68 => MailSystem.Outlook, < 82 => MailSystem.OutlookPlain, < 91 => MailSystem.AppleMail, _ => MailSystem.Gmail };

    private static string Elsewhere(string mailbox, string name, Draw draw)
    {
        var (local, domain) = MailNames.Split(mailbox);
        var parts = name.Replace("\u00e9", "e", StringComparison.Ordinal).Replace("\u00e2", "a", StringComparison.Ordinal).Replace("\u00eb", "e", StringComparison.Ordinal).Split(' ');
        return draw.Chance(70) ? $"{MailNames.Slug(parts[0])}.{MailNames.Slug(parts[1])}@{domain}" : $"corporate.{MailNames.Slug(local)}@{domain}";
    }

    private static string DisplayNameOf(string name, string organisation, Voice voice, bool byName, Draw draw)
    {
        var last = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var first = name[..name.IndexOf(' ', StringComparison.Ordinal)];
        if (byName || voice == Voice.Director)
        {
            return draw.Chance(50) ? $"{last}, {first} ({organisation})" : name;
        }

        return draw.Below(4) switch
        {
            0 => $"FOI ({organisation.ToUpperInvariant()})",
            1 => $"{organisation} Freedom of Information",
            2 => "FOI",
            _ => $"FOI Team, {organisation}",
        };
    }

    private static string ReferenceOf(SupportUnit? unit, Draw draw)
    {
        var number = draw.Between(12, 1990);
        return unit is not null && draw.Chance(60)
            ? string.Create(CultureInfo.InvariantCulture, $"{unit.Initials}/FOI/{number + 4000}")
            : draw.Below(8) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"FOI/16-17/{number}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"FOI {number + 5000:D6}"),
                2 => string.Create(CultureInfo.InvariantCulture, $"CCG FOI {number}"),
                3 => string.Create(CultureInfo.InvariantCulture, $"RFI{number:D4}"),
                4 => string.Create(CultureInfo.InvariantCulture, $"F16/{number}"),
                5 => string.Create(CultureInfo.InvariantCulture, $"2016-{number:D4}"),
                6 => string.Create(CultureInfo.InvariantCulture, $"SR-{number + 17000:D7}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"FOI.{number}.{draw.Pick<string>(["KB", "CL", "MT", "IG"])}"),
            };
    }
}
