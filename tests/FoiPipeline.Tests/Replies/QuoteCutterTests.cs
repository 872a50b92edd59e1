using FoiPipeline.Core.Replies.Quoting;
using FoiPipeline.Tests.Replies.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Replies;

public sealed class QuoteCutterTests
{
    private const string Own = "Thank you for your request.\n\nWe will reply by 8 September.";

    [Theory]
    [InlineData("{outlook}")]
    [InlineData("{gmail}")]
    [InlineData("{apple}")]
    [InlineData("{lotus}")]
    [InlineData("\n-----Original Message-----\nFrom: Jane Doe\nSent: 10 August 2016\nTo: FOI\n\nDear FOI officer")]
    [InlineData("\n________________________________\nFrom: Jane Doe\nSent: 10 August 2016\n\nDear FOI officer")]
    [InlineData("\n*From:* Jane Doe <foi@healthy.example>\n*Date:* Wed, 10 Aug 2016\n*To:* FOI <a@b.example>,\n someone else <c@d.example>\n*Subject:* request\n\nDear FOI officer")]
    [InlineData("\nFrom: Jane Doe <foi@healthy.example> Sent: 10 August 2016 10:02 To: FOI Subject: request\n\nDear FOI officer")]
    [InlineData("\nBegin forwarded message:\n\nFrom: Jane Doe <foi@healthy.example>\nSubject: request\n\nDear FOI officer")]
    [InlineData("\nOn Wednesday, 10 August 2016 at 10:02 BST, Jane Doe via\nthe round's mailbox for replies <foi@healthy.example>\nwrote:\n\nDear FOI officer")]
    [InlineData("\nJane Doe <foi@healthy.example> wrote on 10/08/2016 10:02:33:\n\nDear FOI officer")]
    [InlineData("\n>>> Jane Doe <foi@healthy.example> 10/08/2016 10:02 >>>\nDear FOI officer")]
    [InlineData("\nJane Doe ---10/08/2016 10:02:33---Dear FOI officer, under the Act\n\nDear FOI officer")]
    [InlineData("\n2016-08-10 10:02 GMT+01:00 Jane Doe <foi@healthy.example>:\n\n> Dear FOI officer")]
    [InlineData("\nAm 10.08.2016 um 10:02 schrieb Jane Doe:\n> Dear FOI officer")]
    [InlineData("\nJane Doe <foi@healthy.example>\n10/08/2016 10:02\n\nTo\nFOI <a@b.example>\ncc\n\nSubject\nrequest\n\nDear FOI officer")]
    [InlineData("\n---- On Wed, 10 Aug 2016 10:02:33 +0100 foi@healthy.example wrote ----\n\nDear FOI officer")]
    [InlineData("\n--- Below this line is a copy of the message.\n\nSubject: request\n\nDear FOI officer")]
    [InlineData("\n--- The header of the original message is following. ---\n\nSubject: request\n\nDear FOI officer")]
    [InlineData("\n##- Please type your reply above this line -##\n\nDear FOI officer")]
    public void What_a_mail_program_quotes_is_cut(string quotation)
    {
        var cut = Cut(Own + "\n" + OurLetter.Fill(quotation));
        cut.OwnWords.ShouldBe(Own);
        cut.Quoted.ShouldContain("Dear FOI officer");
    }

    [Fact]
    public void A_reply_below_the_quotation_is_kept() => Cut(OurLetter.Fill("{gmail}") + "\n\n" + Own).OwnWords.ShouldBe(Own);

    [Fact]
    public void A_ticket_system_writes_its_news_below_the_line() =>
        Cut("##- Please type your reply above this line -##\n\n" + Own).OwnWords.ShouldBe(Own);

    [Theory]
    [InlineData("On Monday we met the bidders.\nOn the whole they were content.")]
    [InlineData("On 10 August you asked five questions.\n\n1. No\n2. No")]
    [InlineData("As my colleague wrote:\nthere is no policy.")]
    [InlineData(">5% in two contracts")]
    [InlineData("From: 1 April the policy applies.\nTo: all contracts.")]
    public void Sentences_that_only_look_like_quotations_are_kept(string body) => Cut(body).OwnWords.ShouldBe(body);

    [Fact]
    public void Signature_disclaimer_and_boilerplate_are_set_apart()
    {
        var cut = Cut(Own + OurLetter.Fill("{sig}{nhsmail}{rights}{confidential}{disclaimer}{outlook}"));
        cut.OwnWords.ShouldBe(Own);
        cut.Closing.ShouldContain("Information Governance Officer");
        cut.Closing.ShouldContain("Wycliffe House");
        cut.Closing.ShouldContain("NHSmail");
    }

    [Theory]
    [InlineData("**********\n\nOur gateway checks all mail.\n\nThis message is for the intended recipient.\n\n**********")]
    [InlineData("* * * * * * * * * * * *\nThis email is intended only for the addressee.\nVisit our website.\n\n* * * * * * * * * * * *")]
    [InlineData("________________________________\nThis message contains confidential information.")]
    [InlineData("Disclaimer\n-----------------------\nThis email has been scanned for viruses.\n-----------------------")]
    [InlineData("- - Disclaimer - -\nThis e-mail and the files transmitted with it are secret. If you are\nnot the intended recipient, tell us.")]
    [InlineData("Download Outlook for Android<https://mail.example/a>")]
    public void A_footer_goes_with_the_rules_and_headings_around_it(string footer) => Cut($"{Own}\n\n{footer}").OwnWords.ShouldBe(Own);

    [Fact]
    public void A_ruled_line_between_the_senders_own_words_is_kept() =>
        Cut("Our answers:\n----------\n1. No\n2. No").OwnWords.ShouldBe("Our answers:\n----------\n1. No\n2. No");

    [Fact]
    public void Boilerplate_that_starts_within_a_line_takes_only_its_sentence()
    {
        var cut = Cut("There is no policy. If you are unhappy with this response you may ask for an internal review.");
        cut.OwnWords.ShouldBe("There is no policy.");
        cut.Closing.ShouldStartWith("If you are unhappy");
    }

    [Theory]
    [InlineData("Our response to your FOI request has been added to our disclosure log, where you will find the answers: http://ccg.example/foi/12")]
    [InlineData("The information you asked for is published on our disclosure log at http://ccg.example/foi/12.")]
    [InlineData("All the answers to your questions are available in our disclosure log, entry 12.")]
    [InlineData("Providers must have a complaints procedure.")]
    [InlineData("The contract rewards the re-use of furniture.")]
    [InlineData("Bidders who are not satisfied with a tender may ask the finance committee.")]
    public void A_sentence_that_answers_is_no_boilerplate_whatever_it_mentions(string sentence) =>
        Cut($"Thank you for your questions.\n\n{sentence}").OwnWords.ShouldEndWith(sentence);

    [Theory]
    [InlineData("Please note that our response may be published on our disclosure log without your name.")]
    [InlineData("We publish responses on our disclosure log at http://ccg.example/foi.")]
    [InlineData("You are entitled to an internal review. Should the review not satisfy you, the Information Commissioner (Wycliffe House) can decide.")]
    [InlineData("Complaints about this response should be sent to the Company Secretary at the address above, and\nif we cannot resolve them you may apply to the Information Commissioner for a decision.")]
    [InlineData("The information supplied to you is subject to copyright.")]
    public void What_closes_every_answer_is_boilerplate(string closing) => Cut($"There is no policy.\n\n{closing}").OwnWords.ShouldBe("There is no policy.");

    [Fact]
    public void A_paragraph_that_closes_and_answers_keeps_its_answer() =>
        Cut("The policy we have sent you is protected by copyright. The weighting is attached. If you are unhappy with this response you may ask for an internal review.")
            .OwnWords.ShouldBe("The weighting is attached.");

    [Fact]
    public void A_letter_of_nothing_but_closings_keeps_them() =>
        Cut("Dear Jane\n\nOur ref: FOI 12\n\nResponses are added to the disclosure log: http://ccg.example/foi/12").OwnWords.ShouldContain("disclosure log");

    [Fact]
    public void A_delay_with_a_hint_at_the_commissioner_is_no_boilerplate() =>
        Cut("A revised date has been set and you may complain to the Information Commissioner.").HasOwnWords.ShouldBeTrue();

    [Fact]
    public void Answers_below_a_signature_are_kept() =>
        Cut("Please see below.\n\nKind regards\nAnn\n\nQ1: We have no policy.\nQ2: No.").OwnWords.ShouldBe("Please see below.\n\nQ1: We have no policy.\nQ2: No.");

    [Fact]
    public void Thanks_on_the_first_line_do_not_make_a_signature_of_the_letter() =>
        Cut("Thank you\nI have forwarded your questions to our procurement leads and will come\nback to you as soon as I have heard from them, which may take a week").OwnWords
            .ShouldContain("forwarded");

    [Fact]
    public void Answers_inline_without_a_prefix_are_the_authoritys_own_words()
    {
        var letter = OurLetter.Fill("{outlook}");
        foreach (var question in OurLetter.Questions)
        {
            letter = letter.Replace(question.Text, question.Text + "\nAnswer to " + question.Number, StringComparison.Ordinal);
        }

        var cut = Cut("See below.\n" + letter);
        cut.OwnWords.ShouldBe("See below.\n\nAnswer to 1\n\nAnswer to 2\n\nAnswer to 3\n\nAnswer to 4\n\nAnswer to 5");
        cut.Quoted.ShouldContain("Yours faithfully");
    }

    [Fact]
    public void Answers_inline_are_found_in_a_letter_whose_questions_are_not_known() =>
        Cut("Replies in red.\n\n-----Original Message-----\nFrom: Jane\nSent: today\n\nDear sir\n1. How many tenders were there?\nFour.\n2. Which of them named the Act?\nNone.\n\nYours faithfully", ours: false)
            .OwnWords.ShouldBe("Replies in red.\n\nFour.\n\nNone.");

    [Fact]
    public void The_tail_of_a_question_that_wrapping_left_without_prefix_stays_quoted() =>
        Cut("> 4. In what percentage, and what number, of tenders over the past\n12 months\n> has the Act been applied?\nNone.").OwnWords.ShouldBe("None.");

    [Fact]
    public void A_colleagues_answer_that_is_passed_on_is_what_the_sender_says() =>
        Cut("Please see below.\n\n-----Original Message-----\nFrom: Ken <ken@csu.example>\nSent: 1 September\nTo: FOI\n\nThere is no policy.", subject: "FW: FOI").OwnWords
            .ShouldContain("There is no policy.");

    [Fact]
    public void Our_own_letter_passed_on_is_not() =>
        Cut("Colleagues, one for you.\n" + OurLetter.Fill("{outlook}"), subject: "FW: FOI").OwnWords.ShouldBe("Colleagues, one for you.");

    [Fact]
    public void A_mail_that_would_be_empty_keeps_its_words()
    {
        Cut("Kind regards\nAnn").OwnWords.ShouldBe("Kind regards\nAnn");
        Cut("> There is no policy.\n> Ann").OwnWords.ShouldBe("There is no policy.\nAnn");
    }

    [Fact]
    public void Every_line_of_any_body_ends_up_in_one_of_the_three_parts()
    {
        string[] lines = ["", "> quoted", "From: a@b.example", "Sent: today", "To: x", "Subject: y", "Kind regards", "-- ", "1. No", "Q2: yes", "On 1 May, A wrote:", "****************************", "intended recipient", "Some words here.", "\u00a0", "----", "a | b"];
        var body = Gen.Elements(lines).ListOf().Select(l => string.Join('\n', l));
        Check.QuickThrowOnFailure(Prop.ForAll(body.ToArbitrary(), text =>
        {
            var cut = Cut(text);
            var kept = string.Concat(cut.Lines.Select(l => l.Text)).Count(char.IsLetterOrDigit);
            return kept == text.Count(char.IsLetterOrDigit);
        }));
    }

    private static CutBody Cut(string body, string subject = "RE: request", bool ours = true) =>
        QuoteCutter.Cut(new MailBuilder().Header("Subject", subject).Mail with { Body = body }, ours ? OurLetter.Questions : []);
}
