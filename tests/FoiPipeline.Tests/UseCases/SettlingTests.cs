using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class SettlingTests
{
    [Theory]
    [InlineData(Fate.UnknownAccepted, Delivery.Sent, 1)]
    [InlineData(Fate.UnknownLost, Delivery.Sent, 2)]
    [InlineData(Fate.BreakAccepted, Delivery.Sent, 1)]
    internal async Task A_letter_of_unknown_fate_is_settled_by_its_message_id(Fate fate, Delivery delivery, int attempts)
    {
        var driver = await InDoubtAsync(fate, remembers: true);
        await driver.SendAllAsync();
        var letter = (await driver.RequestAsync("02N")).Letters[0];
        letter.Delivery.ShouldBe(delivery);
        letter.Attempt.ShouldBe(attempts);
        driver.Mailbox.Attempts.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task Nobody_asks_before_ten_minutes_have_passed()
    {
        var driver = await InDoubtAsync(Fate.UnknownAccepted, remembers: true);
        driver.Clock.Advance(TimeSpan.FromSeconds(599));
        (await driver.SendAsync()).Settled.ShouldBe(0);
        driver.Clock.Advance(TimeSpan.FromSeconds(1));
        (await driver.SendAsync()).Settled.ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_found_afterwards_counts_from_when_it_was_accepted()
    {
        var driver = await InDoubtAsync(Fate.UnknownAccepted, remembers: true);
        var then = driver.Clock.GetUtcNow();
        driver.Clock.Advance(TimeSpan.FromDays(3));
        await driver.SendAsync();
        (await driver.RequestAsync("02N")).Letters[0].SentAt.ShouldBe(then);
    }

    [Fact]
    public async Task An_unconfirmed_letter_is_never_sent_again_before_a_person_says_so()
    {
        var driver = await InDoubtAsync(Fate.UnknownLost, remembers: false);
        await driver.SendAllAsync();
        driver.Mailbox.Attempts.Count.ShouldBe(1);
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.UnconfirmedLetter);
        await driver.Pipeline.Confirm.RunAsync(Some.Letter("02N"), sent: false, Some.Person, PipelineDriver.Cancel);
        await driver.SendAllAsync();
        driver.Mailbox.Attempts.Count.ShouldBe(2);
        (await driver.RequestAsync("02N")).Letters[0].Delivery.ShouldBe(Delivery.Sent);
        (await driver.TriageAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_who_found_the_letter_sent_settles_it_once()
    {
        var driver = await InDoubtAsync(Fate.UnknownAccepted, remembers: false);
        var then = driver.Clock.GetUtcNow();
        driver.Clock.Advance(TimeSpan.FromHours(2));
        await driver.Pipeline.Confirm.RunAsync(Some.Letter("02N"), sent: true, Some.Person, PipelineDriver.Cancel);
        (await driver.RequestAsync("02N")).Letters[0].SentAt.ShouldBe(then);
        (await Should.ThrowAsync<TriageException>(() => driver.Pipeline.Confirm.RunAsync(Some.Letter("02N"), sent: false, Some.Person, PipelineDriver.Cancel)))
            .Message.ShouldContain("sent, not unconfirmed");
        await driver.SendAllAsync();
        driver.Mailbox.Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unconfirmed_answer_stays_on_the_list_whatever_is_sent_after_it()
    {
        var driver = await PipelineDriver.SentAsync(Some.Round(Some.Authority("02N", "Airedale")));
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Clarification));
        await driver.Pipeline.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel);
        driver.Mailbox.Remembers = false;
        driver.Mailbox.Fate = (_, _) => Fate.UnknownLost;
        await driver.SendAsync();
        driver.Mailbox.Fate = (_, _) => Fate.Accept;
        await driver.Pipeline.Letters.ResendAsync(Some.Id("02N"), "new@airedaleccg.example", Some.Person, PipelineDriver.Cancel);
        await driver.SendAllAsync();
        (await driver.TriageAsync()).ShouldContain(t => t.Type == TriageType.UnconfirmedLetter);
    }

    [Fact]
    public async Task A_letter_is_sent_again_to_another_address_only_when_the_first_can_no_longer_arrive_unnoticed()
    {
        var driver = await InDoubtAsync(Fate.UnknownLost, remembers: false);
        await Should.ThrowAsync<TriageException>(() => ResendAsync(driver));
        await driver.Pipeline.Confirm.RunAsync(Some.Letter("02N"), sent: false, Some.Person, PipelineDriver.Cancel);
        await Should.ThrowAsync<TriageException>(() => ResendAsync(driver));
        driver.Mailbox.Fate = (_, _) => Fate.Refuse;
        await driver.SendAllAsync();
        (await ResendAsync(driver)).ShouldBe(Some.Letter("02N", LetterKind.Resend));
        await Should.ThrowAsync<TriageException>(() => ResendAsync(driver));
        driver.Mailbox.Fate = (_, _) => Fate.Accept;
        await driver.SendAllAsync();
        driver.Mailbox.Attempts[^1].EnvelopeTo.ShouldBe("new@airedaleccg.example");
        driver.Mailbox.Accepted.Count.ShouldBe(1);
        (await driver.TriageAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_was_answered_is_not_sent_again()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        (await Should.ThrowAsync<TriageException>(() => ResendAsync(driver))).Message.ShouldContain("has been answered");
        (await driver.RequestAsync("02N")).Letters.Count.ShouldBe(1);
    }

    private static Task<LetterId> ResendAsync(PipelineDriver driver) =>
        driver.Pipeline.Letters.ResendAsync(Some.Id("02N"), "new@airedaleccg.example", Some.Person, PipelineDriver.Cancel);

    private static async Task<PipelineDriver> InDoubtAsync(Fate fate, bool remembers)
    {
        var driver = await PipelineDriver.OpenedAsync(Some.Round(Some.Authority("02N", "Airedale")));
        driver.Mailbox.Remembers = remembers;
        driver.Mailbox.Fate = (_, attempt) => attempt == 1 ? fate : Fate.Accept;
        try
        {
            await driver.SendAsync();
        }
        catch (IOException)
        {
            // A mailbox that throws leaves the letter as it was: on its way.
        }

        return driver;
    }
}
