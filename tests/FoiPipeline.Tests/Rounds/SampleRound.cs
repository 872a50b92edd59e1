using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Rounds;

/// <summary>A small valid round.</summary>
internal static class SampleRound
{
    public static Round With(params Authority[] authorities) => new()
    {
        Name = "Social value 2016",
        ReferencePrefix = "SV16",
        Requester = new Requester("Eleanor Marsh", "Research Team", ["4 Almoner's Yard", "London EC1X 9ZZ"], "foi@research.example"),
        Subject = "Freedom of Information request: social value",
        Questions = [new Question(1, "Is there a policy?"), new Question(2, "How many tenders were there?")],
        Templates = new Dictionary<string, string>(StringComparer.Ordinal) { ["initial"] = "To {{authority.name}}\n\n{{questions}}\n\n{{requester.name}}\n{{requester.email}}\n" },
        Sending = new SendingPolicy(new DateOnly(2016, 7, 13), null, new TimeOnly(9, 0), new TimeOnly(17, 0), WeekendsToo: false, 30, 10),
        Chase = new ChasePolicy(1, 10, 20),
        TimeZone = "Europe/London",
        Authorities = authorities.Length > 0 ? authorities : [Authority("02N", "NHS Airedale CCG")],
    };

    public static Authority Authority(string code, string name, string? address = null, params (string Name, string Value)[] attributes) => new()
    {
        Id = AuthorityId.Parse(code),
        Name = name,
        FoiAddress = address ?? $"foi@{code.ToLowerInvariant()}.example",
        Attributes = attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal),
    };
}
