using System.Text;
using FoiPipeline.Core.Letters;
using FoiPipeline.Mailing;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Mailing;

public sealed class LetterWritingTests
{
    private static readonly LetterMail Letter = new()
    {
        FromName = "Jörg Müller, “Healthy”",
        FromAddress = "foi@healthy.example",
        ToName = "NHS Ashford CCG (FOI)",
        ToAddress = "ashford.foi@ccg.example",
        ReplyTo = "foi+sv16-09c-k7q2@healthy.example",
        Subject = "Freedom of Information request SV16-09C",
        MessageId = "<sv16.09c.initial.1.k7q2@healthy.example>",
        Date = new DateTimeOffset(2016, 7, 1, 16, 55, 1, TimeSpan.FromHours(1)),
        Body = "Dear Sir or Madam,\n\n1. How much – in £?\n\nFrom here on = \t\n.\n" + new string('x', 200) + " €",
        InReplyTo = "<a@ccg.example>",
        References = ["<sv16.09c.initial.1.k7q2@healthy.example>", "<a@ccg.example>"],
    };

    private readonly MimeMailFormat _format = new();

    [Fact]
    public void A_letter_is_read_back_as_it_was_written()
    {
        var mail = _format.Read(_format.Write(Letter));
        mail.From.ShouldBe(new(Letter.FromName, Letter.FromAddress));
        mail.To.ShouldBe([new(Letter.ToName, Letter.ToAddress)]);
        mail.ReplyTo.ShouldBe([new("", Letter.ReplyTo)]);
        mail.Subject.ShouldBe(Letter.Subject);
        mail.MessageId.ShouldBe(Letter.MessageId);
        mail.Date.ShouldBe(Letter.Date);
        mail.Date!.Value.Offset.ShouldBe(Letter.Date.Offset);
        mail.InReplyTo.ShouldBe([Letter.InReplyTo!]);
        mail.References.ShouldBe(Letter.References);
        mail.Body.ShouldBe(Letter.Body);
        mail.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes() => _format.Write(Letter with { }).ShouldBe(_format.Write(Letter));

    [Fact]
    public void Lines_are_short_end_in_CRLF_and_survive_mailbox_files()
    {
        var text = Encoding.ASCII.GetString(_format.Write(Letter with { Subject = string.Concat(Enumerable.Repeat("Größe ", 60)) }));
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        text.ShouldNotContain("\nFrom ");
    }

    [Theory]
    [InlineData("x\r\nBcc: victim@x.example")]
    [InlineData("x\nBcc: victim@x.example\n\nbody")]
    [InlineData("x\rBcc: victim@x.example")]
    [InlineData("x\0\u2028Bcc: y")]
    [InlineData("x>, <victim@x.example")]
    public void No_field_can_add_a_header_or_a_recipient(string evil)
    {
        var mail = _format.Read(_format.Write(Letter with
        {
            FromName = evil, FromAddress = evil, ToName = evil, ToAddress = evil, ReplyTo = evil, Subject = evil, MessageId = evil, InReplyTo = evil, References = [evil, evil],
        }));
        mail.Headers.Select(h => h.Name).ShouldBe(
        [
            "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        ]);
        mail.To.Count.ShouldBe(1);
        mail.Body.ShouldBe(Letter.Body);
    }

    [Fact]
    public void Any_names_subjects_and_bodies_are_read_back_the_same()
    {
        var texts = ArbMap.Default.GeneratorFor<string>().Select(Printable);
        Prop.ForAll(Arb.From(texts.Three()), three =>
        {
            var (name, subject, body) = three;
            var mail = _format.Read(_format.Write(Letter with { FromName = name, ToName = name, Subject = subject, Body = body }));
            return mail.From!.Name == name && mail.To[0].Name == name && mail.To.Count == 1 && mail.Subject == subject && mail.Body == body;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>What a letter may hold: no control characters, no half characters, no blanks around it.</summary>
    private static string Printable(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Where(r => r != Rune.ReplacementChar && !Rune.IsControl(r) && r.Value is not (0x2028 or 0x2029))).Trim();
}
