using System.IO.Compression;
using System.Text;
using FoiPipeline.Documents;
using static FoiPipeline.Tests.Documents.WordFile;

namespace FoiPipeline.Tests.Documents;

public sealed class WordHostileTests
{
    [Fact]
    public async Task A_document_type_declaration_is_refused_and_fetches_nothing()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "the secret");
        var xml = $"<!DOCTYPE d [<!ENTITY x SYSTEM \"file://{secret}\">]><w:document xmlns:w=\"{W}\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";

        var text = await Some.Read(WithMain(xml).ToBytes());

        text.Type.ShouldBe("docx");
        text.Text.ShouldBeEmpty();
        text.Problem.ShouldNotBeNull().ShouldContain("document type declaration");
        File.Delete(secret);
    }

    [Fact]
    public async Task A_part_that_unpacks_beyond_the_limit_is_cut_and_says_so()
    {
        var text = await Some.Read(WithBody(P("before") + new string(' ', 3_000_000) + P("after")).ToBytes(), limits: new ExtractionLimits { PartBytes = 1_000_000 });

        text.Text.ShouldBe("before");
        text.Problem.ShouldNotBeNull().ShouldContain("larger than is read");
    }

    [Fact]
    public async Task The_limit_holds_for_all_parts_together()
    {
        var bytes = WithBody(P("body")).Styles(new string(' ', 900_000)).Numbering(new string(' ', 900_000)).ToBytes();

        var text = await Some.Read(bytes, limits: new ExtractionLimits { PackageBytes = 1_000_000 });

        text.Problem.ShouldNotBeNull().ShouldContain("larger than is read");
    }

    [Fact]
    public async Task A_tag_with_too_many_attributes_is_not_handed_on()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"a{i}=''"));

        var text = await Some.Read(WithBody(P("before") + $"<w:p {attributes}/>" + P("after")).ToBytes());

        text.Text.ShouldBe("before");
        text.Problem.ShouldNotBeNull().ShouldContain("larger than is read");
    }

    [Fact]
    public async Task A_paragraph_longer_than_any_buffer_is_read_whole()
    {
        var words = string.Join(' ', Enumerable.Range(0, 20_000));

        (await Some.Read(WithBody(P(words)).ToBytes())).Text.ShouldBe(words);
    }

    [Fact]
    public async Task Too_much_text_is_cut_and_says_so()
    {
        var text = await Some.Read(WithBody(P("12345") + P("67890") + P("x")).ToBytes(), limits: new ExtractionLimits { TextCharacters = 8 });

        text.Passages.Select(p => p.Text).ShouldBe(["12345", "678"]);
        text.Problem.ShouldNotBeNull().ShouldContain("holds more text than is read");
    }

    [Fact]
    public async Task Too_many_paragraphs_are_cut_and_said()
    {
        var text = await Some.Read(WithBody(string.Concat(Enumerable.Repeat(P("a"), 50))).ToBytes(), limits: new ExtractionLimits { Passages = 20 });

        text.Passages.Count.ShouldBe(20);
        text.Problem.ShouldNotBeNull().ShouldContain("more paragraphs than are read");
    }

    [Theory]
    [InlineData("w:p")]
    [InlineData("w:tbl")]
    [InlineData("w:sdt")]
    [InlineData("unknown")]
    public async Task A_million_levels_end_the_reading_not_the_program(string element)
    {
        var deep = new StringBuilder();
        deep.Insert(0, $"<{element}>", 1_000_000);

        var text = await Some.Read(WithBody(P("before") + deep).ToBytes());

        text.Text.ShouldBe("before");
        text.Problem.ShouldNotBeNull().ShouldContain("nested deeper");
    }

    [Fact]
    public async Task Tables_within_tables_to_the_deepest_level_are_read()
    {
        var nested = P("core");
        for (var i = 0; i < 60; i++)
        {
            nested = "<w:tbl>" + Row(P($"l{i}"), nested) + "</w:tbl>";
        }

        var text = await Some.Read(WithBody(nested).ToBytes());

        text.Problem.ShouldBeNull();
        text.Text.ShouldEndWith("l1 | l0 | core");
    }

    [Fact]
    public async Task Thousands_of_parts_are_looked_at_up_to_the_limit()
    {
        var file = WithBody(P("text"));
        for (var i = 0; i < 3000; i++)
        {
            file.Part($"customXml/item{i}.xml", "<x/>");
        }

        (await Some.Read(file.ToBytes())).Problem.ShouldBeNull();
        var text = await Some.Read(file.ToBytes(), limits: new ExtractionLimits { PackageParts = 100 });
        text.Text.ShouldBe("text");
        text.Problem.ShouldNotBeNull().ShouldContain("more parts");
    }

    [Fact]
    public async Task A_document_without_its_main_part_says_what_is_missing()
    {
        var text = await Some.Read(WithBody(P("text")).Part("word/styles.xml", "<x/>").Without("word/document.xml").ToBytes());

        text.Type.ShouldBe("docx");
        text.Problem.ShouldNotBeNull().ShouldContain("is missing");
    }

    [Fact]
    public async Task Broken_xml_keeps_what_stands_before_the_break()
    {
        var text = await Some.Read(WithMain($"<w:document xmlns:w=\"{W}\"><w:body>{P("one")}{P("two")}<w:p><w:r><w:t>half").ToBytes());

        text.Passages.Select(p => p.Text).ShouldBe(["one", "two", "half"]);
        text.Problem.ShouldNotBeNull().ShouldContain("is damaged: the text after paragraph 3 is missing");
    }

    [Fact]
    public async Task A_document_cut_anywhere_is_never_taken_for_whole_and_what_arrived_is_read()
    {
        var random = new Random(5);
        var body = string.Concat(Enumerable.Range(0, 300).Select(i => P($"paragraph {i} {random.NextInt64()}")));
        var whole = WithBody(body).Styles("").ToBytes();
        var kept = 0;
        for (var length = 30; length < whole.Length; length += Math.Max(1, whole.Length / 60))
        {
            var text = await Some.Read(whole[..length]);
            text.Problem.ShouldNotBeNull();
            kept = Math.Max(kept, text.Passages.Count);
        }

        kept.ShouldBe(300);
    }

    [Fact]
    public async Task Any_flipped_byte_is_answered_not_thrown()
    {
        var random = new Random(9);
        var whole = WithBody(P("one") + Item(1, 0, "two")).Numbering("<w:num w:numId=\"1\"/>").ToBytes();
        for (var i = 0; i < 500; i++)
        {
            var flipped = whole.ToArray();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            (await Some.Read(flipped)).Problem?.ShouldNotContain("Exception");
        }
    }

    [Fact]
    public async Task A_field_that_never_ends_is_said_to_hide_text()
    {
        var text = await Some.Read(WithBody(P("before") + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + P("swallowed")).ToBytes());

        text.Text.ShouldBe("before");
        text.Problem.ShouldNotBeNull().ShouldContain("field");
    }

    [Fact]
    public async Task Entries_that_stand_nowhere_are_no_document()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            _ = zip.CreateEntry("../../etc/passwd");
        }

        (await Some.Read(stream.ToArray())).Type.ShouldBe("zip");
    }
}
