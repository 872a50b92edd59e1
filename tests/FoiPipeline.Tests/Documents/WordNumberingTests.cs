using FoiPipeline.Documents.Word;
using static FoiPipeline.Tests.Documents.WordFile;

namespace FoiPipeline.Tests.Documents;

public sealed class WordNumberingTests
{
    private static readonly string Outline = List(1, Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2"), Level(2, "lowerLetter", "(%3)"), Level(3, "lowerRoman", "%4)"));

    [Fact]
    public async Task Levels_count_for_themselves_and_start_again_below_a_higher_one()
    {
        var body = Item(1, 0, "a") + Item(1, 1, "b") + Item(1, 1, "c") + Item(1, 2, "d") + Item(1, 2, "e") + Item(1, 3, "f") + P("between") + Item(1, 0, "g") + Item(1, 1, "h") + Item(1, 2, "i");

        (await Lines(body, Outline + Num(1, 1))).ShouldBe(["1. a", "1.1 b", "1.2 c", "(a) d", "(b) e", "i) f", "between", "2. g", "2.1 h", "(a) i"]);
    }

    [Fact]
    public async Task A_level_used_without_the_one_above_it_shows_that_one_as_begun()
    {
        (await Lines(Item(1, 1, "a") + Item(1, 1, "b"), Outline + Num(1, 1))).ShouldBe(["1.1 a", "1.2 b"]);
    }

    [Fact]
    public async Task Two_numbers_of_one_list_count_on_and_one_with_a_start_of_its_own_begins_again()
    {
        var restart = "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
        var body = Item(1, 0, "a") + Item(1, 0, "b") + Item(2, 0, "c") + Item(3, 0, "d") + Item(3, 0, "e");

        (await Lines(body, Outline + Num(1, 1) + Num(2, 1) + restart)).ShouldBe(["1. a", "2. b", "3. c", "1. d", "2. e"]);
    }

    [Fact]
    public async Task A_number_may_replace_a_level()
    {
        var own = $"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">{Level(0, "upperRoman", "Q%1:", start: 4)}</w:lvlOverride></w:num>";

        (await Lines(Item(2, 0, "a") + Item(2, 0, "b"), Outline + own)).ShouldBe(["QIV: a", "QV: b"]);
    }

    [Fact]
    public async Task Bullets_are_dashes_and_a_number_zero_is_none()
    {
        (await Lines(Item(1, 0, "a") + Item(0, 0, "b"), List(1, Level(0, "bullet", "\uF0B7")) + Num(1, 1))).ShouldBe(["- a", "b"]);
    }

    [Fact]
    public async Task A_level_that_never_starts_again_goes_on_counting()
    {
        var list = List(1, Level(0, "upperLetter", "%1."), Level(1, "decimal", "%2.", extra: "<w:lvlRestart w:val=\"0\"/>"));

        (await Lines(Item(1, 0, "a") + Item(1, 1, "b") + Item(1, 0, "c") + Item(1, 1, "d"), list + Num(1, 1))).ShouldBe(["A. a", "1. b", "B. c", "2. d"]);
    }

    [Fact]
    public async Task Legal_numbering_shows_all_levels_as_decimal_numbers()
    {
        var list = List(1, Level(0, "upperRoman", "%1."), Level(1, "decimal", "%1.%2", extra: "<w:isLgl/>"));

        (await Lines(Item(1, 0, "a") + Item(1, 1, "b"), list + Num(1, 1))).ShouldBe(["I. a", "1.1 b"]);
    }

    [Fact]
    public async Task A_style_may_number_its_paragraphs_and_styles_based_on_it()
    {
        var list = List(1, Level(0, "decimal", "%1.", extra: "<w:pStyle w:val=\"H1\"/>"), Level(1, "decimal", "%1.%2.", extra: "<w:pStyle w:val=\"H2\"/>"));
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:basedOn w:val=\"H2\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
        var body = P("a", Style("H1")) + P("b", Style("H2")) + P("c", Style("Mine")) + P("d", Style("Loop")) + P("e", Style("H1") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>");

        var text = await Some.Read(WithBody(body).Numbering(list + Num(1, 1)).Styles(styles).ToBytes());

        text.Passages.Select(p => p.Text).ShouldBe(["1. a", "1.1. b", "1.2. c", "d", "e"]);
    }

    [Fact]
    public async Task A_list_may_take_its_levels_from_a_list_style()
    {
        var linked = "<w:abstractNum w:abstractNumId=\"5\"><w:numStyleLink w:val=\"MyList\"/></w:abstractNum>";
        var defining = "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"MyList\"/>" + Level(0, "decimal", "%1)") + "</w:abstractNum>";

        (await Lines(Item(2, 0, "a") + Item(1, 0, "b"), linked + defining + Num(1, 1) + Num(2, 5))).ShouldBe(["1) a", "2) b"]);
    }

    [Fact]
    public async Task A_deleted_paragraph_takes_no_number_but_an_empty_one_does()
    {
        var deleted = P("", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr>");

        (await Lines(Item(1, 0, "a") + deleted + Item(1, 0, "b") + Item(1, 0, "") + Item(1, 0, "c"), Outline + Num(1, 1))).ShouldBe(["1. a", "2. b", "4. c"]);
    }

    [Theory]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(1999, "upperRoman", "MCMXCIX")]
    [InlineData(4000, "upperRoman", "4000")]
    [InlineData(26, "lowerLetter", "z")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(2_000_000_000, "upperLetter", "2000000000")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(22, "ordinal", "22nd")]
    [InlineData(112, "ordinal", "112th")]
    [InlineData(3, "cardinalText", "Three")]
    [InlineData(3, "ordinalText", "Third")]
    [InlineData(3, "none", "")]
    [InlineData(3, "ideographDigital", "3")]
    public void A_counter_is_written_in_the_formats_of_letters(int number, string format, string text) => NumberFormat.Write(number, format).ShouldBe(text);

    [Theory]
    [InlineData("<w:abstractNum/>")]
    [InlineData("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"99\"/></w:num>")]
    [InlineData("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"77\"/><w:lvl w:ilvl=\"x\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>")]
    [InlineData("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"99999999999\"/><w:lvlText/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>")]
    public async Task Numbering_that_leads_nowhere_leaves_the_text(string numbering)
    {
        (await Lines(Item(1, 0, "a") + Item(1, 200, "b"), numbering)).ShouldBe(["a", "b"]);
    }

    private static async Task<IEnumerable<string>> Lines(string body, string numbering) =>
        (await Some.Read(WithBody(body).Numbering(numbering).ToBytes())).Passages.Select(p => p.Text);

    private static string List(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    private static string Level(int index, string format, string look, int start = 1, string extra = "") =>
        $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{extra}<w:lvlText w:val=\"{look}\"/></w:lvl>";

    private static string Num(int id, int list) => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/></w:num>";

    private static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";
}
