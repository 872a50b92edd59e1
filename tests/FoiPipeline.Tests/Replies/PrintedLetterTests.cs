using FoiPipeline.Core.Replies;
using FoiPipeline.Tests.Replies.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Replies;

/// <summary>Answers in a PDF: one line for each printed line, and no blank line anywhere.</summary>
public sealed class PrintedLetterTests
{
    private static readonly string[] Answers =
    [
        "There is a document: the Sustainable Development Management Plan, version 3.1, written with our local authority and approved by the governing body in February 2014.",
        "Yes, on a case by case basis, an urgent care centre being one of them.",
        "It is the same process, which is followed whatever the value.",
        "In the last year the CCG ran 24 procurements, and in all of them it was considered.",
        "9% in all of these contracts.",
    ];

    private static readonly string[] Closings =
    [
        "I trust this information is helpful.",
        "Do get in touch if you have any further queries about this response.",
        "That completes our response to your request.",
        "You are entitled to an internal review. Should the review not satisfy you, the Information Commissioner (Wycliffe House, Water Lane, Wilmslow) can decide whether we have complied with the Act.",
        "Complaints about this response should be sent to the Company Secretary at the address above, and if we cannot resolve them you may apply to the Information Commissioner for a decision.",
    ];

    [Theory]
    [InlineData(50)]
    [InlineData(72)]
    [InlineData(100)]
    public void An_answer_broken_by_the_margin_is_whole_and_ends_before_the_closing(int width)
    {
        foreach (var closing in Closings)
        {
            var letter = Letter(Answers, closing).SelectMany(p => Wrap(p, width));
            Read(string.Join('\n', letter)).Answers.Select(a => a.Text).ShouldBe(Answers);
        }
    }

    [Fact]
    public void An_answer_goes_on_over_the_end_of_a_page()
    {
        var lines = Letter(Answers, Closings[0]).SelectMany(p => Wrap(p, 72)).ToList();
        var at = lines.FindIndex(l => l.StartsWith("There is a document", StringComparison.Ordinal)) + 1;
        var read = Read(string.Join('\n', [.. lines[..at], "Page 1 of 2"]), string.Join('\n', [.. lines[at..], "Page 2 of 2"]));
        read.Answers[0].Text.ShouldBe(Answers[0]);
        read.Answers[0].Source.ShouldBe("FOI response.pdf, page 1");
    }

    [Fact]
    public void No_word_of_a_letter_is_lost()
    {
        var words = Gen.Elements("of", "the", "in", "CCG", "value", "percentage", "none", "tender", "2014", "yes", "and", "copy", "considered", "nothing");
        var answer = from count in Gen.Choose(1, 30) from chosen in words.ArrayOf(count) select $"{string.Join(' ', chosen)} {count}.";
        var letter = from answers in answer.ArrayOf(Answers.Length) from width in Gen.Choose(45, 110) from closing in Gen.Elements(Closings) select (answers, width, closing);
        Check.QuickThrowOnFailure(Prop.ForAll(letter.ToArbitrary(), l =>
        {
            var paragraphs = Letter(l.answers, l.closing);
            var read = Read(string.Join('\n', paragraphs.SelectMany(p => Wrap(p, l.width))));
            var kept = Words([.. read.Answers.Select(a => a.Text), read.OtherText, l.closing, "Yours sincerely Ann Other", .. OurLetter.Questions.Select(q => $"{q.Number}. {q.Text}")]);
            return Words(paragraphs).All(kept.Contains);
        }));
    }

    private static List<string> Letter(string[] answers, string closing) =>
    [
        "NHS Northvale CCG", "Our ref: FOI 12", "Dear Jane Doe", "Thank you for your request under the Freedom of Information Act. The information requested is set out below.",
        .. answers.SelectMany((answer, i) => (string[])[$"{i + 1}. {OurLetter.Questions[i].Text}", answer]),
        closing, "Yours sincerely", "Ann Other",
    ];

    private static IEnumerable<string> Wrap(string paragraph, int width)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private static HashSet<string> Words(IEnumerable<string> texts) =>
        [.. texts.SelectMany(t => t.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(w => w.Trim('.', ',', '?', ':')).Where(w => w.Length > 0)];

    private static Reading Read(params string[] pages)
    {
        var mail = new MailBuilder().Body("Please find attached our response.").Print("FOI response.pdf", pages);
        return new ReplyReader("SV16").Read(mail.Mail, mail.Attachments, OurLetter.Questions);
    }
}
