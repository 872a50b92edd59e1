using System.CommandLine.Parsing;
using FoiPipeline.Commands;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class ReportingTests
{
    [Fact]
    public async Task Every_axis_and_every_group_adds_up_to_the_denominator()
    {
        var driver = await BusyAsync();
        var status = await driver.Pipeline.Status.RunAsync("REGION", PipelineDriver.Cancel);
        status.Asked.ShouldBe(3);
        status.Delivery.Values.Sum().ShouldBe(3);
        status.Correspondence.Values.Sum().ShouldBe(3);
        status.Turn.Values.Sum().ShouldBe(3);
        status.Clock.Values.Sum().ShouldBe(3);
        status.Outcome.Values.Sum().ShouldBe(3);
        status.Response.ShouldBe(new ResponseRate(1, 1, 3));
        status.Groups.Select(g => (g.Name, g.Response.Asked, g.Response.Answered)).ShouldBe([("North", 2, 1), ("South", 1, 0)]);
        status.Groups.Sum(g => g.Late).ShouldBe(status.Late.Count);
        status.Late.ShouldHaveSingleItem().Reference.ShouldBe("SV16-99E");
        status.QueuedForClassification.ShouldBe(1);
        status.NeedsPerson.ShouldBe((await driver.TriageAsync()).Count);
    }

    [Fact]
    public async Task A_column_the_register_does_not_have_is_named_with_those_it_has()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var problem = await Should.ThrowAsync<TriageException>(() => driver.Pipeline.Status.RunAsync("shoe size", PipelineDriver.Cancel));
        problem.Message.ShouldContain("shoe size");
        problem.Message.ShouldContain("region");
    }

    [Fact]
    public async Task Every_row_of_the_export_is_as_long_as_its_heading_and_every_column_is_explained()
    {
        var driver = await BusyAsync();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in driver.Pipeline.Export.Tables(PipelineDriver.Cancel))
        {
            table.Columns.ShouldAllBe(c => c.Meaning.Length > 10);
            table.Columns.Select(c => c.Heading).ShouldBeUnique();
            rows[table.Name] = 0;
            await foreach (var row in table.Rows)
            {
                row.Count.ShouldBe(table.Columns.Count, table.Name);
                rows[table.Name]++;
            }
        }

        rows["requests"].ShouldBe(3);
        rows["letters"].ShouldBe(3);
        rows["replies"].ShouldBe(2);
        rows["answers"].ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task What_triage_tells_a_person_to_type_is_understood_by_the_program()
    {
        var driver = await BusyAsync();
        driver.Mailbox.Fate = (_, _) => Fate.Refuse;
        await driver.Pipeline.Letters.ResendAsync(Some.Id("99E"), "new@basildonccg.example", Some.Person, PipelineDriver.Cancel);
        driver.Mailbox.Remembers = false;
        await driver.SendAllAsync();
        await driver.ReceiveAsync(SomeMail.Reply("99E", "Hello,\n\nas discussed.\n\nBob"));
        await driver.Queue.SendAsync(ReplyMessages.ExtractPoisonQueue, "{}", PipelineDriver.Cancel);
        var items = await driver.TriageAsync();
        items.Select(i => i.Type).Distinct().Count().ShouldBeGreaterThan(3);
        var root = Program.Root(new CommonOptions());
        foreach (var action in items.SelectMany(i => i.Actions))
        {
            var words = CommandLineParser.SplitCommandLine(action).ToList();
            words[0].ShouldBe("foi");
            root.Parse([.. words.Skip(1)]).Errors.ShouldBeEmpty(action);
        }

        foreach (var item in items)
        {
            Should.NotThrow(() => RequestStory.Moment(item.Since));
        }
    }

    /// <summary>One answered, one silent and late, one that asks back; and a mail that is nobody's.</summary>
    private static async Task<PipelineDriver> BusyAsync()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        await driver.ReceiveAsync(SomeMail.Reply("07G", SomeMail.Clarification));
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false));
        driver.Clock.Advance(TimeSpan.FromDays(42));
        return driver;
    }
}
