using FoiPipeline.Core.Letters;

namespace FoiPipeline.Tests.Letters;

public sealed class AddrSpecTests
{
    [Theory]
    [InlineData("foi@ashfordccg.nhs.example")]
    [InlineData("kccg.foi@nhs.example")]
    [InlineData("o'neil+foi_1@a-b.example")]
    [InlineData("FOI@NHS.EXAMPLE")]
    public void Addresses_as_authorities_have_them_are_taken(string text)
    {
        AddrSpec.TryParse(text, out var address, out _).ShouldBeTrue();
        address.IsAscii.ShouldBeTrue();
        address.Domain.ShouldBe(address.Domain.ToLowerInvariant());
    }

    [Theory]
    [InlineData("", "no @")]
    [InlineData("foi.nhs.example", "no @")]
    [InlineData("@nhs.example", "nothing before")]
    [InlineData("foi@", "nothing after")]
    [InlineData("foi@nhs", "no dot")]
    [InlineData("foi@nhs..example", "dot in the wrong place")]
    [InlineData(".foi@nhs.example", "dot in the wrong place")]
    [InlineData("a..b@nhs.example", "dot in the wrong place")]
    [InlineData("foi @nhs.example", "blank")]
    [InlineData("a@b.example;c@d.example", "more than one @")]
    [InlineData("mailto:foi@nhs.example", "':'")]
    [InlineData("<foi@nhs.example>", "'<'")]
    [InlineData("foi@nhs_net.example", "'_'")]
    [InlineData("foi@-nhs.example", "hyphen")]
    [InlineData("foi\u0007@nhs.example", "invisible")]
    [InlineData("foi\u200B@nhs.example", "character")]
    public void What_is_wrong_with_an_address_is_said(string text, string words)
    {
        AddrSpec.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldContain(words);
    }

    [Fact]
    public void The_limits_of_mail_are_kept()
    {
        AddrSpec.TryParse(new string('a', 64) + "@nhs.example", out _, out _).ShouldBeTrue();
        AddrSpec.TryParse(new string('a', 65) + "@nhs.example", out _, out var local).ShouldBeFalse();
        AddrSpec.TryParse("a@" + new string('b', 64) + ".example", out _, out var label).ShouldBeFalse();
        AddrSpec.TryParse("a@" + string.Concat(Enumerable.Repeat("bbbbbbbbb.", 25)) + "example", out _, out var whole).ShouldBeFalse();
        (local, label, whole).ShouldBe(("has more than 64 characters before the @", "has a name after the @ that is longer than 63 characters", "is longer than 254 characters"));
    }

    [Fact]
    public void Letters_beyond_ascii_are_taken_and_known_to_be_such()
    {
        AddrSpec.TryParse("prénom@müller.example", out var address, out _).ShouldBeTrue();
        address.IsAscii.ShouldBeFalse();
    }
}
