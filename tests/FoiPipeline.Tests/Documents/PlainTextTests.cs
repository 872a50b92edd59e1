using System.Text;
using FoiPipeline.Documents;

namespace FoiPipeline.Tests.Documents;

public sealed class PlainTextTests
{
    private const string Words = "The cost was £1,200 – “none” of it in Ynys Môn.";

    public static TheoryData<string, byte[]> Charsets() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Words) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)] },
        { "UTF-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)] },
        { "UTF-16BE with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)] },
        { "UTF-32 with mark", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Words)] },
        { "UTF-16 without", Encoding.Unicode.GetBytes(Words) },
        { "UTF-16BE without", Encoding.BigEndianUnicode.GetBytes(Words) },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Words) },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public async Task The_same_words_are_read_in_every_charset(string charset, byte[] bytes)
    {
        var text = await Some.Read(bytes);

        text.Type.ShouldBe("text", charset);
        text.Text.ShouldBe(Words, charset);
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_charset_named_by_the_sender_is_used_where_the_bytes_leave_it_open()
    {
        var polish = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("Dziękujemy za wniosek, Łódź");

        (await Some.Read(polish, "", "text/plain; charset=\"windows-1250\"")).Text.ShouldBe("Dziękujemy za wniosek, Łódź");
    }

    [Fact]
    public async Task One_stray_byte_does_not_spoil_a_text_in_utf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("£1 £2 £3 £4 £5 £6"), 0xA3, .. " end"u8];

        (await Some.Read(bytes)).Text.ShouldStartWith("£1 £2 £3");
    }

    [Fact]
    public async Task Paragraphs_are_passages_and_line_ends_are_one_kind()
    {
        var text = await Some.Read("1. Yes.\r\nIt is attached.  \r\n\r\n\r\n\r\n2. None.\rNot held.\n"u8.ToArray());

        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe([("p1", "1. Yes.\nIt is attached."), ("p2", "2. None.\nNot held.")]);
        text.Passages.ShouldAllBe(p => p.Page == null);
    }

    [Fact]
    public async Task Characters_that_hide_or_turn_words_are_taken_out()
    {
        var text = await Some.Read(Encoding.UTF8.GetBytes("not\u200B held \u202Edleh\u202C con\u00AD\ntract\u00A0ﬁle \u0007bell\u001b[31m x\uF0FC and more words to make it text"));

        text.Text.ShouldBe("not held dleh contract file bell[31m x✓ and more words to make it text");
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_cut_and_says_so()
    {
        var text = await Some.Read(Encoding.ASCII.GetBytes(new string('a', 5000)), limits: new ExtractionLimits { TextCharacters = 1000 });

        text.Text.Length.ShouldBe(1000);
        text.Problem.ShouldNotBeNull().ShouldContain("1,000 characters");
    }

    [Fact]
    public async Task Two_hundred_megabytes_of_text_are_read_to_the_limit_only()
    {
        var bytes = new byte[200 << 20];
        bytes.AsSpan().Fill((byte)'a');

        var text = await Some.Read(bytes, limits: new ExtractionLimits { TextCharacters = 100_000 });

        text.Text.Length.ShouldBe(100_000);
        text.Problem.ShouldNotBeNull();
    }
}
