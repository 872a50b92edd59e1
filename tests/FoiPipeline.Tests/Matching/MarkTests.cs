using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Matching;

/// <summary>What counts as a mark of ours, and how it may be mangled.</summary>
public sealed class MarkTests
{
    private readonly MatchWorld _world = new();

    [Theory]
    [InlineData("SV16-02N")]
    [InlineData("sv16-02n")]
    [InlineData("SV16 02N")]
    [InlineData("SV16/02N")]
    [InlineData("SV16–02N")]
    [InlineData("SV16—02N")]
    [InlineData("SV16‑02N")]
    [InlineData("SV16_02N")]
    [InlineData("SV16 - 02N")]
    [InlineData("SV16-\n02N")]
    [InlineData("SV16-\n> 02N")]
    [InlineData("SV16\u00A002N")]
    [InlineData("SV16=2D02N")]
    [InlineData("SV16%2D02N")]
    [InlineData("SV16%2002N")]
    [InlineData("SV16-0=\n2N")]
    [InlineData("SV16-\u200B02N")]
    [InlineData("SV1602N")]
    [InlineData("[SV16-02N]")]
    [InlineData("(SV16-02N).")]
    [InlineData("FOI/SV16-02N")]
    [InlineData("SV16-02N/Social value")]
    [InlineData("SV16-02N-response")]
    [InlineData("SV16-02N_2016.pdf")]
    [InlineData("SV16-02N.")]
    [InlineData("=20SV16-02N=20")]
    [InlineData("SV16-02N, SV16-02N and sv16/02n")]
    public async Task A_reference_is_read_however_it_is_retyped(string written)
    {
        var inSubject = await _world.MatchAsync(MatchWorld.Mail(subject: $"RE: request {written} received"));
        inSubject.Attributed.ShouldBe([MatchWorld.Id("02N")]);
        inSubject.Rung.ShouldBe(MatchRung.SubjectReference);
        inSubject.Doubt.ShouldBeNull();

        var inBody = await _world.MatchAsync(MatchWorld.Mail(own: $"Your reference: {written} refers."));
        inBody.Attributed.ShouldBe([MatchWorld.Id("02N")]);
        inBody.Rung.ShouldBe(MatchRung.BodyReference);
    }

    [Theory]
    [InlineData("XSV16-02N")]
    [InlineData("SV16-02NX")]
    [InlineData("SV16-02N4")]
    [InlineData("SV16-02Né")]
    [InlineData("ÉSV16-02N")]
    [InlineData("SV16.02N.3")]
    [InlineData("SV16-02N-17")]
    [InlineData("SV16-02N/2016/7")]
    [InlineData("2016/SV16-02N")]
    [InlineData("SV160-02N")]
    [InlineData("SV16")]
    [InlineData("SV16 and more")]
    [InlineData("02N")]
    public async Task Part_of_a_longer_code_is_no_reference(string written)
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(subject: $"RE: request {written} received"));
        finding.Attributed.ShouldBeEmpty();
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.Unattributed);
    }

    [Theory]
    [InlineData("SV16-02N/SV16-02W")]
    [InlineData("SV16-02N-SV16-02W")]
    [InlineData("SV16-02N,SV16-02W")]
    [InlineData("SV16-02N SV16-02W")]
    public async Task References_written_together_are_all_read(string written)
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(subject: written));
        finding.Attributed.ShouldBeEmpty();
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.SeveralAuthorities);
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["02N", "02W"]);
    }

    [Fact]
    public async Task Ids_made_of_digits_written_together_are_all_read()
    {
        var index = new AuthorityIndex(MatchWorld.Round([Some("1001"), Some("1002")]));
        var finding = await new MatchWorld(index).MatchAsync(MatchWorld.Mail(subject: "SV16-1001/SV16-1002"));
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["1001", "1002"]);
        finding.Attributed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("foi+{0}@healthy.example")]
    [InlineData("FOI+{0}@HEALTHY.EXAMPLE")]
    [InlineData("foi=2B{0}@healthy.example")]
    [InlineData("foi%2B{0}%40healthy.example")]
    [InlineData("\"foi+{0}\"@healthy.example")]
    [InlineData("<foi+{0}@gateway.healthy.example>")]
    public async Task A_token_is_read_out_of_any_address(string address)
    {
        foreach (var token in new[] { MatchWorld.Token("02N"), MatchWorld.Token("02N").ToUpperInvariant() })
        {
            var finding = await _world.MatchAsync(MatchWorld.Mail(to: string.Format(null, System.Text.CompositeFormat.Parse(address), token)));
            finding.Attributed.ShouldBe([MatchWorld.Id("02N")]);
            finding.Rung.ShouldBe(MatchRung.Token);
            finding.Doubt.ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_token_pasted_into_subject_or_body_counts_as_the_token_it_is()
    {
        (await _world.MatchAsync(MatchWorld.Mail(subject: $"Answer {MatchWorld.Token("02N")}"))).Rung.ShouldBe(MatchRung.Token);
        (await _world.MatchAsync(MatchWorld.Mail(own: $"Sent to {MatchWorld.ReplyAddress("02N")} as asked."))).Rung.ShouldBe(MatchRung.Token);
        (await _world.MatchAsync(MatchWorld.Mail(quoted: $"> Reply-To: {MatchWorld.ReplyAddress("02N")}"))).Rung.ShouldBe(MatchRung.Token);
    }

    [Fact]
    public async Task Every_slip_and_swap_in_a_token_is_seen_and_its_owner_suggested()
    {
        foreach (var damaged in Damage(MatchWorld.Token("02N")))
        {
            var finding = await _world.MatchAsync(MatchWorld.Mail(to: $"foi+{damaged}@healthy.example"));
            finding.Attributed.ShouldBeEmpty(damaged);
            finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.DamagedToken, damaged);
            finding.Suggestions.Select(s => s.Authority.Value).ShouldContain("02N", damaged);
        }
    }

    [Fact]
    public async Task A_sound_token_of_another_round_is_foreign()
    {
        var token = ReplyToken.For(new Reference("HW17", MatchWorld.Id("02N")));
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: _world.FoiAddress("02N"), to: $"foi+{token}@healthy.example", own: "Your FOI request"));
        finding.Attributed.ShouldBeEmpty();
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.ForeignRound);
    }

    [Fact]
    public async Task A_sound_token_of_an_authority_that_is_not_on_the_register_is_foreign()
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(to: MatchWorld.ReplyAddress("ZZ9")));
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.ForeignRound);
    }

    [Fact]
    public async Task A_reference_to_nobody_is_reported_with_those_that_look_like_it()
    {
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: _world.FoiAddress("09C"), subject: "Your FOI request SV16-O2N"));
        finding.Attributed.ShouldBeEmpty();
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.UnknownReference);
        finding.Suggestions[0].Authority.ShouldBe(MatchWorld.Id("02N"));
    }

    [Fact]
    public async Task With_a_prefix_of_letters_alone_their_own_numbers_are_not_taken_for_ours()
    {
        var index = new AuthorityIndex(MatchWorld.Round(MatchWorld.RealAuthorities()) with { ReferencePrefix = "FOI" });
        var finding = await new MatchWorld(index).MatchAsync(MatchWorld.Mail(from: _world.FoiAddress("09C"), subject: "Your request FOI-123"));
        finding.Attributed.ShouldBe([MatchWorld.Id("09C")]);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("some text {0} more text")]
    public async Task A_message_id_is_read_with_or_without_brackets_and_in_any_case(string written)
    {
        foreach (var id in new[] { MatchWorld.LetterTo("02N"), MatchWorld.LetterTo("02N").Trim('<', '>'), MatchWorld.LetterTo("02N").ToUpperInvariant() })
        {
            var value = string.Format(null, System.Text.CompositeFormat.Parse(written), id);
            (await _world.MatchAsync(MatchWorld.Mail(answers: value))).Rung.ShouldBe(MatchRung.Thread);
            (await _world.MatchAsync(MatchWorld.Mail(headers: new Core.Replies.MailHeader("in-reply-to", value)))).Rung.ShouldBe(MatchRung.Thread);
            (await _world.MatchAsync(MatchWorld.Mail(headers: new Core.Replies.MailHeader("References", value)))).Rung.ShouldBe(MatchRung.Thread);
            (await _world.MatchAsync(MatchWorld.Mail(quoted: $"> Message-ID: {value}"))).Rung.ShouldBe(MatchRung.Thread);
        }
    }

    [Fact]
    public async Task A_forged_message_id_is_nothing()
    {
        var forged = MatchWorld.LetterTo("02N").Replace("02n", "02w", StringComparison.Ordinal);
        var finding = await _world.MatchAsync(MatchWorld.Mail(answers: forged, quoted: forged));
        finding.Attributed.ShouldBeEmpty();
        finding.Evidence.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SV16-02N ")]
    [InlineData("SV16")]
    [InlineData("foi+")]
    [InlineData("sv16.02n.initial.1.")]
    [InlineData("@")]
    [InlineData("NHS Bath and North East ")]
    [InlineData("=\n")]
    [InlineData("\ud800")]
    public async Task Hostile_text_costs_no_more_than_its_length(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        var finding = await _world.MatchAsync(MatchWorld.Mail(from: "mailer-daemon@x.example", subject: text, own: text, quoted: text, signature: text));
        finding.Evidence.Count.ShouldBeLessThanOrEqualTo(MatchFinding.MostEvidence);
        finding.Suggestions.Count.ShouldBeLessThanOrEqualTo(MatchFinding.MostSuggestions);
    }

    internal static IEnumerable<string> Damage(string token)
    {
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] != '-')
            {
                foreach (var other in "07ax".Where(c => c != token[i]))
                {
                    yield return $"{token[..i]}{other}{token[(i + 1)..]}";
                }
            }

            for (var j = i + 1; j < token.Length; j++)
            {
                if (token[i] != '-' && token[j] != '-' && token[i] != token[j])
                {
                    var characters = token.ToCharArray();
                    (characters[i], characters[j]) = (characters[j], characters[i]);
                    yield return new string(characters);
                }
            }
        }
    }

    private static Authority Some(string code) => new() { Id = MatchWorld.Id(code), Name = $"NHS Place{code} CCG", FoiAddress = $"foi@{code}.example" };
}
