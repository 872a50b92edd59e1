using System.Text;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Mailing;

public sealed class TransferEncodingTests
{
    [Theory]
    [InlineData("SGVsbG8sIHdvcmxkIQ==", "Hello, world!")]
    [InlineData("SGVs\nbG8sIHdv\ncmxkIQ==\n", "Hello, world!")]
    [InlineData("SGVsbG8sIHdvcmxkIQ", "Hello, world!")]
    [InlineData("SGVs*bG8s IHdv!cmxkIQ==", "Hello, world!")]
    [InlineData("SGVsbG8sIHdvcmxkIQ==\n-- \nThis mail was scanned for viruses.", "Hello, world!")]
    [InlineData("SGVsbG8s\nIHdvcmxkIQ==\nSGVsbG8=\n", "Hello, world!Hello")]
    [InlineData("SGVsbG8sIHdvcmxkIQ==\nSGVsbG8=\n", "Hello, world!Hello")]
    [InlineData("SGVsbG8sIHdvcmxkIQ==\n\n--=damaged=separ", "Hello, world!")]
    [InlineData("SGVsbG8sIHdvcmxkIQ\n--damagedseparator", "Hello, world!")]
    [InlineData("SGVsbG8sIHdvcmxkI", "Hello, world")]
    [InlineData("", "")]
    public void Base64_is_read_through_damage(string encoded, string read) => Attached("base64", encoded).Text().ShouldBe(read);

    [Fact]
    public void Damage_is_said() =>
        RawMail.Read(RawMail.Start + "Content-Transfer-Encoding: base64\n\nSGVsbG8*").Problems.ShouldHaveSingleItem().ShouldContain("damaged");

    [Theory]
    [InlineData("caf=C3=A9 =3D =\nnext", "café = next")]
    [InlineData("soft =  \nbreak", "soft break")]
    [InlineData("a =ZZ b = c =4", "a =ZZ b = c =4")]
    [InlineData("lower =c3=a9", "lower é")]
    [InlineData("end=", "end")]
    public void Quoted_printable_is_read_through_damage(string encoded, string read) => Attached("Quoted-Printable", encoded).Text().ShouldBe(read);

    [Theory]
    [InlineData("us-ascii", "5 \u00a3 don\u0092t", "5 £ don’t")]
    [InlineData("iso-8859-1", "\u0093quoted\u0094", "“quoted”")]
    [InlineData("iso-8859-1", "caf\u00c3\u00a9", "café")]
    [InlineData("windows-1252", "\u0080", "€")]
    [InlineData("iso-8859-15", "\u00a4", "€")]
    [InlineData("utf-8", "caf\u00c3\u00a9 and caf\u00e9", "café and café")]
    [InlineData("\"UTF8\"", "caf\u00c3\u00a9", "café")]
    [InlineData("cp1251", "\u00d0", "Р")]
    [InlineData("no-such", "caf\u00c3\u00a9", "café")]
    [InlineData("ks_c_5601-1987", "\u00c1\u00a4", "정")]
    [InlineData("utf-8", "\u00ef\u00bb\u00bfmarked", "marked")]
    public void Text_is_read_in_the_charset_it_is_really_in(string charset, string bytes, string read) =>
        RawMail.ReadLatin1($"{RawMail.Start}Content-Type: text/plain; charset={charset}\n\n{bytes}").Body.ShouldBe(read);

    [Fact]
    public void A_page_without_a_label_may_name_its_own_charset() =>
        RawMail.ReadLatin1($"{RawMail.Start}Content-Type: text/html\n\n<meta http-equiv=x content=\"text/html; charset=windows-1251\"><p>\u00d0").Body.ShouldBe("Р");

    [Fact]
    public void A_wrong_charset_is_said()
    {
        RawMail.ReadLatin1($"{RawMail.Start}Content-Type: text/plain; charset=x-foo\n\n\u00e9").Problems
            .ShouldBe(["The text's character set 'x-foo' is not known; it was guessed."]);
        RawMail.ReadLatin1($"{RawMail.Start}Content-Type: text/plain; charset=utf-8\n\n\u00e9").Problems.ShouldHaveSingleItem().ShouldContain("says it is UTF-8");
    }

    [Fact]
    public void A_file_written_into_the_text_is_taken_out()
    {
        var mail = RawMail.Read(RawMail.Start + "Subject: x\n\nPlease find our answer:\n\nbegin 644 answer.txt\n#0V%T\n`\nend\n\nKind regards\nbegin with care\n");
        mail.Body.ShouldBe("Please find our answer:\n\n\nKind regards\nbegin with care");
        var file = mail.Attachments.ShouldHaveSingleItem();
        (file.Name, file.Text()).ShouldBe(("answer.txt", "Cat"));
    }

    [Fact]
    public void Uuencode_as_transfer_encoding_is_read() => Attached("x-uuencode", "begin 644 a\n#0V%T\n`\nend\n").Text().ShouldBe("Cat");

    [Fact]
    public void Paragraphs_broken_for_transport_are_whole_again()
    {
        var mail = RawMail.Read(RawMail.Start + "Content-Type: text/plain; format=flowed\n\nOne \ntwo\nthree\n> quoted \n> on\n  indented\n-- \nJoe");
        mail.Body.ShouldBe("One two\nthree\n> quoted on\n indented\n-- \nJoe");
    }

    [Fact]
    public void A_text_of_many_megabytes_is_cut_and_said_to_be()
    {
        var mail = RawMail.Read(Encoding.ASCII.GetBytes("From: a@x.example\r\n\r\n" + new string('x', 9 * 1024 * 1024)));
        mail.Body.Length.ShouldBe(8 * 1024 * 1024);
        mail.Problems.ShouldContain("The text is longer than 8 MB; only its beginning was read.");
    }

    private static MailPart Attached(string encoding, string content) => RawMail
        .Read($"{RawMail.Start}Content-Type: application/octet-stream\nContent-Transfer-Encoding: {encoding}\n\n{content}")
        .Attachments.ShouldHaveSingleItem();
}
