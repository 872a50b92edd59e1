using System.Text;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class RoundFileTests
{
    [Fact]
    public void A_frozen_round_comes_back_as_it_was()
    {
        var round = SampleRound.With(SampleRound.Authority("02N", "NHS Airedale & Wharfedale “CCG”", null, ("stp", "West Yorkshire"), ("region", "North")));
        var bytes = RoundFile.ToBytes(round);

        var back = RoundFile.FromBytes(bytes);

        RoundFile.ToBytes(back).ShouldBe(bytes);
        back.Authorities[0].Name.ShouldBe("NHS Airedale & Wharfedale “CCG”");
        back.Authorities[0].Attribute("stp").ShouldBe("West Yorkshire");
        back.Sending.ShouldBe(round.Sending);
        back.Questions.ShouldBe(round.Questions);
        back.Requester.Email.ShouldBe(round.Requester.Email);
        Encoding.UTF8.GetString(bytes).ShouldNotContain('\r');
    }

    [Fact]
    public void The_same_round_gives_the_same_bytes_whatever_the_order_of_its_attributes()
    {
        var one = SampleRound.With(SampleRound.Authority("02N", "A", null, ("stp", "x"), ("region", "y")));
        var two = SampleRound.With(SampleRound.Authority("02N", "A", null, ("region", "y"), ("stp", "x")));

        RoundFile.ToBytes(one).ShouldBe(RoundFile.ToBytes(two));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\": null}")]
    [InlineData("not json")]
    public void What_is_no_round_is_refused_with_a_sentence(string text) =>
        Should.Throw<InvalidDataException>(() => RoundFile.FromBytes(Encoding.UTF8.GetBytes(text))).Message.ShouldStartWith("The frozen round cannot be read:");

    [Fact]
    public void A_damaged_code_or_a_missing_name_is_refused()
    {
        var text = Encoding.UTF8.GetString(RoundFile.ToBytes(SampleRound.With()));

        Should.Throw<InvalidDataException>(() => RoundFile.FromBytes(Encoding.UTF8.GetBytes(text.Replace("\"02N\"", "\"?\"", StringComparison.Ordinal))));
        Should.Throw<InvalidDataException>(() => RoundFile.FromBytes(Encoding.UTF8.GetBytes(text.Replace("\"NHS Airedale CCG\"", "null", StringComparison.Ordinal))));
    }
}
