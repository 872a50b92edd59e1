using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Matching;

/// <summary>Which rung holds, and what happens where rungs disagree.</summary>
public sealed class LadderTests
{
    private readonly MatchWorld _world = new();

    [Fact]
    public async Task A_plain_reply_stands_on_the_highest_rung_and_keeps_all_its_evidence()
    {
        var finding = await Match(MatchWorld.Mail(
            from: _world.FoiAddress("09C"), to: MatchWorld.ReplyAddress("09C"), subject: "RE: request [SV16-09C]", answers: MatchWorld.LetterTo("09C"),
            own: "Please find our answers.", signature: "FOI team\nNHS Ashford CCG"));
        ShouldBe(finding, "09C", MatchRung.Token);
        finding.Doubt.ShouldBeNull();
        finding.Suggestions.ShouldBeEmpty();
        finding.Evidence.Select(e => e.Rung).ShouldBe([MatchRung.Token, MatchRung.Thread, MatchRung.SubjectReference, MatchRung.KnownSender, MatchRung.Name]);
    }

    [Fact]
    public async Task Token_and_thread_of_different_authorities_attribute_nothing()
    {
        var finding = await Match(MatchWorld.Mail(to: MatchWorld.ReplyAddress("09C"), answers: MatchWorld.LetterTo("02N")));
        ShouldDoubt(finding, MatchDoubtKind.Conflict, "09C", "02N");
    }

    [Fact]
    public async Task A_token_and_another_reference_in_the_subject_attribute_nothing() =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(to: MatchWorld.ReplyAddress("09C"), subject: "SV16-02N")), MatchDoubtKind.Conflict, "09C", "02N");

    [Fact]
    public async Task A_token_holds_beside_several_references_if_it_is_among_them()
    {
        var finding = await Match(MatchWorld.Mail(
            to: MatchWorld.ReplyAddress("02R"), own: "This answers SV16-02R, SV16-02W and SV16-02N.", signature: "Commissioning Support"));
        ShouldBe(finding, "02R", MatchRung.Token);
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.SeveralAuthorities);
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["02W", "02N"]);
    }

    [Fact]
    public async Task Several_references_without_proof_attribute_nothing_and_suggest_all() =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(own: "This answers SV16-02R, SV16-02W and SV16-02N.")),
            MatchDoubtKind.SeveralAuthorities, "02R", "02W", "02N");

    [Fact]
    public async Task Several_reply_addresses_attribute_only_what_the_thread_confirms()
    {
        var both = MatchWorld.Mail(to: MatchWorld.ReplyAddress("02R"), answers: MatchWorld.LetterTo("02R"));
        both = both with { Mail = both.Mail with { Cc = [new MailAddress("", MatchWorld.ReplyAddress("02W"))] } };
        var finding = await Match(both);
        ShouldBe(finding, "02R", MatchRung.Token);
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.SeveralAuthorities);

        ShouldDoubt(
            await Match(both with { Mail = both.Mail with { InReplyTo = [] } }), MatchDoubtKind.SeveralAuthorities, "02R", "02W");
    }

    [Fact]
    public async Task The_token_is_found_in_the_delivery_headers_too()
    {
        var input = MatchWorld.Mail();
        ShouldBe(await Match(input with { Mail = input.Mail with { DeliveredTo = [MatchWorld.ReplyAddress("09C")] } }), "09C", MatchRung.Token);
    }

    [Fact]
    public async Task A_forwarded_mail_that_quotes_several_letters_attributes_nothing() =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(subject: "FW: requests", quoted: "> Our reference: SV16-02R\n> ...\n> Our reference: SV16-02W")),
            MatchDoubtKind.SeveralAuthorities, "02R", "02W");

    [Fact]
    public async Task One_reference_in_quoted_text_is_enough_if_nothing_speaks_against_it()
    {
        var finding = await Match(MatchWorld.Mail(subject: "FOI 1234", quoted: "> Our reference: SV16-02R"));
        ShouldBe(finding, "02R", MatchRung.BodyReference);
        finding.Doubt.ShouldBeNull();
        finding.Evidence[0].Where.ShouldBe("quoted text");
    }

    [Theory]
    [InlineData("I am answering on behalf of NHS Bradford City CCG.", "")]
    [InlineData("Please see attached.", "Information Governance, NHS Bradford City Clinical Commissioning Group")]
    public async Task A_quoted_reference_and_another_name_attribute_nothing(string own, string signature) =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(own: own, signature: signature, quoted: "> Our reference: SV16-02R")), MatchDoubtKind.Conflict, "02R", "02W");

    [Fact]
    public async Task A_reply_under_the_wrong_reference_is_not_credited_to_it()
    {
        const string Own = "I write on behalf of NHS Bradford City CCG. The CCG has no policy.";
        ShouldDoubt(
            await Match(MatchWorld.Mail(to: MatchWorld.ReplyAddress("02R"), answers: MatchWorld.LetterTo("02R"), subject: "RE: [SV16-02R]", own: Own)),
            MatchDoubtKind.Conflict, "02R", "02W");
        ShouldDoubt(await Match(MatchWorld.Mail(subject: "RE: [SV16-02R]", own: Own)), MatchDoubtKind.Conflict, "02R", "02W");
    }

    [Fact]
    public async Task A_thread_holds_against_a_mere_name_but_a_person_is_told()
    {
        var finding = await Match(MatchWorld.Mail(
            to: MatchWorld.ReplyAddress("02R"), own: "Please see attached.", signature: "Hosted by NHS Bradford City CCG"));
        ShouldBe(finding, "02R", MatchRung.Token);
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.NamesAnother);
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["02W"]);
    }

    [Fact]
    public async Task A_thread_does_not_hold_against_the_registered_sender_and_name_of_another() =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(
                from: _world.FoiAddress("02W"), to: MatchWorld.ReplyAddress("02R"), own: "Please see attached.", signature: "NHS Bradford City CCG")),
            MatchDoubtKind.Conflict, "02R", "02W");

    [Fact]
    public async Task A_reference_alone_does_not_hold_for_a_mail_from_the_domain_of_another()
    {
        var domain = MatchWorld.RealAuthorities().Where(a => a.Id.Value != "02R")
            .GroupBy(a => a.FoiAddress[a.FoiAddress.IndexOf('@', StringComparison.Ordinal)..], StringComparer.Ordinal).First(g => g.Count() == 1).Key;
        var from = "jane.doe" + domain;
        (await Match(MatchWorld.Mail(from: from, subject: "RE: your request [SV16-02R]", own: "Please see attached."))).Attributed.ShouldBeEmpty();
        var byToken = await Match(MatchWorld.Mail(from: from, to: MatchWorld.ReplyAddress("02R"), own: "Please see attached."));
        ShouldBe(byToken, "02R", MatchRung.Token);
        byToken.Doubt!.Kind.ShouldBe(MatchDoubtKind.NamesAnother);
    }

    [Fact]
    public async Task A_support_unit_that_speaks_for_two_is_credited_to_the_one_proved()
    {
        var finding = await Match(MatchWorld.Mail(
            to: MatchWorld.ReplyAddress("02R"), own: "On behalf of NHS Bradford Districts CCG and NHS Bradford City CCG I can answer as follows."));
        ShouldBe(finding, "02R", MatchRung.Token);
        finding.Doubt!.Kind.ShouldBe(MatchDoubtKind.SeveralAuthorities);
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(["02W"]);
    }

    [Fact]
    public async Task Passing_a_request_on_does_not_make_it_another_bodys()
    {
        var finding = await Match(MatchWorld.Mail(
            to: MatchWorld.ReplyAddress("02R"), own: "We do not hold this. Please redirect your request to NHS Bradford City CCG.", signature: "NHS Bradford Districts CCG"));
        ShouldBe(finding, "02R", MatchRung.Token);
        finding.Doubt.ShouldBeNull();
    }

    [Fact]
    public async Task A_successors_signature_agrees_with_each_of_its_predecessors()
    {
        foreach (var code in new[] { "00W", "01M", "01N" })
        {
            var finding = await Match(MatchWorld.Mail(subject: $"SV16-{code}", signature: "NHS Manchester CCG"));
            ShouldBe(finding, code, MatchRung.SubjectReference);
            finding.Doubt.ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_stp_in_the_signature_names_no_authority()
    {
        var finding = await Match(MatchWorld.Mail(subject: "SV16-08X", signature: "Part of the South West London STP and North West London STP"));
        ShouldBe(finding, "08X", MatchRung.SubjectReference);
        finding.Doubt.ShouldBeNull();
        finding.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_token_does_not_stop_a_thread_that_agrees_and_stops_one_that_does_not()
    {
        var damaged = $"foi+{MarkTests.Damage(MatchWorld.Token("02N")).Last()}@healthy.example";
        ShouldBe(await Match(MatchWorld.Mail(to: damaged, answers: MatchWorld.LetterTo("02N"))), "02N", MatchRung.Thread);
        ShouldBe(await Match(MatchWorld.Mail(to: damaged, subject: "SV16-02N")), "02N", MatchRung.SubjectReference);
        ShouldDoubt(await Match(MatchWorld.Mail(to: damaged, answers: MatchWorld.LetterTo("09C"))), MatchDoubtKind.Conflict, "09C", "02N");
        ShouldDoubt(await Match(MatchWorld.Mail(to: damaged, subject: "SV16-09C")), MatchDoubtKind.Conflict, "09C", "02N");
    }

    [Fact]
    public async Task Nothing_is_attributed_by_a_name() =>
        ShouldDoubt(
            await Match(MatchWorld.Mail(own: "NHS Ashford CCG's answer to your FOI request on social value", signature: "NHS Ashford CCG")),
            MatchDoubtKind.Unattributed, "09C");

    [Fact]
    public async Task Attachments_suggest_and_never_attribute()
    {
        var input = MatchWorld.Mail(own: "See attached.") with { Attachments = [new AttachmentText("letter.pdf", "NHS Corby CCG\nYour reference: SV16-09C")] };
        ShouldDoubt(await Match(input), MatchDoubtKind.Unattributed, "09C", "03V");
    }

    [Fact]
    public async Task Our_own_copies_are_nobodys_reply()
    {
        var finding = await Match(MatchWorld.Mail(from: "FOI@healthy.example", subject: "Request [SV16-09C]"));
        ShouldDoubt(finding, MatchDoubtKind.OurOwnMail, "09C");
    }

    [Fact]
    public async Task An_explicit_reference_from_anothers_registered_address_attributes_nothing_unless_the_name_agrees()
    {
        ShouldDoubt(await Match(MatchWorld.Mail(from: _world.FoiAddress("02W"), subject: "SV16-02R")), MatchDoubtKind.Conflict, "02R", "02W");
        ShouldBe(
            await Match(MatchWorld.Mail(from: _world.FoiAddress("02W"), subject: "SV16-02R", signature: "NHS Bradford Districts CCG")),
            "02R", MatchRung.SubjectReference);
    }

    [Fact]
    public async Task A_support_units_address_learned_for_others_does_not_stop_a_reference()
    {
        _world.Memory.Sender("foi@support.example", "02W");
        var finding = await Match(MatchWorld.Mail(from: "foi@support.example", subject: "RE: [SV16-02R]"));
        ShouldBe(finding, "02R", MatchRung.SubjectReference);
        finding.Doubt.ShouldBeNull();
    }

    [Fact]
    public async Task Bounces_are_known_by_the_letter_they_return()
    {
        var byId = Bounce(new DeliveryReport { OriginalMessageId = MatchWorld.LetterTo("09C").ToUpperInvariant() });
        ShouldBe(await Match(byId), "09C", MatchRung.Thread);

        var bySubject = Bounce(new DeliveryReport { OriginalSubject = "Freedom of Information request [SV16-09C]" });
        ShouldBe(await Match(bySubject), "09C", MatchRung.SubjectReference);

        var recipient = new DeliveryReportRecipient(_world.FoiAddress("09C").ToUpperInvariant(), "failed", "5.1.1", "no such user");
        ShouldBe(await Match(Bounce(new DeliveryReport { Recipients = [recipient] })), "09C", MatchRung.BouncedRecipient);

        var plain = MatchWorld.Mail(from: "MAILER-DAEMON@mx.example", own: $"The following address failed:\n  <{_world.FoiAddress("09C")}>");
        ShouldBe(await Match(plain), "09C", MatchRung.BouncedRecipient);

        var returned = MatchWorld.Mail(from: "postmaster@mx.example", own: $"Undeliverable\n\nMessage-Id: {MatchWorld.LetterTo("09C")}\nSubject: request");
        ShouldBe(await Match(returned), "09C", MatchRung.Thread);
    }

    [Fact]
    public async Task A_bounce_of_an_address_that_several_share_suggests_them_all()
    {
        _world.Memory.Sender("shared@support.example", "09C", "02N");
        var recipient = new DeliveryReportRecipient("shared@support.example", "failed", "5.1.1", "");
        ShouldDoubt(await Match(Bounce(new DeliveryReport { Recipients = [recipient] })), MatchDoubtKind.Unattributed, "09C", "02N");
    }

    private static MatchInput Bounce(DeliveryReport report)
    {
        var input = MatchWorld.Mail(from: "mailer-daemon@mx.example", subject: "Undelivered Mail Returned to Sender");
        return input with { Mail = input.Mail with { DeliveryReport = report } };
    }

    private Task<MatchFinding> Match(MatchInput input) => _world.MatchAsync(input);

    private static void ShouldBe(MatchFinding finding, string code, MatchRung rung)
    {
        finding.Attributed.ShouldBe([MatchWorld.Id(code)], finding.Doubt?.Sentence);
        finding.Rung.ShouldBe(rung);
    }

    private static void ShouldDoubt(MatchFinding finding, MatchDoubtKind kind, params string[] suggested)
    {
        finding.Attributed.ShouldBeEmpty();
        finding.Rung.ShouldBeNull();
        finding.Doubt!.Kind.ShouldBe(kind, finding.Doubt.Sentence);
        finding.Doubt.Sentence.ShouldEndWith(".");
        finding.Suggestions.Select(s => s.Authority.Value).ShouldBe(suggested);
    }
}
