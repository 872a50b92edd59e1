using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class LetterFaultTests : IDisposable
{
    private readonly FolderOfARound _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{{authority.nmae}}", "There is no merge field {{authority.nmae}} (column 8).", "Did you mean {{authority.name}}?")]
    [InlineData("{{authority.regoin}}", "There is no merge field {{authority.regoin}} (column 8).", "Did you mean {{authority.region}}?")]
    [InlineData("{{organisation}}", "There is no merge field {{organisation}} (column 8).", "Did you mean {{requester.organisation}}?")]
    [InlineData("{{weather}}", "There is no merge field {{weather}} (column 8).", "Known are:")]
    [InlineData("{{name", "In column 8 braces are opened and not closed.", "like {{authority.name}}")]
    public void An_unknown_field_is_told_with_its_place_and_what_was_meant(string field, string what, string remedy)
    {
        var fault = _folder.Letter(FolderOfARound.LetterText + "\nDear   " + field + " x").Fault();

        (fault.File, fault.Line, fault.What).ShouldBe(("letters/initial.txt", 7, what));
        fault.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void A_letter_without_its_questions_is_no_request()
    {
        _folder.Letter("Dear {{authority.name}}\n{{requester.name}} {{requester.email}}").Fault().What.ShouldContain("does not contain the questions");
        _folder.Letter("1. Is there\n   a policy? 2. How many tenders were there? {{requester.name}} {{requester.email}}").Read().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_letter_without_name_or_address_is_no_request_under_section_8()
    {
        _folder.Letter("{{questions}}\nThe team").Read().Faults.Select(f => f.What).ShouldBe(
        [
            "The letter does not give the requester's name, which section 8 of the Act wants.",
            "The letter gives no address for correspondence, which section 8 of the Act wants.",
        ]);
        _folder.Letter("{{questions}}\nEleanor Marsh, foi@research.example").Read().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_letter_is_one_fault() => _folder.Letter(" \n").Fault().What.ShouldBe("The letter is empty.");

    [Fact]
    public void A_field_that_is_empty_for_some_is_a_warning()
    {
        var reading = _folder.Csv("code,name,address,region\n02N,NHS A CCG,foi@a.example,\n02P,NHS B CCG,foi@b.example,South\n").Read();

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Severity).ShouldBe((1, FaultSeverity.Warning));
        fault.What.ShouldContain("is empty for 1 of 2 authorities");
    }

    [Fact]
    public void A_requester_with_one_word_for_a_name_is_warned() =>
        _folder.Yaml("name: Eleanor Marsh", "name: Eleanor").Fault().Severity.ShouldBe(FaultSeverity.Warning);
}
