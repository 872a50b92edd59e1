using System.Globalization;
using System.Text;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class RegisterFaultTests : IDisposable
{
    private const string Heading = "code,name,address,region\n";

    private readonly FolderOfARound _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_register_with_three_faults_gives_exactly_these_three()
    {
        var faults = _folder.Csv(Heading + "0 2,NHS A CCG,foi@a.example,North\n02P,,foi@b.example,North\n02Q,NHS C CCG,foi.c.example,North\n02R,NHS D CCG,foi@d.example,North\n")
            .Read().Faults;

        faults.Select(f => (f.File, f.Line, f.Severity)).ShouldBe(
        [
            ("authorities.csv", 2, FaultSeverity.Error), ("authorities.csv", 3, FaultSeverity.Error), ("authorities.csv", 4, FaultSeverity.Error),
        ]);
        faults.Select(f => f.What).ShouldBe(["The code '0 2' is not 2 to 12 letters and digits.", "The name is missing.", "The address 'foi.c.example' has no @."]);
        faults.ShouldAllBe(f => f.Remedy.Length > 0);
    }

    [Fact]
    public void A_good_folder_has_no_fault_and_gives_a_round()
    {
        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.Round.ShouldNotBeNull().Authorities.Select(a => a.Id.Value).ShouldBe(["02N", "09C", "10Y"]);
        reading.Round.Authorities[0].Attribute("region").ShouldBe("North");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_numbers_are_right_behind_cells_of_several_lines(string newLine)
    {
        var text = Heading + "\n02N,NHS A CCG,foi@a.example,\"North\nand\n\nEast\"\n\n02P,NHS B CCG,nowhere,\"a\nb\"\n02Q,NHS C CCG,nowhere either,x\n";

        _folder.Csv(text.Replace("\n", newLine, StringComparison.Ordinal)).Read().Faults.Select(f => f.Line).ShouldBe([8, 10]);
    }

    [Theory]
    [InlineData("02N,NHS A CCG,foi@a.example,North", "stands here again")]
    [InlineData("02n,NHS B CCG,foi@b.example,North", "given a second time; line 2")]
    [InlineData("02P,NHS B CCG,,North", "The FOI address is missing")]
    [InlineData(",NHS B CCG,foi@b.example,North", "The code is missing")]
    [InlineData("1.00E+05,NHS B CCG,foi@b.example,North", "is not 2 to 12 letters")]
    [InlineData("02P,NHS B, C and D CCG,foi@b.example,North", "has 5 cells under 4 headings")]
    [InlineData("02P,NHS B CCG,foi@b.example", "has 3 cells under 4 headings")]
    [InlineData("02P,NHS B CCG,foi@b.example; foi@c.example,North", "more than one @")]
    [InlineData("02P,\"NHS B\" CCG,foi@b.example,North", "quotation marks of this row do not match")]
    [InlineData("02P,\"NHS B CCG,foi@b.example,North\n02Q,NHS C CCG,foi@c.example,North", "opened in this row and not closed")]
    public void A_faulty_row_gives_one_error_on_its_line(string row, string words)
    {
        var fault = _folder.Csv(Heading + "02N,NHS A CCG,foi@a.example,North\n" + row + "\n").Fault();

        (fault.Line, fault.Severity).ShouldBe((3, FaultSeverity.Error));
        fault.What.ShouldContain(words);
    }

    [Fact]
    public void A_mailbox_that_two_authorities_share_is_a_warning_that_names_both()
    {
        var reading = _folder.Csv(Heading + "02N,NHS A CCG,csu@nhs.example,x\n02P,NHS B CCG,foi@b.example,x\n02Q,NHS C CCG,CSU@nhs.example,x\n").Read();

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Severity).ShouldBe((4, FaultSeverity.Warning));
        fault.What.ShouldContain("NHS A CCG (02N, line 2)");
        fault.What.ShouldContain("NHS C CCG (02Q, line 4)");
        reading.Round.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("02P,NHS B CCG,foi@müller.example,North", "letters beyond a-z")]
    [InlineData("02P,\"NHS B\nCCG\",foi@b.example,North", "'NHS B CCG' has a line break")]
    [InlineData("02P,NHS \"B\" CCG,foi@b.example,North", "within a cell")]
    public void What_may_be_meant_is_a_warning_and_the_round_is_made(string row, string words)
    {
        var reading = _folder.Csv(Heading + "02N,NHS A CCG,foi@a.example,North\n" + row + "\n").Read();

        reading.Faults.ShouldHaveSingleItem().What.ShouldContain(words);
        reading.Faults[0].Severity.ShouldBe(FaultSeverity.Warning);
        reading.Round.ShouldNotBeNull().Authorities.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "The register is empty.")]
    [InlineData(Heading, "The register is empty.")]
    [InlineData("02N,NHS A CCG,foi@a.example,North\n", "The register has no line of headings.")]
    [InlineData("ods_code,name,address,region\n02N,NHS A CCG,foi@a.example,North\n", "The register has no column 'code'.")]
    [InlineData("code,name,address,region,Region\n02N,NHS A CCG,foi@a.example,North,x\n", "Two columns are called 'region'.")]
    public void A_register_without_head_or_body_gives_one_error(string text, string what) => _folder.Csv(text).Fault().What.ShouldBe(what);

    [Fact]
    public void A_column_under_another_name_is_suggested() =>
        _folder.Csv("ods_code,name,address,region\n02N,NHS A CCG,foi@a.example,North\n").Fault().Remedy.ShouldContain("'ods_code'");

    [Theory]
    [InlineData("", ';', "semicolons")]
    [InlineData("", '\t', "tabs")]
    [InlineData("sep=;\n", ';', "semicolons")]
    public void Other_separators_are_read_with_a_warning(string declaration, char separator, string words)
    {
        var text = declaration + "code,name,address,region\n02N,NHS A CCG,foi@a.example,\"North, East\"\n".Replace(",", separator.ToString(), StringComparison.Ordinal);

        var reading = _folder.Csv(text).Read();

        reading.Faults.ShouldHaveSingleItem().What.ShouldContain(words);
        reading.Round.ShouldNotBeNull().Authorities.ShouldHaveSingleItem().Name.ShouldBe("NHS A CCG");
    }

    [Fact]
    public void Old_encodings_are_read_with_a_warning_and_marks_are_not_part_of_the_text()
    {
        var text = Heading + "02N,NHS Ynys Môn CCG,foi@a.example,North\n";

        var old = _folder.Write("authorities.csv", Encoding.Latin1.GetBytes(text)).Read();
        old.Faults.ShouldHaveSingleItem().ToString().ShouldStartWith("authorities.csv:2: warning: The file is not UTF-8");
        old.Round!.Authorities[0].Name.ShouldBe("NHS Ynys Môn CCG");

        var marked = _folder.Write("authorities.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).Read();
        marked.Faults.ShouldBeEmpty();
        marked.Round!.Authorities[0].Name.ShouldBe("NHS Ynys Môn CCG");

        var wide = _folder.Write("authorities.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]).Read();
        wide.Faults.ShouldHaveSingleItem().What.ShouldBe("The file is UTF-16.");
        wide.Round!.Authorities[0].Name.ShouldBe("NHS Ynys Môn CCG");
    }

    [Fact]
    public void A_workbook_is_not_taken_for_a_register() =>
        _folder.Write("authorities.csv", [0x50, 0x4B, 3, 4, 0, 0, 0, 0]).Fault().What.ShouldBe("The file is not text.");

    [Fact]
    public void Forty_five_thousand_rows_are_read_and_a_fault_among_them_is_found()
    {
        var rows = Enumerable.Range(0, 45_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"A{i:00000},\"NHS {i},\nCCG\",a{i}@nhs.example,x\n"));
        var text = Heading + string.Concat(rows) + "A00007,NHS again,foi@again.example,x\n";

        var faults = _folder.Csv(text).Read().Faults;

        faults.Count(f => f.Severity == FaultSeverity.Warning && f.File == "authorities.csv").ShouldBe(45_000);
        faults.Where(f => f.Severity == FaultSeverity.Error).ShouldHaveSingleItem().Line.ShouldBe(90_002);
    }
}
