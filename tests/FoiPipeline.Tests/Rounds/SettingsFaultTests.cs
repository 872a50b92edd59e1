using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class SettingsFaultTests : IDisposable
{
    private readonly FolderOfARound _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("name: Social value 2016", "", 1, "The setting 'name' is missing.")]
    [InlineData("name: Social value 2016", "name:", 1, "The setting 'name' is empty.")]
    [InlineData("name: Social value 2016", "name: [a, b]", 1, "The setting 'name' is not a text.")]
    [InlineData("reference: SV16", "reference: SV-16", 2, "The reference 'SV-16' cannot start a request's reference.")]
    [InlineData("reference: SV16", "reference: S", 2, "The reference 'S' cannot start a request's reference.")]
    [InlineData("reference: SV16", "reference: SOCIALVALUE", 2, "The reference 'SOCIALVALUE' cannot start a request's reference.")]
    [InlineData("reference: SV16", "refrence: SV16\nreference: SV16", 2, "There is no setting 'refrence'.")]
    [InlineData("reference: SV16", "reference: SV16\nname: again", 3, "The setting 'name' stands here a second time.")]
    [InlineData("social value\"", "{{authority.nmae}}\"", 3, "There is no merge field {{authority.nmae}} (column 33).")]
    [InlineData("  name: Eleanor Marsh", "  name:", 5, "The setting 'requester.name' is empty.")]
    [InlineData("  name: Eleanor Marsh", "  name: foi@research.example", 5, "'foi@research.example' is no name of a person; section 8 of the Act wants the applicant's real name.")]
    [InlineData("foi@research.example", "foi.research.example", 8, "The requester's address 'foi.research.example' has no @.")]
    [InlineData("foi@research.example", "foi+x@research.example", 8, "The requester's address 'foi+x@research.example' has a plus already, after which each request's own token would stand.")]
    [InlineData("  2: How many", "  3: How many", 11, "Question '3' stands where question 2 should.")]
    [InlineData("  2: How many", "  two: How many", 11, "Question 'two' stands where question 2 should.")]
    [InlineData("  2: How many tenders were there?", "  2:", 11, "Question 2 has no text.")]
    [InlineData("  initial: letters/initial.txt", "  initial: ../initial.txt", 13, "The letter '../initial.txt' lies outside the round's folder.")]
    [InlineData("  initial: letters/initial.txt", "  chaser: letters/initial.txt", 13, "There is no setting 'letters.chaser'.", 2)]
    [InlineData("2016-07-13", "13.7.2016", 15, "The setting 'sending.first-day' is not a day but '13.7.2016'.")]
    [InlineData("opens: 09:00", "opens: nine", 17, "The setting 'sending.opens' is not a time of day but 'nine'.")]
    [InlineData("opens: 09:00", "letters-a-minute: 0", 17, "The setting 'sending.letters-a-minute' is not a whole number of at least 1 but '0'.")]
    [InlineData("opens: 09:00", "weekends-too: perhaps", 17, "The setting 'sending.weekends-too' is not yes or no but 'perhaps'.")]
    [InlineData("Europe/London", "Europe/Londn", 19, "The time zone 'Europe/Londn' is not known.")]
    [InlineData("Europe/London", "Europe/London\nchase: { friendly-after: 5, firm-after: 5 }", 20, "The steps of the chase are not in order: 5, 5 and 20 working days after the due date.")]
    public void A_wrong_setting_is_named_with_its_line(string from, string to, int line, string what, int faults = 1)
    {
        var reading = _folder.Yaml(from, to).Read();

        reading.Faults.Count.ShouldBe(faults, string.Join('\n', reading.Faults));
        reading.Faults.ShouldContain(f => f.File == "round.yaml" && f.Line == line && f.What == what, string.Join('\n', reading.Faults));
        reading.Round.ShouldBeNull();
    }

    [Fact]
    public void A_missing_setting_comes_with_an_example_and_a_slip_with_what_was_meant()
    {
        _folder.Yaml("reference: SV16", "").Fault().Remedy.ShouldBe("Write for example: reference: SV16");
        _folder.Yaml("reference: SV16", "refrence: SV16\nreference: SV16").Fault().Remedy.ShouldBe("Did you mean 'reference'?");
        _folder.Yaml("Europe/London", "Europe/Londn").Fault().Remedy.ShouldEndWith("time-zone: Europe/London");
    }

    [Fact]
    public void A_section_that_is_missing_is_one_fault_and_not_five()
    {
        var from = FolderOfARound.Settings.IndexOf("requester:", StringComparison.Ordinal);
        var to = FolderOfARound.Settings.IndexOf("questions:", StringComparison.Ordinal);

        _folder.Yaml(FolderOfARound.Settings.Remove(from, to - from)).Fault().What.ShouldBe("The setting 'requester' is missing.");
    }

    [Fact]
    public void Questions_may_be_a_plain_list()
    {
        var round = _folder.Yaml("  1: Is there a policy?\n  2: How", "  - Is there a policy?\n  - How").Read().Round.ShouldNotBeNull();

        round.Questions.Select(q => (q.Number, q.Text)).ShouldBe([(1, "Is there a policy?"), (2, "How many tenders were there?")]);
    }

    [Fact]
    public void A_round_without_questions_describes_no_information()
    {
        var reading = _folder.Yaml("questions:\n  1: Is there a policy?\n  2: How many tenders were there?", "questions: []").Read();

        reading.Faults.ShouldHaveSingleItem().What.ShouldContain("section 8");
    }

    [Theory]
    [InlineData("last-day: 2016-07-15", "last-day: 2016-07-12", "is before its first")]
    [InlineData("closes: 17:00", "closes: 09:00", "closes at 09:00 and opens at 09:00")]
    [InlineData("first-day: 2016-07-13\n  last-day: 2016-07-15", "first-day: 2016-07-16\n  last-day: 2016-07-17", "16 July 2016 is a Saturday; 17 July 2016 is a Sunday")]
    [InlineData("first-day: 2016-07-13\n  last-day: 2016-07-15", "first-day: 2016-12-24\n  last-day: 2016-12-27", "26 December 2016 is a holiday (Boxing Day")]
    [InlineData("first-day: 2016-07-13\n  last-day: 2016-07-15", "first-day: 2028-12-01", "due dates are only known")]
    [InlineData("first-day: 2016-07-13\n  last-day: 2016-07-15", "first-day: 9999-12-31", "due dates are only known")]
    public void A_window_that_never_opens_is_explained(string from, string to, string words)
    {
        var fault = _folder.Yaml(from, to).Fault();

        (fault.Line, fault.Severity).ShouldBe((14, FaultSeverity.Error));
        fault.What.ShouldContain(words);
    }

    [Fact]
    public void A_window_on_a_weekend_opens_when_weekends_are_allowed() =>
        _folder.Yaml("first-day: 2016-07-13\n  last-day: 2016-07-15", "first-day: 2016-07-16\n  last-day: 2016-07-17\n  weekends-too: yes").Read().Faults.ShouldBeEmpty();

    [Fact]
    public void A_window_too_short_for_the_register_is_a_warning() =>
        _folder.Yaml("last-day: 2016-07-15\n  opens: 09:00\n  closes: 17:00", "last-day: 2016-07-13\n  opens: 09:00\n  closes: 09:02\n  letters-a-minute: 1")
            .Fault().ToString().ShouldStartWith("round.yaml:14: warning: The sending window has room for 2 of 3 letters.");

    [Fact]
    public void A_mailbox_too_long_for_the_token_is_found_before_a_letter_bounces()
    {
        var mailbox = new string('a', 51);

        _folder.Yaml("foi@research.example", mailbox + "@research.example").Fault().What.ShouldContain("65 characters before the @, where 64 are allowed");
        _folder.Yaml("foi@research.example", mailbox + "@research.example\n  plus-addressing: no").Read().Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("subject: \"Freedom of Information request: social value\"", "subject: Freedom of Information request: social value", 3, "in quotes")]
    [InlineData("  name: Eleanor", "\tname: Eleanor", 5, "not tabs")]
    [InlineData("subject: \"Freedom", "subject: \"\"Freedom", 3, "quotes")]
    [InlineData("  organisation: Research Team", "   organisation: Research Team", 6, "indentation")]
    [InlineData("address: [4", "address: *nobody", 7, "Look at this line")]
    [InlineData("address: [4", "address: [4 #", 7, "Look at this line")]
    public void A_file_that_is_no_yaml_is_told_with_line_and_hint(string from, string to, int line, string hint)
    {
        var fault = _folder.Yaml(from, to).Fault();

        fault.What.ShouldStartWith("The file is not YAML");
        fault.Line.ShouldBe(line, fault.ToString());
        fault.Remedy.ShouldContain(hint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("just words\n")]
    [InlineData("- a\n- b\n")]
    public void A_file_without_settings_is_one_fault(string text) => _folder.Yaml(text).Fault().What.ShouldBe("The file holds no settings.");

    [Fact]
    public void A_file_nested_without_end_is_one_fault() =>
        _folder.Yaml("name: " + new string('[', 200_000)).Fault().What.ShouldContain("nested too deeply");

    [Theory]
    [InlineData("round.yaml")]
    [InlineData("authorities.csv")]
    [InlineData("letters/initial.txt")]
    public void A_missing_file_is_one_fault(string file)
    {
        var reading = _folder.Without(file).Read();

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.What).ShouldBe((file, 0, "The file is missing."));
        reading.Round.ShouldBeNull();
    }

    [Fact]
    public void A_missing_folder_is_one_fault() => RoundFolder.Read(Path.Combine(_folder.Path, "nowhere")).Faults.ShouldHaveSingleItem().What.ShouldContain("no folder");

    [Fact]
    public void Faults_of_all_files_come_at_once_in_order()
    {
        var faults = _folder.Yaml("reference: SV16", "reference: X").Csv("code,name,address,region\n02N,,foi@a.example,x\n").Letter("{{nope}} {{questions}} {{requester.name}} {{requester.email}}").Read().Faults;

        faults.Select(f => $"{f.File}:{f.Line}").ShouldBe(["authorities.csv:2", "letters/initial.txt:1", "round.yaml:2"]);
    }
}
