using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Replies.Judging;
using FoiPipeline.Tests.Replies.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Replies;

public sealed class KindJudgeTests
{
    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("failed", "4.4.7", true)]
    [InlineData("delayed", "4.4.1", false)]
    public void A_failure_is_told_from_a_delay(string action, string status, bool permanent)
    {
        var reading = Read(new MailBuilder().Body($"@@report {action} {status}\nSee the report."));
        reading.Judgement.Kind.ShouldBe(ReplyKind.Bounce);
        reading.IsPermanentBounce.ShouldBe(permanent);
        reading.Judgement.Evidence[0].Rule.ShouldBe(permanent ? "bounce.permanent" : "bounce.delayed");
    }

    [Fact]
    public void A_report_of_success_is_no_bounce()
    {
        var reading = Read(new MailBuilder().Body("@@report relayed 2.0.0\nDelivered."));
        reading.Judgement.Kind.ShouldBe(ReplyKind.AutoAcknowledgement);
        reading.IsPermanentBounce.ShouldBeNull();
    }

    [Theory]
    [InlineData("Redacted", "Hello.\n\nSee you on Monday.")]
    [InlineData("Spring news", "In this issue:\n\n1. A word from the chair\n2. Gardens in May\n3. The summer fair\n4. Books received\n5. Dates for the diary")]
    public void What_speaks_of_no_request_is_not_believed_to_answer_it_without_a_person(string subject, string body)
    {
        var judgement = Read(new MailBuilder().Header("Subject", subject).Body(body)).Judgement;
        if (judgement.Kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld or ReplyKind.Refusal)
        {
            judgement.Confidence.ShouldBeLessThan(Judgement.PersonBelow);
        }
    }

    [Fact]
    public void A_person_who_quotes_a_code_is_no_mail_system() =>
        Kind("Dear Jane, thank you for your request. Your first letter came back to you with 550 5.1.1 because our mailbox had moved. We will reply by 8 September.")
            .ShouldBe(ReplyKind.Acknowledgement);

    [Theory]
    [InlineData("Thank you for your request, which will be answered within 20 working days. A fee may be payable.", ReplyKind.Acknowledgement)]
    [InlineData("We acknowledge your request. If any of the information is exempt under section 43 we will tell you.", ReplyKind.Acknowledgement)]
    [InlineData("We have received your request. If we need clarification we will contact you.", ReplyKind.Acknowledgement)]
    [InlineData("We are considering section 43(2). Under section 10(3) we need a further 20 working days for the public interest test.", ReplyKind.Extension)]
    [InlineData("1. No\n2. No\n3. No\n4. None\n5. 0", ReplyKind.Full)]
    [InlineData("1. Not held\n2. Not held\n3. Not held\n4. Not held\n5. Not held", ReplyKind.NotHeld)]
    [InlineData("1. Attached\n2. In all tenders\n3. Yes\n4. We do not hold this information\n5. 5%", ReplyKind.Partial)]
    [InlineData("1. Attached\n2. In all tenders\n3. Yes\n4. Three\n5. Withheld under section 43", ReplyKind.Partial)]
    [InlineData("I am sorry for the delay, I have been on annual leave. 1. No\n2. No\n3. No\n4. 0\n5. 0", ReplyKind.Full)]
    [InlineData("The answers are published on our website at https://ccg.example/foi.", ReplyKind.Full)]
    [InlineData("Acknowledged: RFI0624. Answer to follow within 20 working days.", ReplyKind.Acknowledgement)]
    [InlineData("Acknowledged - F16/884. Reply to follow.", ReplyKind.Acknowledgement)]
    [InlineData("FOI received. Reference F16/138. Reply due 10 August 2016.", ReplyKind.Acknowledgement)]
    [InlineData("Received, thanks. Our ref: 16/88. Response due by 10/08/2016.", ReplyKind.Acknowledgement)]
    [InlineData("Hi Jane\n\nYour questions have landed with us and a colleague is looking at them. The deadline is 10 August.", ReplyKind.Acknowledgement)]
    [InlineData("Just to say your e-mail arrived safely and is with the right team.", ReplyKind.Acknowledgement)]
    [InlineData("Answers to 1 to 3 are below, 4 and 5 will follow.\nWe have no policy, and no tender named the Act.", ReplyKind.Partial)]
    [InlineData("We have considered your request. Our response is set out below.\nUnder section 12 the cost would be above the appropriate limit. We therefore refuse the request in full.", ReplyKind.Refusal)]
    [InlineData("Please find our response below.\nThe Act requires us to tell you whether we hold the information. We do not. I hope this is helpful.", ReplyKind.NotHeld)]
    [InlineData("Our response to your FOI request has been added to our disclosure log: http://ccg.example/foi/12", ReplyKind.Full)]
    [InlineData("Dear Jane\n\nThe answers to your questions can be found at\nhttp://www.northvaleccg.example/foi/disclosure-log/3012.", ReplyKind.Full)]
    public void Wording_is_read_in_its_context(string body, ReplyKind kind) => Kind(body).ShouldBe(kind);

    [Fact]
    public void Boilerplate_and_quoted_questions_judge_nothing() =>
        Kind("We will answer within 20 working days. Thank you for your request." + OurLetter.Fill("{rights}{confidential}{outlook}")).ShouldBe(ReplyKind.Acknowledgement);

    [Fact]
    public void An_answer_that_a_ticket_system_carries_is_an_answer()
    {
        var mail = new MailBuilder().Header("Auto-Submitted", "auto-generated").Header("Precedence", "bulk").Body("##- Please type your reply above this line -##\n1. No\n2. No\n3. No\n4. 0\n5. 0");
        Read(mail).Judgement.Kind.ShouldBe(ReplyKind.Full);
    }

    [Fact]
    public void An_answer_that_nobody_can_read_yet_goes_to_a_person()
    {
        var judgement = Read(new MailBuilder().Body("Please find attached our response.\n@@unreadable response.pdf")).Judgement;
        judgement.Kind.ShouldBe(ReplyKind.Full);
        judgement.Confidence.ShouldBeLessThan(Judgement.PersonBelow);
    }

    [Fact]
    public void An_answer_that_stands_on_a_page_nobody_has_read_goes_to_a_person() =>
        Read(new MailBuilder().Body("All the information you ask for can be found at http://ccg.example/foi/12.")).Judgement.Confidence.ShouldBeLessThan(Judgement.PersonBelow);

    [Theory]
    [InlineData("I need to correct something in our response: the figure should have been 9 per cent. Sorry for any inconvenience.")]
    [InlineData("There was a slip in our answer to question 4: the number should read 5. Apologies for the error.")]
    public void A_correction_is_no_extension(string body) => Kind(body).ShouldNotBe(ReplyKind.Extension);

    [Fact]
    public void An_enclosed_policy_that_speaks_of_exemptions_refuses_nothing() =>
        Read(new MailBuilder().Body("1. Attached.\n2. In all tenders.\n3. No.\n4. 2\n5. 5%\n@@long Procurement Policy.pdf")).Judgement.Kind.ShouldBe(ReplyKind.Full);

    [Fact]
    public void The_numbered_points_of_a_newsletter_answer_nothing() =>
        Read(new MailBuilder().Header("Precedence", "list").Header("Subject", "Digest 12").Body("Today's topics:\n\n1. Parking in town\n2. A new bridge\n3. The swimming pool\n\nUnsubscribe at any time."))
            .Judgement.Kind.ShouldBe(ReplyKind.Other);

    [Fact]
    public void A_bare_refusal_of_a_mail_server_is_a_bounce() =>
        Kind("Error: invalid user address\n\n550 - Requested action not taken: no such user here").ShouldBe(ReplyKind.Bounce);

    [Fact]
    public void A_changed_address_under_a_letter_is_no_absence() =>
        Kind("Dear Jane Doe\n\nThe figure is in the second table of our annual report.\n\nPlease note that my email address has changed to joe@ccg.example").ShouldNotBe(ReplyKind.OutOfOffice);

    [Fact]
    public void Rules_have_names_of_their_own_and_weights_that_are_shares()
    {
        var rules = new List<KindRule>([.. MachineRules.All, .. LetterRules.All]);
        rules.Select(r => r.Name).ShouldBeUnique();
        rules.ShouldAllBe(r => r.Weight > 0 && r.Weight < 1);
        rules.ShouldAllBe(r => !r.Pattern.Any(char.IsAsciiLetterUpper) && !r.Cues.Any(c => c.Any(char.IsAsciiLetterUpper)));
    }

    [Fact]
    public void A_rules_cues_never_hide_a_match_from_its_pattern()
    {
        var texts = LabelledReply.All.Select(r => JudgedText.Of("body", r.Mail.Body)).ToList();
        var hidden = from rule in MachineRules.All.Concat(LetterRules.All)
                     let cueless = new KindRule(rule.Name, rule.Sign, rule.Weight, [""], rule.Pattern, rule.EvenIfHypothetical)
                     from text in texts
                     let match = cueless.FindIn(text)
                     where match is not null && rule.FindIn(text) is null
                     select $"{rule.Name}: {text.Shown(match.Index, 80)}";
        hidden.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_makes_the_reader_fail_and_the_same_text_is_read_the_same_way()
    {
        var reader = new ReplyReader("SV16");
        Check.QuickThrowOnFailure(Prop.ForAll<string?, string?>((subject, body) =>
        {
            var mail = new MailBuilder().Mail with { Subject = subject ?? "", Body = body ?? "" };
            var first = reader.Read(mail, [], OurLetter.Questions).Judgement;
            return first.Confidence is >= 0 and <= 1 && first.Kind == reader.Read(mail, [], OurLetter.Questions).Judgement.Kind;
        }));
    }

    private static ReplyKind Kind(string body) => Read(new MailBuilder().Body(body)).Judgement.Kind;

    private static Reading Read(MailBuilder mail) => new ReplyReader("SV16").Read(mail.Mail, mail.Attachments, OurLetter.Questions);
}
