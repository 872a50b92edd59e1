using FoiPipeline.Core.Replies;
using FoiPipeline.Tests.Replies.Corpus;

namespace FoiPipeline.Tests.Replies;

public sealed class AnswerSplitterTests
{
    private static readonly string[] Plain = ["No policy.", "In every tender.", "Yes.", "4 of 5.", "5%"];

    [Theory]
    [InlineData("{0}. {1}")]
    [InlineData("{0}) {1}")]
    [InlineData("({0}) {1}")]
    [InlineData("{0} - {1}")]
    [InlineData("Q{0} {1}")]
    [InlineData("Q{0}: {1}")]
    [InlineData("Q.{0} {1}")]
    [InlineData("Question {0}\n{1}")]
    [InlineData("Question {0}: {1}")]
    [InlineData("Answer {0} - {1}")]
    [InlineData("A{0}. {1}")]
    [InlineData("**Question {0}**\n\nResponse: {1}")]
    [InlineData("{0}.\n{1}")]
    [InlineData("In response to question {0}: {1}")]
    [InlineData("{0}. How about this in other words?\n{1}")]
    public void Numbering_of_any_form_is_followed(string form) =>
        Texts(Read(string.Join('\n', Plain.Select((a, i) => string.Format(null, form, i + 1, a))))).ShouldBe(Plain);

    [Fact]
    public void A_negative_number_keeps_its_sign() =>
        Texts(Read("1. No\n2. No\n3. No\n4. -4\n5. -2.5%")).ShouldBe(["No", "No", "No", "-4", "-2.5%"]);

    [Theory]
    [InlineData("{0}. {1}\n{2}")]
    [InlineData("{1}\n\nAnswer: {2}")]
    [InlineData("You asked: {1}\nCCG response: {2}")]
    [InlineData("{0} | {1} | {2}")]
    [InlineData("{1} | {2}")]
    [InlineData("Q{0}. {1} {2}")]
    [InlineData("> {0}. {1}\n{2}")]
    [InlineData("> {0}. {1}\n>\n\n{2}\n")]
    public void A_repeated_question_is_known_and_is_no_part_of_the_answer(string form) =>
        Texts(Read(string.Join('\n', Plain.Select((a, i) => string.Format(null, form, i + 1, OurLetter.Questions[i].Text, a))))).ShouldBe(Plain);

    [Fact]
    public void Roman_numbers_count_too() => Texts(Read("i. No policy.\nii. In every tender.\niii. Yes.\niv. 4 of 5.\nv. 5%")).ShouldBe(Plain);

    [Fact]
    public void Answers_on_one_line_are_taken_apart()
    {
        Texts(Read("Q1: No policy. Q2: In every tender. Q3: Yes. Q4: 4 of 5. Q5: 5%")).ShouldBe(Plain);
        Texts(Read("1. No policy. 2. In every tender. 3. Yes. 4. 4 of 5. 5. 5%")).ShouldBe(Plain);
    }

    [Fact]
    public void Repeated_questions_overrule_numbers_that_start_again()
    {
        var questions = OurLetter.Questions;
        var body = $"1. {questions[0].Text}\nA\n2. {questions[1].Text}\nB\n1. {questions[2].Text}\nC\n2. {questions[3].Text}\nD\n3. {questions[4].Text}\nE";
        Texts(Read(body)).ShouldBe(["A", "B", "C", "D", "E"]);
    }

    [Fact]
    public void Numbers_that_start_again_are_counted_through() =>
        Texts(Read("1. A one\n2. B two\n1. C three\n2. D four\n3. E five")).ShouldBe(["A one", "B two", "C three", "D four", "E five"]);

    [Fact]
    public void A_range_gives_its_answer_to_each_question()
    {
        var answers = Read("Questions 1 to 3: The CSU does this for us.\nQuestions 4 and 5: None.").Answers;
        answers.Select(a => (a.Question, a.Text)).ShouldBe([(1, "The CSU does this for us."), (2, "The CSU does this for us."), (3, "The CSU does this for us."), (4, "None."), (5, "None.")]);
    }

    [Fact]
    public void Sub_questions_belong_to_their_question() =>
        Read("1a. There is a draft.\n1b. It is not yet agreed.\n2. No.").Answers[0].Text.ShouldBe("There is a draft.\nIt is not yet agreed.");

    [Fact]
    public void A_list_within_an_answer_is_no_new_answer()
    {
        var read = Read("Question 1: No.\nQuestion 2: In three steps:\n1. planning\n2. tendering\n3. monitoring\nQuestion 3: No.");
        read.Answers.Count.ShouldBe(3);
        read.Answers[1].Text.ShouldContain("monitoring");
    }

    [Fact]
    public void A_list_of_the_questions_is_not_taken_for_their_answers() =>
        Texts(Read(OurLetter.Numbered + "\n\nOur answers:\n1. No policy.\n2. In every tender.\n3. Yes.\n4. 4 of 5.\n5. 5%")).ShouldBe(Plain);

    [Fact]
    public void A_reference_to_another_answer_is_kept_as_the_answer() => Read("1. No.\n2. We do.\n3. See question 2.\n4. As above.").Answers[2].Text.ShouldBe("See question 2.");

    [Fact]
    public void A_reply_below_the_whole_quotation_is_no_answer_to_the_last_question() =>
        Read(OurLetter.Fill("{gmail}") + "\n\nThank you, we will reply by 8 September.").Answers.ShouldBeEmpty();

    [Fact]
    public void Words_that_belong_to_no_question_are_kept_apart()
    {
        var read = Read("Dear Jane\n\n1. No.\n2. No.\n3. No.\n4. 0\n5. 0\n\nI trust this is helpful.");
        read.OtherText.ShouldContain("Dear Jane");
        read.OtherText.ShouldContain("I trust this is helpful.");
        read.Answers[4].Text.ShouldBe("0");
    }

    [Fact]
    public void An_answer_that_repeats_the_question_in_its_own_terms_stays_whole()
    {
        const string Answer = "The CCG has not applied the concept of social value below the OJEU threshold for services, or to contracts other than for services.";
        Read($"1. No.\n2. No.\n3. {Answer}\n4. 0\n5. 0").Answers[2].Text.ShouldBe(Answer);
    }

    [Fact]
    public void Answers_name_the_attachment_and_the_place_they_stood_at()
    {
        var mail = new MailBuilder().Body("Please see our response attached.").Attach("FOI response.docx", "Dear Jane\n\n1. No policy.\n\n2. In every tender.");
        var answers = new ReplyReader("SV16").Read(mail.Mail, mail.Attachments, OurLetter.Questions).Answers;
        answers.Select(a => a.Source).ShouldBe(["FOI response.docx, p2", "FOI response.docx, p3"]);
    }

    [Fact]
    public void The_source_that_answers_more_is_taken()
    {
        var mail = new MailBuilder().Body("1. See attached.\n\nOur response is attached.").Attach("FOI response.docx", "1. No policy.\n2. In every tender.\n3. Yes.\n4. 4 of 5.\n5. 5%");
        Texts(new ReplyReader("SV16").Read(mail.Mail, mail.Attachments, OurLetter.Questions)).ShouldBe(Plain);
    }

    [Fact]
    public void A_long_policy_answers_nothing()
    {
        var mail = new MailBuilder().Body("Our policy is attached.\n@@long Procurement Policy.pdf");
        new ReplyReader("SV16").Read(mail.Mail, mail.Attachments, OurLetter.Questions).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_round_the_questions_of_the_quoted_letter_are_used()
    {
        var mail = new MailBuilder().Body($"{OurLetter.Questions[1].Text}\nIn every tender.\n\n{OurLetter.Questions[0].Text}\nNo policy.\n{{outlook}}").Mail;
        new ReplyReader().Read(mail, [], []).Answers.Select(a => (a.Question, a.Text)).ShouldBe([(1, "No policy."), (2, "In every tender.")]);
    }

    private static Reading Read(string body) => new ReplyReader("SV16").Read(new MailBuilder().Mail with { Body = body }, [], OurLetter.Questions);

    private static IEnumerable<string> Texts(Reading reading) => reading.Answers.Select(a => a.Text);
}
