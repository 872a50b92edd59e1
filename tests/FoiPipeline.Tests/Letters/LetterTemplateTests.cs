using FoiPipeline.Core.Letters;

namespace FoiPipeline.Tests.Letters;

public sealed class LetterTemplateTests
{
    [Fact]
    public void Fields_are_found_with_line_and_column()
    {
        var template = LetterTemplate.Parse("Dear {{ Authority.Name }},\r\n\r\n  {{questions}} and {{x}}");

        template.Fields.ShouldBe([new MergeField("authority.name", 1, 6), new MergeField("questions", 3, 3), new MergeField("x", 3, 21)]);
        template.Unclosed.ShouldBeEmpty();
    }

    [Fact]
    public void Braces_that_are_not_closed_on_their_line_are_told_and_swallow_nothing()
    {
        var template = LetterTemplate.Parse("a {{name\n{{other}} {{ {{third}} {{end");

        template.Unclosed.Select(f => (f.Line, f.Column)).ShouldBe([(1, 3), (2, 11), (2, 24)]);
        template.Fields.Select(f => f.Name).ShouldBe(["other", "third"]);
    }

    [Fact]
    public void A_value_that_looks_like_a_field_stays_as_it_is()
    {
        var letter = LetterTemplate.Parse("{{a}} {{b}}").Render(name => name == "a" ? "{{b}}" : "second");

        letter.ShouldBe("{{b}} second\n");
    }

    [Fact]
    public void Lines_of_a_value_keep_the_indentation_of_its_field()
    {
        var letter = LetterTemplate.Parse("Questions:\n    {{q}}\nEnd: {{q}}").Render(_ => "one\n\ntwo");

        letter.ShouldBe("Questions:\n    one\n\n    two\nEnd: one\n\ntwo\n");
    }

    [Fact]
    public void An_empty_value_leaves_no_blanks_at_the_end_of_its_line() =>
        LetterTemplate.Parse("Dear {{x}}\nEnd").Render(_ => "").ShouldBe("Dear\nEnd\n");

    [Fact]
    public void An_unknown_field_is_refused_and_not_sent() =>
        Should.Throw<FormatException>(() => LetterTemplate.Parse("a\n {{nope}}").Render(_ => null)).Message.ShouldContain("Line 2, column 2");

    [Fact]
    public void A_long_row_of_open_braces_takes_no_long_time()
    {
        var template = LetterTemplate.Parse(string.Concat(Enumerable.Repeat("{{a\n", 100_000)));

        template.Unclosed.Count.ShouldBe(100_000);
        template.Unclosed[^1].Line.ShouldBe(100_000);
    }
}
