using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Tests.Rounds;

namespace FoiPipeline.Tests.Letters;

public sealed class LetterComposerTests
{
    private static readonly DateTimeOffset Now = new(2016, 7, 13, 23, 30, 0, TimeSpan.Zero);
    private static readonly LetterId Initial = new("SV16", AuthorityId.Parse("02N"), LetterKind.Initial, 1);

    [Fact]
    public void A_letter_carries_its_reference_its_reply_address_and_its_own_name()
    {
        var mail = Compose(SampleRound.With());

        mail.Subject.ShouldBe("Freedom of Information request: social value [SV16-02N]");
        mail.ReplyTo.ShouldBe($"foi+{ReplyToken.For(Initial.Reference)}@research.example");
        LetterMessageId.TryParse(mail.MessageId, out var named).ShouldBeTrue();
        named.ShouldBe(Initial);
        (mail.FromName, mail.FromAddress, mail.ToName, mail.ToAddress).ShouldBe(("Eleanor Marsh", "foi@research.example", "NHS Airedale CCG", "foi@02n.example"));
        mail.Body.ShouldBe("To NHS Airedale CCG\n\n1. Is there a policy?\n\n2. How many tenders were there?\n\nEleanor Marsh\nfoi@research.example\n");
        (mail.InReplyTo, mail.References.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void Without_plus_addressing_answers_come_to_the_plain_mailbox()
    {
        var round = SampleRound.With();
        var plain = round with { Requester = round.Requester with { PlusAddressing = false } };

        Compose(plain).ReplyTo.ShouldBe("foi@research.example");
    }

    [Theory]
    [InlineData("{{date}}", "14 July 2016")]
    [InlineData("{{authority.code}} {{authority.address}}", "02N foi@02n.example")]
    [InlineData("{{round.name}} {{reference}}", "Social value 2016 SV16-02N")]
    [InlineData("{{requester.organisation}}\n{{requester.address}}", "Research Team\n4 Almoner's Yard\nLondon EC1X 9ZZ")]
    [InlineData("{{authority.stp}}", "West Yorkshire")]
    [InlineData("[{{authority.successor}}]", "[]")]
    public void Fields_stand_for_what_round_and_register_say(string template, string letter)
    {
        var authority = SampleRound.Authority("02N", "NHS Airedale CCG", null, ("stp", "West Yorkshire"), ("successor", ""));

        Compose(WithLetter(SampleRound.With(authority), template)).Body.ShouldBe(letter + "\n");
    }

    [Fact]
    public void Long_questions_are_wrapped_and_hang_from_their_number()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 40)) + " https://" + new string('x', 90) + ".example";
        var round = SampleRound.With() with { Questions = [.. Enumerable.Range(1, 9).Select(n => new Question(n, "Short.")), new Question(10, text)] };

        var lines = Compose(WithLetter(round, "{{questions}}")).Body.Split('\n');

        lines.Where(l => !l.Contains("https", StringComparison.Ordinal)).ShouldAllBe(l => l.Length <= 72);
        lines.ShouldContain(l => l.StartsWith("10. word", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("    word", StringComparison.Ordinal));
        lines.ShouldContain("    https://" + new string('x', 90) + ".example");
    }

    [Fact]
    public void No_value_can_start_a_header_a_line_or_a_field()
    {
        var authority = SampleRound.Authority("02N", "NHS\r\nBcc: all@other.example\u2028 \u202E{{reference}}", null, ("stp", "a\nb"));
        var round = WithLetter(SampleRound.With(authority), "To {{authority.name}}, {{authority.stp}}") with { Subject = "For {{authority.name}}\r\nX-Evil: 1" };

        var mail = Compose(round);

        mail.ToName.ShouldBe("NHS Bcc: all@other.example {{reference}}");
        mail.Subject.ShouldBe("For NHS Bcc: all@other.example {{reference}} X-Evil: 1 [SV16-02N]");
        mail.Body.ShouldBe("To NHS Bcc: all@other.example {{reference}}, a b\n");
    }

    [Theory]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("nobody")]
    public void A_letter_goes_to_one_address_or_nowhere(string address) =>
        Should.Throw<FormatException>(() => new LetterComposer(SampleRound.With()).Compose(SampleRound.Authority("02N", "NHS Airedale CCG"), address, Initial, Now));

    [Fact]
    public void A_resend_is_the_same_letter_to_another_address()
    {
        var round = SampleRound.With();
        var resend = Initial with { Kind = LetterKind.Resend };

        var mail = new LetterComposer(round).Compose(round.Authorities[0], "new.foi@02n.example", resend, Now);

        mail.ToAddress.ShouldBe("new.foi@02n.example");
        (mail.Body, mail.Subject).ShouldBe((Compose(round).Body, Compose(round).Subject));
        mail.MessageId.ShouldNotBe(Compose(round).MessageId);
    }

    [Fact]
    public void A_clarification_answers_in_the_thread_with_what_a_person_wrote()
    {
        var round = SampleRound.With();
        var thread = new LetterThread("<q1@nhs.example>", ["<first@research.example>", "not an id", "<inject\r\nBcc: x@y>"], "FOI 658: your request");

        var mail = Clarify(round, thread, "We mean the year 2015/16, {{not a field}}.");

        mail.Subject.ShouldBe("Re: FOI 658: your request [SV16-02N]");
        mail.Body.ShouldBe("We mean the year 2015/16, {{not a field}}.\n\nOur reference: SV16-02N\n");
        mail.InReplyTo.ShouldBe("<q1@nhs.example>");
        mail.References.ShouldBe(["<first@research.example>", "<q1@nhs.example>"]);
        Should.Throw<FormatException>(() => Clarify(round, thread, " "));
    }

    [Fact]
    public void A_reference_that_is_there_already_is_not_said_twice()
    {
        var mail = Clarify(SampleRound.With(), new LetterThread("<q1@nhs.example>", [], "RE: FOI [SV16-02N]"), "About SV16-02N: yes.");

        (mail.Subject, mail.Body).ShouldBe(("RE: FOI [SV16-02N]", "About SV16-02N: yes.\n"));
    }

    [Fact]
    public void A_long_thread_keeps_its_start_and_its_end()
    {
        var chain = new LetterThread("<last@a>", [.. Enumerable.Range(0, 1000).Select(i => $"<{i}@a>")]).Chain;

        (chain.Count, chain[0], chain[^1]).ShouldBe((20, "<0@a>", "<last@a>"));
    }

    private static LetterMail Compose(Round round) => new LetterComposer(round).Compose(round.Authorities[0], round.Authorities[0].FoiAddress, Initial, Now);

    private static LetterMail Clarify(Round round, LetterThread thread, string body) => new LetterComposer(round).Compose(
        round.Authorities[0], round.Authorities[0].FoiAddress, Initial with { Kind = LetterKind.Clarification }, Now, thread, body);

    private static Round WithLetter(Round round, string template) =>
        round with { Templates = new Dictionary<string, string>(StringComparer.Ordinal) { [LetterComposer.InitialKey] = template } };
}
