using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.UseCases;

/// <summary>Valid things with the least said about them; a test changes what it is about with <c>with</c>.</summary>
internal static class Some
{
    public const string Mailbox = "foi@healthy.example";

    public static readonly Actor Person = Actor.Person("Ann");

    /// <summary>A round to three bodies that are easily told apart, each with a mail host of its own.</summary>
    public static Round Round(params Authority[] authorities) => new()
    {
        Name = "social-value-2016",
        ReferencePrefix = "SV16",
        Requester = new Requester("Ann Example", "Healthy Ideas", ["1 Street", "Town"], Mailbox),
        Subject = "Freedom of Information request: social value in commissioning",
        Questions = [new Question(1, "Do you have a policy on social value?"), new Question(2, "How many contracts did you let in 2015?")],
        Templates = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["initial"] = "Dear {{authority.name}},\n\nUnder the Freedom of Information Act 2000 I ask:\n\n{{questions}}\n\nOur reference: {{reference}}\n\n{{requester.name}}\n",
        },
        Sending = new SendingPolicy(new DateOnly(2016, 7, 1), null, new TimeOnly(9, 0), new TimeOnly(17, 0), WeekendsToo: false, 10, 10),
        Chase = new ChasePolicy(1, 10, 20),
        TimeZone = "Europe/London",
        Authorities = authorities.Length > 0 ? authorities : [Authority("02N", "Airedale"), Authority("99E", "Basildon"), Authority("07G", "Thurrock")],
    };

    public static Authority Authority(string code, string name, string? address = null) => new()
    {
        Id = Id(code),
        Name = $"NHS {name} CCG",
        FoiAddress = address ?? $"foi@{name.ToLowerInvariant()}ccg.example",
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["region"] = code[0] == '0' ? "North" : "South", ["short_name"] = name },
    };

    public static AuthorityId Id(string code) => AuthorityId.Parse(code);

    public static LetterId Letter(string code, LetterKind kind = LetterKind.Initial, int number = 1) => new("SV16", Id(code), kind, number);
}
