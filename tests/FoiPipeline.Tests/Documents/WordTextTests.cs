using static FoiPipeline.Tests.Documents.WordFile;

namespace FoiPipeline.Tests.Documents;

public sealed class WordTextTests
{
    [Fact]
    public async Task Paragraphs_come_in_order_with_their_numbers()
    {
        var text = await Some.Read(WithBody(P("Dear Sir") + P("") + P("Yes, we do.")).ToBytes(), "x.bin");

        text.Type.ShouldBe("docx");
        text.Method.ShouldBe("docx");
        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe([("p1", "Dear Sir"), ("p3", "Yes, we do.")]);
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task The_strict_dialect_is_read_too_and_the_package_says_where_the_body_is()
    {
        var bytes = WithMain("").Without("word/document.xml")
            .Part("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
                + "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>")
            .Part("word/document2.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:t>Strict</w:t></w:r></w:p></w:body></w:document>")
            .ToBytes();

        (await Some.Read(bytes)).Text.ShouldBe("Strict");
    }

    [Fact]
    public async Task Tabs_breaks_hyphens_and_symbols_become_characters()
    {
        var run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e </w:t>"
            + "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>";

        (await Body($"<w:p>{run}</w:p>")).ShouldBe(["a\tb\nc-de ✓≥α"]);
        (await Body("<w:p><w:r><w:t>a</w:t><w:t> </w:t><w:t>b</w:t></w:r></w:p>")).ShouldBe(["a b"]);
    }

    [Fact]
    public async Task Tracked_changes_are_read_as_accepted()
    {
        var paragraph = "<w:p>" + Run("We ") + "<w:del><w:r><w:delText>do not </w:delText></w:r></w:del><w:ins>" + Run("do ") + "</w:ins>"
            + "<w:moveFrom>" + Run("moved ") + "</w:moveFrom>" + Run("hold it") + "<w:moveTo>" + Run(" moved") + "</w:moveTo></w:p>";

        (await Body(paragraph)).ShouldBe(["We do hold it moved"]);
    }

    [Fact]
    public async Task A_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_row_is_gone()
    {
        var joined = P("first ", "<w:rPr><w:del/></w:rPr>") + P("second");
        var table = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + P("gone") + "</w:tc></w:tr>" + Row(P("a"), P("b")) + "</w:tbl>";

        (await Body(joined + table)).ShouldBe(["first second", "a | b"]);
    }

    [Fact]
    public async Task A_table_is_read_row_by_row()
    {
        var table = "<w:tbl><w:tblPr/>" + Row(P("1. Policy?"), P("Yes.") + P("It is attached.")) + Row(P("2. How many?"), P("")) + Row(P(""), P("")) + "</w:tbl>";

        var text = await Some.Read(WithBody(P("Before") + table + P("After")).ToBytes());

        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe(
            [("p1", "Before"), ("t1r1", "1. Policy? | Yes.\nIt is attached."), ("t1r2", "2. How many? |"), ("p2", "After")]);
    }

    [Fact]
    public async Task A_table_within_a_cell_stays_in_its_cell()
    {
        var inner = "<w:tbl>" + Row(P("2015"), P("3")) + Row(P("2016"), P("5")) + "</w:tbl>";

        (await Body("<w:tbl>" + Row(P("Procurements"), inner + P("")) + "</w:tbl>")).ShouldBe(["Procurements | 2015 | 3\n2016 | 5"]);
    }

    [Fact]
    public async Task A_letter_framed_by_a_table_of_one_cell_keeps_its_paragraphs_and_tables_apart()
    {
        var inner = "<w:tbl>" + Row(P("Q"), P("A")) + "</w:tbl>";

        var text = await Some.Read(WithBody("<w:tbl>" + Row(P("Dear Sir") + inner + P("Yours")) + "</w:tbl>").ToBytes());

        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe([("t1r1", "Dear Sir"), ("t2r1", "Q | A"), ("t1r1", "Yours")]);
    }

    [Fact]
    public async Task Merged_cells_say_their_text_once()
    {
        var table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>" + P("Wide") + "</w:tc><w:tc>" + P("1") + "</w:tc></w:tr>"
            + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" + P("2") + "</w:tc></w:tr></w:tbl>";

        (await Body(table)).ShouldBe(["Wide | 1", "| 2"]);
    }

    [Fact]
    public async Task Content_controls_are_transparent_around_blocks_rows_cells_and_words()
    {
        static string Control(string content) => $"<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var table = "<w:tbl>" + Control("<w:tr>" + Control("<w:tc>" + P("c1") + "</w:tc>") + "<w:tc>" + P("c2") + "</w:tc></w:tr>") + "</w:tbl>";

        (await Body(Control(P("block")) + "<w:p>" + Control(Run("word")) + "</w:p>" + table)).ShouldBe(["block", "word", "c1 | c2"]);
    }

    [Fact]
    public async Task Of_a_field_the_result_is_read_and_not_the_instruction()
    {
        var nested = "<w:p>" + Run("On ") + Mark("begin") + Instruction(" IF ") + Mark("begin") + Instruction("MERGEFIELD x") + Mark("separate") + Run("hidden") + Mark("end")
            + Instruction(" = 1 ") + Mark("separate") + Run("3 May 2016") + Mark("end") + Run(".") + "</w:p>";
        var simple = "<w:p><w:fldSimple w:instr=\"PAGE\">" + Run("7") + "</w:fldSimple></w:p>";

        (await Body(nested + simple)).ShouldBe(["On 3 May 2016.", "7"]);
    }

    [Fact]
    public async Task Forms_show_their_boxes_and_choices()
    {
        static string Box(string inner) => $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>" + Instruction("FORM") + Mark("end");
        var paragraph = "<w:p>" + Run("Yes ") + Box("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") + Run(" No ") + Box("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>")
            + Run(" of ") + Box("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"one\"/><w:listEntry w:val=\"two\"/></w:ddList>") + "</w:p>";

        (await Body(paragraph)).ShouldBe(["Yes ☒ No ☐ of two"]);
    }

    [Fact]
    public async Task A_link_names_its_target_unless_the_words_do()
    {
        var body = "<w:p>" + Run("See ") + "<w:hyperlink r:id=\"l1\">" + Run("our website") + "</w:hyperlink>" + Run(".") + "</w:p>"
            + "<w:p><w:hyperlink r:id=\"l2\">" + Run("foi@ccg.example") + "</w:hyperlink></w:p>"
            + "<w:p>" + Mark("begin") + Instruction(" HYPERLINK \"https://ccg.example/foi\" ") + Mark("separate") + Run("here") + Mark("end") + "</w:p>"
            + "<w:p><w:hyperlink w:anchor=\"_Toc1\">" + Run("Contents") + "</w:hyperlink></w:p>";

        var text = await Some.Read(WithBody(body).Link("l1", "https://ccg.example/policy").Link("l2", "mailto:foi@ccg.example").ToBytes());

        text.Passages.Select(p => p.Text).ShouldBe(["See our website (https://ccg.example/policy).", "foi@ccg.example", "here (https://ccg.example/foi)", "Contents"]);
    }

    [Fact]
    public async Task A_text_box_is_read_once_though_it_is_written_twice()
    {
        var box = "<w:txbxContent>" + P("In the box") + "</w:txbxContent>";
        var body = "<w:p>" + Run("Anchor") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + P("Next");

        var text = await Some.Read(WithBody(body).ToBytes());

        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe([("p1", "Anchor"), ("p1", "In the box"), ("p2", "Next")]);
    }

    [Fact]
    public async Task An_older_programs_copy_is_read_where_the_newer_one_is_empty()
    {
        var body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback>" + "<w:t>old</w:t>" + "</mc:Fallback></mc:AlternateContent></w:r></w:p>";

        (await Body(body)).ShouldBe(["old"]);
    }

    [Fact]
    public async Task Headers_notes_footers_and_comments_have_their_places()
    {
        var body = "<w:p>" + Run("Text") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>" + Run(" more") + "<w:r><w:endnoteReference w:id=\"2\"/><w:commentReference w:id=\"0\"/></w:r></w:p>"
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:headerReference w:type=\"first\" r:id=\"h2\"/><w:footerReference r:id=\"footer\"/></w:sectPr>";
        var bytes = WithBody(body)
            .Linked("footnotes", "w:footnotes", "<w:footnote w:id=\"-1\" w:type=\"separator\">" + P("line") + "</w:footnote><w:footnote w:id=\"7\">" + P("Foot") + "</w:footnote>")
            .Linked("endnotes", "w:endnotes", "<w:endnote w:id=\"2\">" + P("End") + "</w:endnote>")
            .Linked("comments", "w:comments", "<w:comment w:id=\"0\" w:author=\"A\">" + P("Check this") + "</w:comment><w:comment w:id=\"9\">" + P("unused") + "</w:comment>")
            .Linked("header", "w:hdr", P("NHS Ashford CCG") + P("Kent"))
            .Linked("header", "w:hdr", P("NHS Ashford CCG") + P("Kent"), "h2")
            .Linked("footer", "w:ftr", P("Page 1"))
            .ToBytes();

        var text = await Some.Read(bytes);

        text.Passages.Select(p => (p.Place, p.Text)).ShouldBe(
        [
            ("header1", "NHS Ashford CCG\nKent"), ("p1", "Text [footnote 1] more [endnote 1]"), ("footnote1", "[footnote 1] Foot"), ("endnote1", "[endnote 1] End"),
            ("footer1", "Page 1"), ("comment1", "[comment] Check this"),
        ]);
        text.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Hidden_words_stay_hidden()
    {
        var body = "<w:p>" + Run("seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> too</w:t></w:r></w:p>";

        (await Body(body)).ShouldBe(["seen too"]);
    }

    [Fact]
    public async Task A_document_of_pictures_and_one_with_files_inside_say_so()
    {
        (await Some.Read(WithBody("<w:p><w:r><w:drawing><a:blip r:embed=\"x\"/></w:drawing></w:r></w:p>").ToBytes())).Problem.ShouldNotBeNull().ShouldContain("only pictures");
        (await Some.Read(WithBody(P("See file") + "<w:p><w:r><w:object><o:OLEObject r:id=\"x\"/></w:object></w:r></w:p>").ToBytes())).Problem.ShouldNotBeNull().ShouldContain("embedded");
        (await Some.Read(WithBody(P("")).ToBytes())).Problem.ShouldNotBeNull().ShouldContain("holds no text");
    }

    private static async Task<IEnumerable<string>> Body(string markup)
    {
        var text = await Some.Read(WithBody(markup).ToBytes());
        text.Problem.ShouldBeNull();
        return text.Passages.Select(p => p.Text);
    }

    private static string Mark(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Instruction(string words) => $"<w:r><w:instrText xml:space=\"preserve\">{words}</w:instrText></w:r>";
}
