using System.Security.Cryptography;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class SendingTests
{
    [Fact]
    public async Task Nothing_leaves_while_the_window_is_closed()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Clock.Advance(TimeSpan.FromHours(12));
        var report = await driver.SendAsync();
        report.WindowOpen.ShouldBeFalse();
        report.WindowOpens.ShouldBe(new DateTimeOffset(2016, 7, 5, 8, 0, 0, TimeSpan.Zero));
        driver.Mailbox.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_slow_stops_when_the_window_closes()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Clock.Advance(TimeSpan.FromMinutes((7 * 60) - 1));
        driver.Mailbox.OnSend = _ =>
        {
            driver.Clock.Advance(TimeSpan.FromMinutes(2));
            return Task.CompletedTask;
        };
        (await driver.SendAsync()).Sent.ShouldBe(1);
        driver.Mailbox.Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_run_in_the_same_minute_sends_nothing()
    {
        var driver = await PipelineDriver.OpenedAsync(Some.Round() with { Sending = Some.Round().Sending with { LettersAMinute = 2 } });
        (await driver.SendAsync()).Sent.ShouldBe(2);
        driver.Clock.Advance(TimeSpan.FromSeconds(59));
        (await driver.SendAsync()).Sent.ShouldBe(0);
        driver.Clock.Advance(TimeSpan.FromSeconds(1));
        (await driver.SendAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task One_mail_host_gets_its_share_of_a_minute_and_the_others_fill_it()
    {
        var shared = Enumerable.Range(10, 4).Select(i => Some.Authority($"{i}A", $"Shared{i}", $"s{i}@nhs.example"));
        var round = Some.Round([.. shared, Some.Authority("02N", "Own"), Some.Authority("03N", "Other")]);
        var driver = await PipelineDriver.OpenedAsync(round with { Sending = round.Sending with { LettersAMinute = 3, LettersAMinutePerHost = 1 } });
        (await driver.SendAsync()).Sent.ShouldBe(3);
        driver.Mailbox.Attempts.Count(a => a.EnvelopeTo.EndsWith("@nhs.example", StringComparison.Ordinal)).ShouldBe(1);
        await driver.SendAllAsync();
        driver.Mailbox.Accepted.Count.ShouldBe(6);
    }

    [Fact]
    public async Task The_exact_bytes_and_the_lock_are_stored_before_the_mailbox_is_called()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.OnSend = async mail =>
        {
            var code = driver.Round.Authorities.Single(a => a.FoiAddress == mail.EnvelopeTo).Id.Value;
            var letter = (await driver.RequestAsync(code)).Letters.ShouldHaveSingleItem();
            letter.Delivery.ShouldBe(Delivery.Sending);
            letter.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(mail.Raw.Span)));
            var stored = await driver.Documents.ReadAllAsync(letter.Id.DocumentName, PipelineDriver.Cancel);
            stored.ShouldBe(mail.Raw.ToArray());
        };
        (await driver.SendAsync()).Sent.ShouldBe(3);
    }

    [Fact]
    public async Task A_letter_put_off_goes_again_later_with_the_same_bytes_until_a_person_is_asked()
    {
        var driver = await PipelineDriver.OpenedAsync(Some.Round(Some.Authority("02N", "Airedale")) with
        {
            Sending = Some.Round().Sending with { Opens = TimeOnly.MinValue, Closes = new TimeOnly(23, 59), WeekendsToo = true },
        });
        driver.Mailbox.Fate = (_, _) => Fate.Defer;
        (await driver.SendAsync()).Deferred.ShouldBe(1);
        var first = (await driver.RequestAsync("02N")).Letters[0];
        first.NotBefore.ShouldBe(driver.Clock.GetUtcNow().AddMinutes(15));
        driver.Clock.Advance(TimeSpan.FromMinutes(14));
        (await driver.SendAsync()).Deferred.ShouldBe(0);
        for (var hours = 0; hours < 60; hours++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(1));
            await driver.SendAsync();
        }

        driver.Mailbox.Attempts.Count.ShouldBe(10);
        driver.Mailbox.Attempts.Select(a => Convert.ToHexString(a.Raw.Span)).Distinct().ShouldHaveSingleItem();
        (await driver.RequestAsync("02N")).Letters[0].Delivery.ShouldBe(Delivery.Refused);
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.RefusedLetter);
    }

    [Theory]
    [InlineData(Fate.Accept, Delivery.Sent)]
    [InlineData(Fate.Defer, Delivery.Deferred)]
    [InlineData(Fate.Refuse, Delivery.Refused)]
    [InlineData(Fate.UnknownAccepted, Delivery.Unconfirmed)]
    [InlineData(Fate.UnknownLost, Delivery.Unconfirmed)]
    internal async Task Every_outcome_is_written_down(Fate fate, Delivery delivery)
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.Fate = (mail, _) => mail.EnvelopeTo.Contains("airedale", StringComparison.Ordinal) ? fate : Fate.Accept;
        await driver.SendAsync();
        (await driver.RequestAsync("02N")).Letters[0].Delivery.ShouldBe(delivery);
        (await driver.RequestAsync("99E")).Letters[0].Delivery.ShouldBe(Delivery.Sent);
    }

    [Fact]
    public async Task Many_runs_at_once_give_each_letter_to_the_mailbox_once()
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var driver = await PipelineDriver.OpenedAsync();
            driver.Mailbox.OnSend = async _ => await Task.Yield();
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => driver.SendAsync(driver.Start()), PipelineDriver.Cancel)));
            driver.Mailbox.Attempts.Count.ShouldBe(3);
            driver.Mailbox.Accepted.Values.ShouldAllBe(times => times == 1);
        }
    }

    [Fact]
    public async Task Runs_that_overlap_over_the_turn_of_a_minute_give_each_letter_to_the_mailbox_once()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var inner = false;
        driver.Mailbox.OnSend = async _ =>
        {
            if (!inner)
            {
                inner = true;
                driver.Clock.Advance(TimeSpan.FromMinutes(1));
                await driver.SendAsync(driver.Start());
            }
        };
        await driver.SendAsync();
        driver.Mailbox.Accepted.Count.ShouldBe(3);
        driver.Mailbox.Accepted.Values.ShouldAllBe(times => times == 1);
    }

    [Theory]
    [InlineData(Fate.Accept)]
    [InlineData(Fate.UnknownAccepted)]
    [InlineData(Fate.UnknownLost)]
    [InlineData(Fate.BreakAccepted)]
    [InlineData(Fate.BreakLost)]
    internal async Task A_process_that_dies_at_any_call_sends_every_letter_exactly_once_in_the_end(Fate first)
    {
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            async () =>
            {
                var driver = await PipelineDriver.OpenedAsync();
                driver.Mailbox.Fate = (mail, attempt) => attempt == 1 && mail.EnvelopeTo.Contains("airedale", StringComparison.Ordinal) ? first : Fate.Accept;
                return driver;
            },
            async (driver, crash) =>
            {
                var pipeline = driver.Start(crash);
                for (var rings = 0; rings < 14; rings++)
                {
                    try
                    {
                        await driver.SendAsync(pipeline);
                    }
                    catch (IOException)
                    {
                        // As the clockwork does: the next ring finds the same work.
                    }

                    driver.Clock.Advance(TimeSpan.FromMinutes(1));
                }
            },
            async driver =>
            {
                driver.Mailbox.Fate = (_, _) => Fate.Accept;
                await driver.SendAllAsync();
                driver.Mailbox.Accepted.Count.ShouldBe(3);
                driver.Mailbox.Accepted.Values.ShouldAllBe(times => times == 1);
                foreach (var authority in driver.Round.Authorities)
                {
                    (await driver.RequestAsync(authority.Id.Value)).Letters.ShouldHaveSingleItem().Delivery.ShouldBe(Delivery.Sent);
                }

                foreach (var letter in driver.Mailbox.Attempts.GroupBy(a => a.MessageId, StringComparer.Ordinal))
                {
                    letter.Select(a => Convert.ToHexString(a.Raw.Span)).Distinct().ShouldHaveSingleItem();
                }
            });
        deaths.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Where_the_server_keeps_no_copies_a_process_that_dies_at_any_call_never_sends_twice()
    {
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            async () =>
            {
                var driver = await PipelineDriver.OpenedAsync();
                driver.Mailbox.Remembers = false;
                return driver;
            },
            (driver, crash) => driver.SendAsync(driver.Start(crash)),
            async driver =>
            {
                await driver.SendAllAsync();
                driver.Mailbox.Attempts.GroupBy(a => a.MessageId, StringComparer.Ordinal).ShouldAllBe(a => a.Count() == 1);
                var triage = await driver.TriageAsync();
                foreach (var authority in driver.Round.Authorities)
                {
                    var letter = (await driver.RequestAsync(authority.Id.Value)).Letters[0];
                    (letter.Delivery == Delivery.Sent || (letter.Delivery == Delivery.Unconfirmed && triage.Any(t => t.Subject == authority.Id.Value)))
                        .ShouldBeTrue($"{letter.Id} is {letter.Delivery}");
                }
            });
        deaths.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task A_held_or_withdrawn_request_gets_no_letter_and_a_released_one_does()
    {
        var driver = await PipelineDriver.OpenedAsync();
        await driver.Pipeline.Annotate.RunAsync(Some.Id("02N"), Annotation.Hold, "merging", Some.Person, PipelineDriver.Cancel);
        await driver.Pipeline.Annotate.RunAsync(Some.Id("99E"), Annotation.Withdraw, "gone", Some.Person, PipelineDriver.Cancel);
        (await driver.SendAsync()).Sent.ShouldBe(1);
        await driver.Pipeline.Annotate.RunAsync(Some.Id("02N"), Annotation.Release, "merged", Some.Person, PipelineDriver.Cancel);
        await driver.SendAllAsync();
        driver.Mailbox.Attempts.Select(a => a.EnvelopeTo).ShouldBe(["foi@thurrockccg.example", "foi@airedaleccg.example"]);
    }

    [Fact]
    public async Task A_request_held_between_listing_and_sending_gets_no_letter()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.OnSend = _ => driver.Pipeline.Annotate.RunAsync(driver.Round.Authorities[^1].Id, Annotation.Hold, "late", Some.Person, PipelineDriver.Cancel);
        (await driver.SendAsync()).Sent.ShouldBe(2);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_made_does_not_hold_up_the_others()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var first = (await driver.RequestAsync("02N")).Letters[0];
        var missing = Some.Letter("02N", Core.Letters.LetterKind.Clarification);
        await driver.Book.Requests.DecideAsync(
            "02N",
            _ => [new LetterQueued(missing, first.NotBefore.AddDays(-1), 1, "letters/text/gone.txt") { At = first.NotBefore, By = Some.Person }],
            PipelineDriver.Cancel);
        var problem = await Should.ThrowAsync<StoreUnavailableException>(() => driver.SendAsync());
        problem.Message.ShouldContain("02N");
        driver.Mailbox.Accepted.Count.ShouldBe(2);
    }
}
