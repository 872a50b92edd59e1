using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Replies;

public sealed class TheirReferenceTests
{
    [Theory]
    [InlineData("Please quote FOI/16-17/143 in future.", "FOI/16-17/143")]
    [InlineData("We acknowledge your request, FOI 007585.", "FOI 007585")]
    [InlineData("RE: CCG FOI 658", "FOI 658")]
    [InlineData("Our Ref: E00231 / Your Ref: SV16-02N", "E00231")]
    [InlineData("Our ref: ESC/FOI/1617/089", "ESC/FOI/1617/089")]
    [InlineData("Your unique reference number is 2016/311.", "2016/311")]
    [InlineData("Case INC0048811 has been opened", "INC0048811")]
    [InlineData("logged with reference SR-0019824", "SR-0019824")]
    [InlineData("[Ticket#2016081110000412] request", "2016081110000412")]
    [InlineData("Your request (48213) has been received", "48213")]
    [InlineData("Reference is FOI.16.DUN081 and you will hear", "FOI.16.DUN081")]
    public void The_authoritys_number_is_found(string text, string reference) => TheirReference.In([text], "SV16").ShouldBe(reference);

    [Theory]
    [InlineData("RE: Freedom of Information request SV16-02N")]
    [InlineData("Your ref: SV16-02N")]
    [InlineData("Under the FOI Act 2000 and FOIA 2000")]
    [InlineData("Your FOI request of 10 August 2016")]
    [InlineData("We answer FOI within 20 working days, case by case")]
    [InlineData("Ring the FOI team: 01642 745000")]
    [InlineData("FOI 01642745000")]
    [InlineData("Ref: 10/08/2016")]
    [InlineData("request received 11/08/2016")]
    [InlineData("no numbers at all, only a ref")]
    public void What_is_ours_a_date_or_a_telephone_number_is_not(string text) => TheirReference.In([text], "SV16").ShouldBeNull();

    [Fact]
    public void A_number_that_stands_in_our_own_letter_is_ours() =>
        TheirReference.In(["Thank you for FOI HC/2016/55"], null, "Our reference: HC/2016/55").ShouldBeNull();
}
