using FoiPipeline.Core.Ports;
using FoiPipeline.Documents;
using FoiPipeline.Documents.Native;
using FoiPipeline.Documents.Pdf;

namespace FoiPipeline.Tests.Documents;

public sealed class PdfTests
{
    public PdfTests() => Some.NeedsPdfToText();

    [Fact]
    public async Task Each_page_is_a_passage_with_its_number_and_the_method_names_the_version()
    {
        var text = await Some.Read(PdfFile.Of(["FOI 658", "1. Yes (see page 2)."], ["2. None."]), "x.bin", "application/octet-stream");

        text.Type.ShouldBe("pdf");
        text.Method.ShouldMatch("^pdftotext [0-9.]+$");
        text.Pages.ShouldBe(2);
        text.Passages.Select(p => (p.Page, p.Place, p.Text)).ShouldBe([(1, "", "FOI 658\n1. Yes (see page 2)."), (2, "", "2. None.")]);
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task In_a_tight_table_each_answer_follows_its_question()
    {
        var pdf = PdfFile.At(
        [
            (60, 780, "1. Do you have a policy on the use"), (60, 768, "of social value?"), (300, 780, "Yes, and a copy is attached to this"), (300, 768, "letter for you."),
            (60, 754, "2. How many procurements?"), (300, 754, "Two"), (60, 740, "3. Who is responsible?"), (300, 740, "The Chief Finance Officer"),
        ]);

        var text = (await Some.Read(pdf)).Text;

        string[] order = ["1. Do you", "social value?", "Yes, and", "2. How", "Two", "3. Who", "The Chief"];
        order.Select(w => text.IndexOf(w, StringComparison.Ordinal)).ShouldBeInOrder();
        text.ShouldContain("of social value?\nYes, and");
    }

    [Fact]
    public async Task Columns_written_one_after_the_other_stay_apart()
    {
        var left = Enumerable.Range(1, 6).Select(i => (60.0, 780.0 - (12 * i), $"left line {i} of the first column"));
        var right = Enumerable.Range(1, 6).Select(i => (310.0, 780.0 - (12 * i), $"right line {i} of the second"));

        var text = (await Some.Read(PdfFile.At([.. left, .. right]))).Text;

        text.IndexOf("left line 6", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("right line 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hyphen_at_a_lines_end_stays_since_it_may_belong_to_a_year_or_an_address()
    {
        var text = (await Some.Read(PdfFile.Of(["the figures for 2015-", "16 are held by foi-", "team@ccg.example"]))).Text;

        text.ShouldBe("the figures for 2015-\n16 are held by foi-\nteam@ccg.example");
    }

    [Fact]
    public async Task Pages_without_text_are_named()
    {
        var text = await Some.Read(PdfFile.Of(["one"], [], ["three"], []));

        text.Pages.ShouldBe(4);
        text.Passages.Select(p => p.Page).ShouldBe([1, 3]);
        text.Problem.ShouldNotBeNull().ShouldContain("2 pages of 4 have no text (2, 4)");
    }

    [Fact]
    public async Task A_pdf_without_any_text_looks_like_a_scan()
    {
        var text = await Some.Read(PdfFile.Of([], []));

        text.Type.ShouldBe("pdf");
        text.Text.ShouldBeEmpty();
        text.Pages.ShouldBe(2);
        text.Problem.ShouldNotBeNull().ShouldStartWith("This looks like a scan: 2 pages without a text layer.");
    }

    [Fact]
    public async Task A_password_is_asked_of_the_authority()
    {
        var text = await Some.Read(PdfFile.Protected("secret", "the answer"));

        text.Type.ShouldBe("pdf");
        text.Passages.ShouldBeEmpty();
        text.Problem.ShouldNotBeNull().ShouldContain("Ask the authority for the password");
    }

    [Fact]
    public async Task A_pdf_that_only_restricts_copying_can_still_be_read()
    {
        var text = await Some.Read(PdfFile.Protected("", "the answer"));

        text.Text.ShouldBe("the answer");
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_pdf_that_is_none_is_said_to_be_damaged()
    {
        var text = await Some.Read("%PDF-1.4\nthis is not what it seems"u8.ToArray());

        text.Type.ShouldBe("pdf");
        text.Problem.ShouldNotBeNull().ShouldContain("damaged or cut short");
    }

    [Fact]
    public async Task A_pdf_cut_anywhere_is_never_taken_for_whole()
    {
        var whole = PdfFile.Of(["one"], ["two"], ["three"]);
        for (var length = 9; length < whole.Length - 6; length += whole.Length / 12)
        {
            (await Some.Read(whole[..length])).Problem.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Text_around_a_damaged_page_is_kept_with_a_warning()
    {
        var pdf = Some.Latin1(System.Text.Encoding.Latin1.GetString(PdfFile.Of(["one"], ["two"], ["three"])).Replace("[5 0 R 7 0 R", "[5 0 R 99 0 R", StringComparison.Ordinal));

        var text = await Some.Read(pdf);

        text.Text.ShouldContain("one");
        text.Text.ShouldContain("three");
        text.Problem.ShouldNotBeNull().ShouldContain("damaged");
    }

    [Fact]
    public async Task Bytes_before_the_header_do_no_harm()
    {
        (await Some.Read([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. PdfFile.Of(["the answer"])])).Text.ShouldBe("the answer");
    }

    [Fact]
    public async Task Adobes_placeholder_page_is_not_taken_for_an_answer()
    {
        var text = await Some.Read(PdfFile.Of(["Please wait...", "If this message is not eventually replaced by the proper contents"]));

        text.Problem.ShouldNotBeNull().ShouldContain("only Adobe Reader shows");
    }

    [Fact]
    public async Task More_text_than_is_read_is_cut_and_said()
    {
        var text = await Some.Read(PdfFile.Of([new string('a', 80)], [new string('b', 80)]), limits: new ExtractionLimits { TextCharacters = 100 });

        text.Text.Replace("\n", "", StringComparison.Ordinal).Length.ShouldBe(100);
        text.Problem.ShouldNotBeNull().ShouldContain("first 100 characters");
    }

    [Fact]
    public async Task A_reader_out_of_time_says_so_and_leaves_nothing_behind()
    {
        var place = Directory.CreateTempSubdirectory("foi-test-").FullName;
        var pages = Enumerable.Range(0, 200).Select(i => Enumerable.Repeat($"line of page {i}", 50).ToArray()).ToArray();

        var text = await Some.Read(PdfFile.Of(pages), limits: new ExtractionLimits { ToolTime = TimeSpan.FromMilliseconds(1), TemporaryFolder = place });

        text.Problem.ShouldNotBeNull().ShouldContain("took too long");
        Directory.EnumerateFileSystemEntries(place).ShouldBeEmpty();
        Directory.Delete(place);
    }

    [Fact]
    public async Task A_missing_tool_is_named_with_its_debian_package()
    {
        var fault = await Should.ThrowAsync<ToolMissingException>(() => PdfToText.FindAsync(new NativeTool(), CancellationToken.None, "a-tool-that-nobody-has"));

        fault.Message.ShouldContain("poppler-utils");
    }

    [Fact]
    public async Task A_temporary_folder_that_cannot_be_written_is_told_to_the_caller_and_not_blamed_on_the_pdf()
    {
        var limits = new ExtractionLimits { TemporaryFolder = "/proc/nowhere" };

        await Should.ThrowAsync<StoreUnavailableException>(() => Some.Read(PdfFile.Of(["x"]), limits: limits));
    }
}
