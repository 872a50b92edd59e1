using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class ShippedTemplateTests
{
    private static readonly Lazy<RoundReading> Reading = new(() => RoundFolder.Read(Path.Combine(RepositoryRoot(), "templates", "rounds", "social-value-2016")));

    [Fact]
    public void The_shipped_round_has_no_fault_and_all_209_authorities()
    {
        Reading.Value.Faults.ShouldBeEmpty();
        Round.Authorities.Count.ShouldBe(209);
        Round.Questions.Count.ShouldBe(5);
        Reading.Value.Sources.Keys.Order().ShouldBe(["authorities.csv", "letters/initial.txt", "round.yaml"]);
    }

    [Fact]
    public void The_register_has_the_study_s_regions_footprints_and_successors()
    {
        Round.Authorities.GroupBy(a => a.Attribute("region")!).ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(new Dictionary<string, int> { ["North"] = 66, ["Midlands and East"] = 61, ["London"] = 32, ["South"] = 50 }, ignoreOrder: true);
        Round.Authorities.Select(a => a.Attribute("stp")!).Distinct().Count().ShouldBe(44);
        Round.Authorities.Where(a => a.Attribute("successor") == "NHS Manchester CCG").Select(a => a.Id.Value).Order().ShouldBe(["00W", "01M", "01N"]);
    }

    [Fact]
    public void Every_address_ends_in_example_and_belongs_to_one_authority()
    {
        var addresses = Round.Authorities.Select(a => a.FoiAddress).Append(Round.Requester.Email).ToList();

        addresses.ShouldAllBe(a => a.EndsWith(".example"));
        addresses.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(210);
        Round.Authorities.Count(a => a.FoiAddress.EndsWith("@nhs.example", StringComparison.Ordinal)).ShouldBeInRange(60, 120);
    }

    [Fact]
    public void Every_letter_can_be_composed_and_asks_what_the_law_wants_it_to()
    {
        var composer = new LetterComposer(Round);
        foreach (var authority in Round.Authorities)
        {
            var letter = new LetterId(Round.ReferencePrefix, authority.Id, LetterKind.Initial, 1);
            var mail = composer.Compose(authority, authority.FoiAddress, letter, new DateTimeOffset(2016, 7, 13, 9, 0, 0, TimeSpan.FromHours(1)));

            mail.Subject.ShouldEndWith($"[SV16-{authority.Id}]");
            mail.Body.ShouldNotContain("{{");
            mail.Body.Split('\n').ShouldAllBe(line => line.Length <= 120);
            foreach (var words in new[] { authority.Name, "13 July 2016", "Freedom of Information Act 2000", "section 11", "section 16", "\n1. ", "\n5. ", "Eleanor Marsh", Round.Requester.Email, mail.ReplyTo })
            {
                mail.Body.ShouldContain(words);
            }
        }
    }

    [Fact]
    public void The_shipped_round_can_be_frozen_and_its_letters_stay_the_same()
    {
        var frozen = RoundFile.FromBytes(RoundFile.ToBytes(Round));
        var authority = Round.Authorities[0];
        var letter = new LetterId(Round.ReferencePrefix, authority.Id, LetterKind.Initial, 1);

        new LetterComposer(frozen).Compose(frozen.Authorities[0], authority.FoiAddress, letter, DateTimeOffset.UnixEpoch).Body
            .ShouldBe(new LetterComposer(Round).Compose(authority, authority.FoiAddress, letter, DateTimeOffset.UnixEpoch).Body);
    }

    private static Round Round => Reading.Value.Round.ShouldNotBeNull();

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FoiPipeline.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull("the tests run inside the repository").FullName;
    }
}
