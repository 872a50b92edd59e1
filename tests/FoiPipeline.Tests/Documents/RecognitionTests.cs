using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Documents;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("{\\rtf1\\ansi Dear Sir}", "rtf", "Rich Text")]
    [InlineData("\u0089PNG\r\n\u001a\n????", "image", "picture")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0??", "image", "picture")]
    [InlineData("II*\0????????????", "image", "TIFF")]
    [InlineData("\u0078\u009F\u003E\u0022??", "winmail", "winmail.dat")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C???", "7z", "archive")]
    [InlineData("\u001F\u008B\u0008\0\0\0", "gzip", "packed")]
    [InlineData("MZ\u0090\0\u0003\0\0\0\u0004\0", "program", "Do not open")]
    public async Task A_format_that_is_not_read_is_named_with_advice(string latin1, string type, string words)
    {
        var text = await Some.Read(Some.Latin1(latin1), "reply.pdf", "application/pdf");

        text.Type.ShouldBe(type);
        text.Method.ShouldBe("none");
        text.Passages.ShouldBeEmpty();
        text.Problem.ShouldNotBeNull().ShouldContain(words);
        text.Problem.ShouldContain("this version reads text, HTML, PDF and Word (.docx)");
    }

    [Fact]
    public async Task A_text_that_calls_itself_a_pdf_is_read_and_doubted()
    {
        var text = await Some.Read(Some.Latin1("We do not hold this information."), "response.pdf", "application/pdf");

        text.Type.ShouldBe("text");
        text.Text.ShouldBe("We do not hold this information.");
        text.Problem.ShouldNotBeNull().ShouldContain("called pdf but is plain text");
    }

    [Theory]
    [InlineData("xl/workbook.xml", "xlsx", "an Excel workbook (.xlsx)")]
    [InlineData("ppt/presentation.xml", "pptx", "PowerPoint")]
    public async Task An_office_package_is_known_by_its_parts(string part, string type, string words)
    {
        var bytes = WordFile.WithBody("").Without("word/document.xml").Part(part, "<x/>").ToBytes();

        var text = await Some.Read(bytes, "answer.docx");

        text.Type.ShouldBe(type);
        text.Problem.ShouldNotBeNull().ShouldContain(words);
    }

    [Fact]
    public async Task A_plain_archive_is_a_zip_even_when_a_folder_in_it_is_called_word()
    {
        var bytes = WordFile.WithBody("").Without("[Content_Types].xml").ToBytes();

        (await Some.Read(bytes)).Type.ShouldBe("zip");
    }

    [Fact]
    public async Task An_open_document_is_known_by_its_first_entry()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open();
            entry.Write("application/vnd.oasis.opendocument.text"u8);
        }

        (await Some.Read(stream.ToArray(), "letter.docx")).Type.ShouldBe("odt");
    }

    [Theory]
    [InlineData("WordDocument", "doc")]
    [InlineData("Workbook", "xls")]
    [InlineData("__properties_version1.0", "msg")]
    [InlineData("EncryptedPackage", "encrypted")]
    [InlineData("Something", "ole")]
    public async Task An_old_office_file_is_known_by_the_roots_own_entries(string entry, string type)
    {
        (await Some.Read(CompoundFile("Contents", entry))).Type.ShouldBe(type);
    }

    [Fact]
    public async Task A_compound_file_cut_or_tangled_anywhere_never_throws()
    {
        var whole = CompoundFile("Contents", "WordDocument");
        for (var length = 8; length < whole.Length; length += 7)
        {
            (await Some.Read(whole[..length])).Problem.ShouldNotBeNull();
        }

        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var tangled = whole.ToArray();
            tangled[random.Next(8, tangled.Length)] = (byte)random.Next(256);
            (await Some.Read(tangled)).Problem.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData(" \r\n\t ")]
    public async Task An_empty_file_says_so(string latin1)
    {
        var text = await Some.Read(Some.Latin1(latin1), "answer.pdf");

        text.Type.ShouldBe("empty");
        text.Problem.ShouldNotBeNull().ShouldContain("send it again");
    }

    [Fact]
    public async Task Noise_is_unknown_and_the_claim_of_its_name_is_doubted()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);

        var text = await Some.Read(noise, "answer.pdf");

        text.Type.ShouldBe("unknown");
        text.Problem.ShouldNotBeNull().ShouldContain(".pdf");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Yes</p>")]
    [InlineData("\r\n<!-- saved --> <HTML><body>Yes</body></HTML>")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>Yes</p></html>")]
    [InlineData("<table><tr><td>Yes</td></tr></table>")]
    public async Task A_web_page_is_html_whatever_it_is_called(string html)
    {
        var text = await Some.Read(Encoding.UTF8.GetBytes(html), "figures.xls", "application/vnd.ms-excel");

        text.Type.ShouldBe("html");
        text.Method.ShouldBe("html");
        text.Text.ShouldContain("Yes");
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_web_page_of_pictures_says_that_it_holds_no_text()
    {
        (await Some.Read("<html><img src=a.png></html>"u8.ToArray())).Problem.ShouldNotBeNull().ShouldContain("no text");
    }

    [Theory]
    [InlineData("<nobody@ccg.example> wrote: no.")]
    [InlineData("MZ is the code of Mozambique.")]
    [InlineData("BM25 is a ranking function, by the way.")]
    [InlineData("From: A\nTo: B\nSubject: C\n\nDear B")]
    [InlineData("We sent you a file that begins with %PDF-1.4 last week.")]
    public async Task A_text_that_begins_strangely_is_still_text(string text)
    {
        var read = await Some.Read(Encoding.UTF8.GetBytes(text));

        read.Type.ShouldBe("text");
        read.Text.ShouldBe(text);
    }

    [Fact]
    public async Task A_mail_saved_as_a_file_is_not_read_as_a_text()
    {
        var mail = "Received: from a by b\r\n\tfor c\r\nMessage-ID: <1@ccg.example>\r\nFrom: foi@ccg.example\r\nSubject: x\r\n\r\nZm9v";

        (await Some.Read(Some.Latin1(mail), "reply.txt", "text/plain")).Type.ShouldBe("mail");
    }

    [Fact]
    public async Task Cancellation_escapes()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => Some.Extractor().ExtractAsync(new DocumentContent("", "", "text"u8.ToArray()), cancel.Token));
    }

    [Fact]
    public async Task Any_beginning_of_any_signature_and_any_noise_after_it_is_answered_not_thrown()
    {
        var random = new Random(3);
        string[] starts = ["%PDF-1.7\n", "PK\u0003\u0004", "PK\u0005\u0006", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "\u0030\u0082", "BM", "\u00FF\u00FE", "<html>"];
        foreach (var start in starts.Where(s => s[0] != '%'))
        {
            for (var length = 0; length < 200; length += 9)
            {
                var noise = new byte[length];
                random.NextBytes(noise);
                (await Some.Read([.. Some.Latin1(start), .. noise])).Type.ShouldNotBeEmpty();
            }
        }
    }

    /// <summary>The smallest compound file with these entries in its root: header, allocation table, directory.</summary>
    private static byte[] CompoundFile(params string[] entries)
    {
        var file = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Word(file, 30, 9);
        Long(file, 44, 1);
        Long(file, 48, 1);
        Long(file, 76, 0);
        Long(file, 512, 0xFFFFFFFD);
        Long(file, 516, 0xFFFFFFFE);
        Entry(file, 0, "Root Entry", child: 1, right: uint.MaxValue);
        for (var i = 0; i < entries.Length; i++)
        {
            Entry(file, i + 1, entries[i], child: uint.MaxValue, right: i + 1 < entries.Length ? (uint)i + 2 : uint.MaxValue);
        }

        return file;
    }

    private static void Entry(byte[] file, int index, string name, uint child, uint right)
    {
        var at = 1024 + (128 * index);
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Word(file, at + 64, (ushort)((name.Length + 1) * 2));
        Long(file, at + 68, uint.MaxValue);
        Long(file, at + 72, right);
        Long(file, at + 76, child);
    }

    private static void Word(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Long(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
