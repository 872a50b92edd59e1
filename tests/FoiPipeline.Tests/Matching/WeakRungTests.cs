using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Matching;

/// <summary>Their reference and the sender: rungs that hold only where nothing speaks against them.</summary>
public sealed class WeakRungTests
{
    private const string About = "Our answers to your request on social value in commissioning follow.";

    private readonly MatchWorld _world = new();

    [Fact]
    public async Task A_particular_reference_seen_before_attributes()
    {
        _world.Memory.Reference("FOI 007585", "01E");
        (await Rung(theirs: "foi/7585", from: "x@unknown.example")).ShouldBe((null, null), "four digits tell nobody apart");

        _world.Memory.Reference("FOI 0075853", "01E");
        (await Rung(theirs: "FOI 75853", from: "x@unknown.example")).ShouldBe(("01E", MatchRung.TheirReference));
        _world.Memory.Reference("WECCG/16-17/044", "07H");
        (await Rung(theirs: "WECCG/16-17/044", from: "x@unknown.example")).ShouldBe(("07H", MatchRung.TheirReference));
    }

    [Fact]
    public async Task A_reference_that_anybody_may_use_needs_the_sender_or_the_name()
    {
        _world.Memory.Reference("FOI/16-17/143", "01E");
        (await Rung(theirs: "FOI/16-17/143", from: "x@unknown.example")).ShouldBe((null, null));
        (await Rung(theirs: "FOI/16-17/143", from: "x@unknown.example", signature: "NHS Greater Preston CCG")).ShouldBe(("01E", MatchRung.TheirReference));
        (await Rung(theirs: "FOI/16-17/143", from: _world.FoiAddress("01E"))).ShouldBe(("01E", MatchRung.TheirReference));
    }

    [Fact]
    public async Task A_reference_that_two_have_used_attributes_nothing()
    {
        _world.Memory.Reference("FOI 0075853", "01E", "09C");
        (await Rung(theirs: "FOI 0075853", from: "x@unknown.example")).ShouldBe((null, null));
    }

    [Fact]
    public async Task Their_reference_from_a_sender_of_others_is_a_conflict()
    {
        _world.Memory.Reference("FOI 0075853", "01E");
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: _world.FoiAddress("09C"), own: About, theirReference: "FOI 0075853"));
        finding.Attributed.ShouldBeEmpty();
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.Conflict);
    }

    [Fact]
    public async Task A_registered_sender_attributes_what_is_about_the_request()
    {
        (await Rung(_world.FoiAddress("09C"))).ShouldBe(("09C", MatchRung.KnownSender));
        (await Rung(_world.FoiAddress("09C").ToUpperInvariant())).ShouldBe(("09C", MatchRung.KnownSender));
        (await Rung(_world.FoiAddress("09C"), own: "We acknowledge your FOI request.", subject: "Ref FOI 1234 acknowledgement")).ShouldBe(("09C", MatchRung.KnownSender));
    }

    [Theory]
    [InlineData("Invitation to our conference", "Join us for a day on leadership.")]
    [InlineData("RE: FOI request about parking charges", "Thank you for your FOI request.")]
    [InlineData("Hello", "Are you free on Tuesday?")]
    public async Task A_registered_sender_attributes_nothing_else(string subject, string own) =>
        (await Rung(_world.FoiAddress("09C"), own: own, subject: subject)).ShouldBe((null, null));

    [Theory]
    [InlineData("List-Unsubscribe", "<mailto:leave@x.example>")]
    [InlineData("Precedence", "bulk")]
    [InlineData("precedence", " List ")]
    public async Task Bulk_mail_is_nobodys_reply(string header, string value)
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: _world.FoiAddress("09C"), own: About, headers: new MailHeader(header, value)));
        finding.Attributed.ShouldBeEmpty();
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["09C"]);
    }

    [Fact]
    public async Task A_sender_and_the_name_of_another_attribute_nothing() =>
        (await Rung(_world.FoiAddress("02R"), own: $"{About} NHS Bradford Districts CCG and NHS Bradford City CCG share an office.")).ShouldBe((null, null));

    [Fact]
    public async Task An_address_that_two_share_on_the_register_proves_nothing()
    {
        var authorities = MatchWorld.RealAuthorities().Select(a => a.Id.Value is "02R" or "02W" ? a with { FoiAddress = "foi@bradford.example" } : a).ToList();
        var world = new MatchWorld(new AuthorityIndex(MatchWorld.Round(authorities)));
        var finding = await world.MatchAsync(MatchWorld.Mail(from: "foi@bradford.example", own: About));
        finding.Attributed.ShouldBeEmpty();
        finding.Suggestions.Select(s => s.Authority.Value).Order(StringComparer.Ordinal).ShouldBe(["02R", "02W"]);
    }

    [Fact]
    public async Task A_learned_sender_needs_the_name_or_the_bodys_own_domain()
    {
        _world.Memory.Sender("jane@support.example", "09C");
        (await Rung("jane@support.example")).ShouldBe((null, null), "a support unit may write for others next");
        (await Rung("jane@support.example", signature: "Jane, NHS Ashford CCG")).ShouldBe(("09C", MatchRung.KnownSender));

        var owner = MatchWorld.RealAuthorities().First(a => a.FoiAddress.StartsWith("foi@", StringComparison.Ordinal));
        var colleague = owner.FoiAddress.Replace("foi@", "jane@", StringComparison.Ordinal);
        (await Rung(colleague)).ShouldBe((null, null), "never by domain alone");
        _world.Memory.Sender(colleague, owner.Id.Value);
        (await Rung(colleague)).ShouldBe((owner.Id.Value, MatchRung.KnownSender));
    }

    [Fact]
    public async Task A_learned_sender_that_writes_for_two_proves_nothing()
    {
        _world.Memory.Sender(_world.FoiAddress("09C"), "02N");
        (await Rung(_world.FoiAddress("09C"))).ShouldBe((null, null));
    }

    [Fact]
    public async Task What_memory_knows_of_bodies_that_are_not_on_the_register_does_not_count()
    {
        _world.Memory.Sender(_world.FoiAddress("09C"), "ZZ9");
        (await Rung(_world.FoiAddress("09C"))).ShouldBe(("09C", MatchRung.KnownSender));
    }

    private async Task<(string? Authority, MatchRung? Rung)> Rung(
        string from, string own = About, string subject = "Response", string signature = "", string? theirs = null)
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: from, own: own, subject: subject, signature: signature, theirReference: theirs));
        (finding.Doubt is null).ShouldBe(finding.Attributed.Count == 1);
        return (finding.Attributed.Count == 0 ? null : finding.Attributed.Single().Value, finding.Rung);
    }
}
