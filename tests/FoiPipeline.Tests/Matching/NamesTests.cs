using FoiPipeline.Core.Matching;

namespace FoiPipeline.Tests.Matching;

public sealed class NamesTests
{
    private static readonly AuthorityIndex Index = new MatchWorld().Index;

    [Theory]
    [InlineData("NHS Ashford CCG", "09C")]
    [InlineData("nhs ashford clinical commissioning group", "09C")]
    [InlineData("the Ashford Clinical\nCommissioning Group's reply", "09C")]
    [InlineData("NHS Newark and Sherwood CCG", "04H")]
    [InlineData("NHS Newark & Sherwood CCG", "04H")]
    [InlineData("NHS Castle Point & Rochford CCG", "99F")]
    [InlineData("NHS Castle Point, Rayleigh and Rochford CCG", "99F")]
    [InlineData("West London CCG", "08Y")]
    [InlineData("NHS West London (K&C & QPP) Clinical Commissioning Group", "08Y")]
    [InlineData("NHS Central London CCG", "09A")]
    [InlineData("NEW Devon CCG", "99P")]
    [InlineData("NHS Northern, Eastern and Western Devon CCG", "99P")]
    [InlineData("NHS North, East, West Devon CCG", "99P")]
    [InlineData("BaNES CCG", "11E")]
    [InlineData("NHS Bath & North East Somerset CCG", "11E")]
    [InlineData("NHS Newcastle Gateshead CCG", "13T")]
    [InlineData("NHS St. Helens CCG", "01X")]
    [InlineData("NHS Bradford Districts CCG", "02R")]
    [InlineData("NHS Hartlepool and Stockton on Tees CCG", "00K")]
    [InlineData("SES&SP CCG", "05Q")]
    [InlineData("NHS Crawley CCG and NHS Horsham and Mid Sussex CCG", "09H 09X")]
    [InlineData("NHS Crawley, Horsham & Mid Sussex and Coastal West Sussex CCGs", "09H 09X 09G")]
    [InlineData("NHS South Manchester CCG, NHS Central Manchester CCG", "01N 00W")]
    public void A_full_name_is_found_however_it_is_written(string text, string codes) =>
        Strong(text).ShouldBe(codes.Split(' '));

    [Theory]
    [InlineData("the South West London STP")]
    [InlineData("South West London CCG")]
    [InlineData("Greater Bristol CCG")]
    [InlineData("NHS South Wirral CCG")]
    [InlineData("North West London Sustainability and Transformation Plan")]
    [InlineData("Bath, Swindon and Wiltshire STP")]
    [InlineData("Ashford Borough Council")]
    [InlineData("Kingston Hospital NHS Foundation Trust")]
    [InlineData("NHS Croydon Health Services")]
    [InlineData("NHS Gloucestershire Hospitals")]
    [InlineData("we met in Bradford. City CCG staff came")]
    [InlineData("Swindon")]
    [InlineData("NHS England")]
    [InlineData("Newcastle CCG")]
    [InlineData("the CCG")]
    public void What_only_looks_like_a_name_is_none(string text) => Index.FindNames(text).Hits.ShouldBeEmpty();

    [Fact]
    public void A_place_alone_weighs_less_than_a_place_with_nhs_and_that_less_than_an_official_name()
    {
        Index.FindNames("We work in West Kent.").Hits.ShouldHaveSingleItem().Strength.ShouldBe(NameStrength.Weak);
        Index.FindNames("We are NHS West Kent.").Hits.ShouldHaveSingleItem().Strength.ShouldBe(NameStrength.Medium);
        Index.FindNames("Dartford, Gravesham and Swanley").Hits.ShouldHaveSingleItem().Strength.ShouldBe(NameStrength.Medium);
        Index.FindNames("We are West Kent CCG.").Hits.ShouldHaveSingleItem().Strength.ShouldBe(NameStrength.Strong);
    }

    [Fact]
    public void A_successor_stands_for_all_it_came_from() =>
        Index.FindNames("NHS Manchester CCG").Hits.ShouldHaveSingleItem().Authorities.Select(a => a.Value).Order(StringComparer.Ordinal)
            .ShouldBe(["00W", "01M", "01N"]);

    [Theory]
    [InlineData("I write on behalf of NHS Ashford CCG.", true)]
    [InlineData("Thank you for your request to the Ashford Clinical Commissioning Group", true)]
    [InlineData("Ashford CCG does not hold this.", true)]
    [InlineData("NHS Ashford CCG's response to your questions", true)]
    [InlineData("Response from NHS Ashford CCG", true)]
    [InlineData("We have forwarded your request to NHS Ashford CCG", false)]
    [InlineData("Please send your request to NHS Ashford CCG", false)]
    [InlineData("We share offices with NHS Ashford CCG", false)]
    public void A_name_may_claim_the_mail(string text, bool claims) => Index.FindNames(text).Hits.ShouldHaveSingleItem().Claims.ShouldBe(claims);

    [Fact]
    public void A_claim_goes_for_every_name_of_a_list() =>
        Index.FindNames("on behalf of NHS Crawley CCG, NHS Medway CCG and the NHS Swale CCG").Hits.Select(h => h.Claims).ShouldBe([true, true, true]);

    [Fact]
    public void Every_official_name_of_the_register_is_found_as_itself()
    {
        foreach (var authority in MatchWorld.RealAuthorities())
        {
            Strong($"Reply from {authority.Name}, Floor 2").ShouldBe([authority.Id.Value], authority.Name);
            Strong($"{authority.Name.Replace("CCG", "Clinical Commissioning Group", StringComparison.Ordinal).ToUpperInvariant()}")
                .ShouldBe([authority.Id.Value], authority.Name);
        }
    }

    private static IEnumerable<string> Strong(string text) =>
        Index.FindNames(text).Hits.Where(h => h.Strength == NameStrength.Strong).SelectMany(h => h.Authorities).Select(a => a.Value);
}
