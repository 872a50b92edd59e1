using FoiPipeline.Core.Matching;

namespace FoiPipeline.Tests.Matching;

public sealed class MatchKeysTests
{
    [Theory]
    [InlineData("FOI 007585", "FOI-7585")]
    [InlineData("foi/7585", "FOI-7585")]
    [InlineData("Our ref: FOI007585", "FOI-7585")]
    [InlineData("CCG FOI 658", "CCG-FOI-658")]
    [InlineData("FOI/16-17/143", "FOI-16-17-143")]
    [InlineData("reference no.", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Their_reference_is_one_key_however_it_is_written(string? written, string? key) => MatchKeys.TheirReference(written).ShouldBe(key);

    [Fact]
    public void A_reference_without_end_is_no_key() => MatchKeys.TheirReference(new string('7', 5000)).ShouldBeNull();

    [Theory]
    [InlineData("FOI@Ashford.Example", "foi@ashford.example")]
    [InlineData("<mailto:foi@ashford.example>", "foi@ashford.example")]
    [InlineData("foi+12345@ashford.example.", "foi@ashford.example")]
    [InlineData("no-reply@tickets.example", null)]
    [InlineData("MAILER-DAEMON@mx.example", null)]
    [InlineData("not an address", null)]
    [InlineData("@x", null)]
    [InlineData("x@", null)]
    [InlineData(null, null)]
    public void A_sender_is_one_key_however_it_is_written(string? written, string? key) => MatchKeys.Sender(written).ShouldBe(key);
}
