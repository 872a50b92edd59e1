using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Tests.Rehearsal;

public sealed class RehearsalMailboxTests
{
    [Fact]
    public async Task Mails_arrive_in_order_and_never_before_they_are_due()
    {
        using var run = new RehearsalRun(30);
        await run.SendAll();
        await run.ToTheEnd();

        run.Deliveries.Select(d => d.Received).ShouldBeInOrder();
        run.Deliveries[0].Received.ShouldBeGreaterThan(new DateTimeOffset(2016, 8, 10, 23, 0, 0, TimeSpan.Zero));
        run.Deliveries.Select(d => long.Parse(d.Cursor, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, run.Deliveries.Count).Select(n => (long)n));
    }

    [Fact]
    public async Task The_same_letter_days_give_the_same_mails_whatever_the_minute_and_the_order()
    {
        using var one = new RehearsalRun(60);
        await one.SendAll();
        await one.ToTheEnd();

        using var other = new RehearsalRun(60);
        other.Clock.Now = other.Clock.Now.AddMinutes(187);
        await other.SendAll(a => a.Reverse());
        await other.ToTheEnd();

        other.Deliveries.Select(d => (d.Cursor, d.Received, d.Sha256)).ShouldBe(one.Deliveries.Select(d => (d.Cursor, d.Received, d.Sha256)));
    }

    [Fact]
    public async Task A_mailbox_reopened_between_any_two_mails_goes_on_as_if_nothing_had_been()
    {
        using var calm = new RehearsalRun(40);
        await calm.SendAll();
        await calm.ToTheEnd();

        using var killed = new RehearsalRun(40);
        await killed.SendAll();
        await killed.ToTheEnd(killed.Reopen);

        killed.Deliveries.Select(d => (d.Cursor, d.Sha256)).ShouldBe(calm.Deliveries.Select(d => (d.Cursor, d.Sha256)));
        killed.Mailbox.Truth().Answered.ShouldBe(calm.Mailbox.Truth().Answered);
    }

    [Fact]
    public async Task What_was_not_collected_to_the_end_comes_again_with_the_same_bytes()
    {
        using var run = new RehearsalRun(20);
        await run.SendAll();
        run.Clock.Now = run.Clock.Now.AddDays(200);

        await foreach (var first in run.Mailbox.CollectAsync(null, CancellationToken.None))
        {
            first.CursorAfter.ShouldBe("1");
            break;
        }

        await run.Collect();
        var again = new List<string>();
        await foreach (var mail in run.Mailbox.CollectAsync("3", CancellationToken.None))
        {
            again.Add(Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(mail.Raw)));
        }

        run.Deliveries[0].Cursor.ShouldBe("1");
        again.ShouldBe(run.Deliveries.Skip(3).Select(d => d.Sha256));
    }

    [Fact]
    public async Task A_letter_accepted_twice_is_counted_twice_and_answered_once()
    {
        using var run = new RehearsalRun(20);
        await run.SendAll();
        await run.SendAll();

        run.Mailbox.Truth().LettersSentTwice.Count().ShouldBe(20);
        await run.ToTheEnd();
        run.Mailbox.Truth().Mails.Values.Count(m => m.Kind == ReplyKind.Acknowledgement).ShouldBe(run.Plan.Authorities.Count(a => a.Acknowledged == AcknowledgedBy.Person));
    }

    [Fact]
    public async Task A_bounced_request_is_answered_once_it_reaches_the_corrected_address_and_bounces_again_elsewhere()
    {
        using var run = new RehearsalRun(209);
        var bouncing = run.Plan.Authorities.First(a => a.CorrectedAddress is not null);
        var id = bouncing.Authority.Id;
        await run.Send(RehearsalRun.Letter(run.Plan, id, LetterKind.Initial, bouncing.Authority.FoiAddress));
        run.Clock.Now = run.Clock.Now.AddDays(2);
        await run.Send(RehearsalRun.Letter(run.Plan, id, LetterKind.Resend, "typo@authority.example"));
        run.Clock.Now = run.Clock.Now.AddDays(2);

        var bounces = new List<IncomingMail>();
        await foreach (var mail in run.Mailbox.CollectAsync(null, CancellationToken.None))
        {
            bounces.Add(mail);
        }

        bounces.Count.ShouldBe(2);
        run.Mailbox.Truth().Mails.Values.ShouldAllBe(m => m.FollowUp == new FollowUp.ResendTo(bouncing.CorrectedAddress!));
        run.Mailbox.Truth().Requests[id].IsAnswered.ShouldBeFalse();
    }

    [Fact]
    public async Task Faults_leave_the_truth_about_every_letter_to_be_found()
    {
        using var run = new RehearsalRun(60, faults: new RehearsalFaults(Seed: 1, DeferredPercent: 20, LostBeforePercent: 15, LostAfterPercent: 15));
        var stages = new Dictionary<SendStage, int>();
        foreach (var authority in run.Plan.Round.Authorities)
        {
            var letter = RehearsalRun.Letter(run.Plan, authority.Id, LetterKind.Initial, authority.FoiAddress);
            var result = await run.Mailbox.SendAsync(letter, CancellationToken.None);
            var found = await run.Mailbox.FindSentAsync(letter.MessageId, CancellationToken.None);
            stages[result.Stage] = stages.GetValueOrDefault(result.Stage) + 1;
            switch (result.Stage)
            {
                case SendStage.Accepted:
                    found.Stage.ShouldBe(FindSentStage.Found);
                    found.AcceptedAt.ShouldBe(run.Clock.Now);
                    break;
                case SendStage.Deferred:
                    found.Stage.ShouldBe(FindSentStage.Absent);
                    break;
            }

            await run.Send(letter with { EnvelopeTo = authority.FoiAddress });
        }

        stages.Keys.ShouldBe([SendStage.Accepted, SendStage.Deferred, SendStage.Unknown], ignoreOrder: true);
        stages[SendStage.Deferred].ShouldBeInRange(5, 22);
    }

    [Fact]
    public async Task Letters_of_another_round_or_to_nobody_known_are_accepted_and_set_nothing_off()
    {
        using var run = new RehearsalRun(5);
        (await run.Mailbox.SendAsync(new OutgoingMail("<x@y.example>", RehearsalRun.Ours, "a@b.example", "no header at all"u8.ToArray()), CancellationToken.None)).Stage.ShouldBe(SendStage.Accepted);
        (await run.Mailbox.SendAsync(new OutgoingMail("", RehearsalRun.Ours, "", ReadOnlyMemory<byte>.Empty), CancellationToken.None)).Stage.ShouldBe(SendStage.Accepted);

        run.Mailbox.NextArrival(run.Clock.Now).ShouldBeNull();
    }

    [Fact]
    public async Task The_users_own_messages_arrive_during_the_round_byte_for_byte()
    {
        using var run = new RehearsalRun(12);
        var folder = Directory.CreateDirectory(Path.Combine(run.Folder, "mine", "deeper")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "one.eml"), "Subject: one\n\nbody");
        await File.WriteAllTextAsync(Path.Combine(folder, "deeper", "two.EML"), "");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "not a mail");

        run.Mailbox.AddFolder(folder).ShouldBe(2);
        await run.SendAll();
        run.Mailbox.AddFolder(folder).ShouldBe(2);
        await run.ToTheEnd();

        run.Mailbox.Truth().UsersFiles.ShouldBe(2);
        run.Deliveries.Count(d => d.Raw.AsSpan().SequenceEqual("Subject: one\n\nbody"u8)).ShouldBe(1);
        run.Deliveries.Count(d => d.Raw.Length == 0).ShouldBe(1);
    }

    [Fact]
    public async Task In_a_round_in_earnest_letters_are_taken_and_nobody_invents_an_answer()
    {
        var plan = RehearsalPlan.Make(RehearsalRun.RoundOf(5), 1);
        var folder = Directory.CreateTempSubdirectory("foi-rehearsal-").FullName;
        using (var mailbox = new RehearsalMailbox(plan, folder, TimeProvider.System, RehearsalRun.Weekdays, authoritiesAnswer: false))
        {
            foreach (var authority in plan.Authorities.Select(a => a.Authority))
            {
                var letter = RehearsalRun.Letter(plan, authority.Id, Core.Letters.LetterKind.Initial, authority.FoiAddress);
                (await mailbox.SendAsync(letter, TestContext.Current.CancellationToken)).Stage.ShouldBe(SendStage.Accepted);
                (await mailbox.FindSentAsync(letter.MessageId, TestContext.Current.CancellationToken)).Stage.ShouldBe(FindSentStage.Found);
            }

            mailbox.NextArrival(DateTimeOffset.MinValue).ShouldBeNull();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_named_in_one_sentence()
    {
        var plan = RehearsalPlan.Make(RehearsalRun.RoundOf(1), 1);
        var folder = Directory.CreateTempSubdirectory("foi-rehearsal-").FullName;
        File.WriteAllText(Path.Combine(folder, "mailserver.db"), new string('x', 5000));

        Should.Throw<StoreUnavailableException>(() => new RehearsalMailbox(plan, folder, TimeProvider.System, RehearsalRun.Weekdays)).Message.ShouldContain("mailserver.db");
        Directory.Delete(folder, recursive: true);
    }
}
