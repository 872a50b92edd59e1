using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Letters;

public sealed class ReplyTokenTests
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("SV16", "02N")]
    [InlineData("SV16", "99E")]
    [InlineData("FOIROUND", "ABCDEFGHIJ12")]
    public void Every_slip_of_one_character_and_every_swap_of_two_is_recognised(string prefix, string authority)
    {
        var token = ReplyToken.For(new Reference(prefix, AuthorityId.Parse(authority)));
        ReplyToken.IsSound(token).ShouldBeTrue();
        ReplyToken.IsSound(token.ToUpperInvariant()).ShouldBeTrue();

        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] == '-')
            {
                continue;
            }

            foreach (var other in Alphabet.Where(c => c != token[i]))
            {
                ReplyToken.IsSound(token[..i] + other + token[(i + 1)..]).ShouldBeFalse();
            }

            for (var j = i + 1; j < token.Length; j++)
            {
                if (token[j] != '-' && token[j] != token[i])
                {
                    var swapped = token.ToCharArray();
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    ReplyToken.IsSound(new string(swapped)).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void A_message_id_leads_back_to_its_letter_and_a_forged_one_does_not()
    {
        var letter = new LetterId("SV16", AuthorityId.Parse("02N"), LetterKind.Initial, 1);
        var id = LetterMessageId.For(letter, "foi@healthy.example");

        LetterMessageId.TryParse(id, out var found).ShouldBeTrue();
        found.ShouldBe(letter);
        LetterMessageId.TryParse(id.Replace("02n", "03n", StringComparison.Ordinal), out _).ShouldBeFalse();
        LetterMessageId.TryParse("<x@y>", out _).ShouldBeFalse();
        LetterMessageId.TryParse("", out _).ShouldBeFalse();
    }
}
