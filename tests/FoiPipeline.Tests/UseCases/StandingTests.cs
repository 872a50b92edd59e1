using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FsCheck;
using FsCheck.Fluent;
using Outcome = FoiPipeline.Core.Requests.Outcome;

namespace FoiPipeline.Tests.UseCases;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Start = new(2016, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2016, 9, 1);

    [Fact]
    public void Sent_and_silent_a_request_is_late_from_the_day_after_the_twentieth_working_day()
    {
        var state = Fold(Sent(0));

        // 12 July is a holiday in Northern Ireland and 1 August one in Scotland: neither counts anywhere (s.10(6)).
        var due = Standing.Of(state, new DateOnly(2016, 8, 2));
        due.Clock.Strict.ShouldBe(new DateOnly(2016, 8, 2));
        (due.Clock.Run, due.Clock.DaysLate, due.Turn, due.Correspondence).ShouldBe((ClockRun.Running, 0, Turn.Theirs, Correspondence.Silent));
        Standing.Of(state, new DateOnly(2016, 8, 3)).Clock.DaysLate.ShouldBe(1);
        Standing.Of(state, new DateOnly(2016, 8, 30)).Clock.DaysLate.ShouldBe(19);
    }

    [Fact]
    public void An_answer_that_came_late_stays_late_by_the_days_it_was()
    {
        var standing = Standing.Of(Fold([.. Sent(0), .. Reply("a", 34, ReplyKind.Full)]), Today);
        standing.AnsweredOn.ShouldBe(new DateOnly(2016, 8, 4));
        (standing.Clock.Run, standing.Clock.DaysLate, standing.Clock.IsOverdue, standing.Outcome).ShouldBe((ClockRun.Stopped, 2, false, Outcome.Full));
    }

    [Theory]
    [InlineData(ReplyKind.Acknowledgement, "2016-08-02")]
    [InlineData(ReplyKind.OutOfOffice, "2016-08-08")]
    public void Sent_again_after_it_arrived_a_request_is_due_as_before_unless_somebody_absent_named_another_mailbox(ReplyKind between, string due)
    {
        var again = Some.Letter("02N", LetterKind.Resend);
        var state = Fold(
        [
            .. Sent(0), .. Reply("a", 1, between),
            new LetterQueued(again, Start.AddDays(4), 1, null) { At = Start.AddDays(4), By = Some.Person },
            new LetterSent(again, Start.AddDays(6), "250") { At = Start.AddDays(6), By = Some.Person },
        ]);
        Standing.Of(state, Today).Clock.Strict.ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_withdrawn_request_stops_counting_on_the_day_it_was_withdrawn()
    {
        var state = Fold([.. Sent(0), new Withdrawn("merged") { At = Start.AddDays(33), By = Some.Person }]);
        var standing = Standing.Of(state, Today);
        (standing.Outcome, standing.Turn, standing.Clock.Run, standing.Clock.DaysLate).ShouldBe((Outcome.Withdrawn, Turn.Nobodys, ClockRun.Stopped, 1));
    }

    [Fact]
    public void An_acknowledgement_changes_correspondence_only()
    {
        var before = Standing.Of(Fold(Sent(0)), Today);
        foreach (var kind in new[] { ReplyKind.Acknowledgement, ReplyKind.AutoAcknowledgement })
        {
            Standing.Of(Fold([.. Sent(0), .. Reply("a", 1, kind)]), Today).ShouldBe(before with { Correspondence = Correspondence.Acknowledged });
        }
    }

    [Theory]
    [InlineData(ReplyKind.Full, Outcome.Full, true, true)]
    [InlineData(ReplyKind.Partial, Outcome.Partial, true, true)]
    [InlineData(ReplyKind.NotHeld, Outcome.NotHeld, true, true)]
    [InlineData(ReplyKind.Refusal, Outcome.Refused, true, false)]
    [InlineData(ReplyKind.Transfer, Outcome.Transferred, false, false)]
    [InlineData(ReplyKind.Extension, Outcome.None, false, false)]
    [InlineData(ReplyKind.OutOfOffice, Outcome.None, false, false)]
    public void What_a_reply_comes_to(ReplyKind kind, Outcome outcome, bool answered, bool usable)
    {
        var standing = Standing.Of(Fold([.. Sent(0), .. Reply("a", 5, kind)]), Today);
        (standing.Outcome, standing.IsAnswered, standing.IsUsable).ShouldBe((outcome, answered, usable));
        standing.Clock.Run.ShouldBe(answered ? ClockRun.Stopped : ClockRun.Running);
    }

    [Fact]
    public void What_the_rules_are_not_sure_of_moves_nothing()
    {
        var before = Standing.Of(Fold(Sent(0)), Today);
        Standing.Of(Fold([.. Sent(0), .. Reply("a", 5, ReplyKind.Full, confidence: 0.69)]), Today).ShouldBe(before);
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_the_fold_holds_and_the_stored_summary_is_the_fold()
    {
        Prop.ForAll(Histories(), history =>
        {
            var stepwise = RequestState.Empty;
            foreach (var happening in history)
            {
                // As the register does it: each append goes on from the summary that was stored.
                var stored = new StreamSnapshot(JournalKinds.Request.Stream("02N"), stepwise.Exists ? 1 : 0, JournalKinds.Request.Summarise(stepwise).Json);
                stepwise = RequestState.Apply(JournalKinds.Request.State(stored), happening);
                _ = Standing.Of(stepwise, Today);
                RegisterRules.Require(JournalKinds.Request.Summarise(stepwise));
            }

            var rebuilt = JournalKinds.Request.Fold(history.Select(JournalKinds.Request.Store));
            var summary = JournalKinds.Request.Summarise(stepwise);
            return rebuilt.Json == summary.Json && rebuilt.Lists.SequenceEqual(summary.Lists);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Acknowledgements_never_change_the_clock_whatever_else_happened()
    {
        Prop.ForAll(Histories(), history =>
        {
            var state = history.Aggregate(RequestState.Empty, RequestState.Apply);
            var acknowledged = Reply("fresh", 3, ReplyKind.Acknowledgement).Aggregate(state, RequestState.Apply);
            var (before, after) = (Standing.Of(state, Today), Standing.Of(acknowledged, Today));
            return before.Clock == after.Clock && before.Outcome == after.Outcome && before.Turn == after.Turn && before.Delivery == after.Delivery;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_outcome_never_rests_on_a_judgement_that_is_not_settled_or_on_a_reply_taken_away()
    {
        Prop.ForAll(Histories(), history =>
        {
            var state = history.Aggregate(RequestState.Empty, RequestState.Apply);
            var standing = Standing.Of(state, Today);
            return !standing.IsAnswered
                || state.Replies.Any(r => !r.Detached && (r.JudgedByPerson || r.Confidence >= 0.7) && r.Kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld or ReplyKind.Refusal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_clock_runs_only_from_a_letter_that_was_sent_and_did_not_come_back()
    {
        Prop.ForAll(Histories(), history =>
        {
            var state = history.Aggregate(RequestState.Empty, RequestState.Apply);
            var clock = Standing.Of(state, Today).Clock;
            var delivered = state.Letters.Any(l => l is { Id.Kind: LetterKind.Initial or LetterKind.Resend, Delivery: Delivery.Sent });
            return (clock.Run == ClockRun.NotStarted) == !delivered && (clock.Strict is null || clock.Strict < clock.Ceiling) && clock.DaysLate >= 0;
        }).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<RequestEvent[]> Histories() => Gen.ArrayOf(Events()).Select(rest => (RequestEvent[])
        [new RequestOpened(Some.Id("02N"), "SV16-02N") { At = Start, By = Some.Person }, .. rest]).ToArbitrary();

    private static Gen<RequestEvent> Events() =>
        from hours in Gen.Choose(0, 1200)
        from letter in Gen.Elements(Some.Letter("02N"), Some.Letter("02N", LetterKind.Resend), Some.Letter("02N", LetterKind.Clarification))
        from mail in Gen.Elements("a", "b", "c")
        from kind in Gen.Elements(Enum.GetValues<ReplyKind>())
        from who in Gen.Elements(Some.Person, Actor.Rule("judge"))
        from confidence in Gen.Elements(0.2, 0.69, 0.7, 1)
        from which in Gen.Choose(0, 15)
        select Make(which, Start.AddHours(hours), letter, mail, kind, who, confidence);

    private static RequestEvent Make(int which, DateTimeOffset at, LetterId letter, string mail, ReplyKind kind, Actor by, double confidence) => which switch
    {
        0 or 1 => new LetterQueued(letter, at, 1, null) { At = at, By = by },
        2 => new LetterSending(letter, 1, "foi@x.example", "<1@x.example>", new string('0', 64)) { At = at, By = by },
        3 or 4 => new LetterSent(letter, at, "250") { At = at, By = by },
        5 => new LetterDeferred(letter, 1, at, "451") { At = at, By = by },
        6 => new LetterRefused(letter, 1, "550") { At = at, By = by },
        7 => new LetterUnconfirmed(letter, 1, "?") { At = at, By = by },
        8 => new LetterBounced(letter, mail, "5.1.1") { At = at, By = by },
        9 or 10 => new ReplyReceived(mail, at, "x", "y", "", "Token", "") { At = at, By = by },
        11 or 12 => new ReplyJudged(mail, 1, kind, confidence, [], kind == ReplyKind.Bounce, null, null) { At = at, By = by },
        13 => new ReplyDetached(mail, "no") { At = at, By = by },
        14 => new Held("h") { At = at, By = by },
        _ => new Withdrawn("w") { At = at, By = by },
    };

    private static RequestState Fold(IEnumerable<RequestEvent> events) => events.Aggregate(RequestState.Empty, RequestState.Apply);

    private static RequestEvent[] Sent(int day) =>
    [
        new RequestOpened(Some.Id("02N"), "SV16-02N") { At = Start, By = Some.Person },
        new LetterQueued(Some.Letter("02N"), Start, 1, null) { At = Start, By = Some.Person },
        new LetterSent(Some.Letter("02N"), Start.AddDays(day), "250") { At = Start.AddDays(day), By = Some.Person },
    ];

    private static RequestEvent[] Reply(string mail, int day, ReplyKind kind, double confidence = 0.9) =>
    [
        new ReplyReceived(mail, Start.AddDays(day), "x", "y", "", "Token", "") { At = Start.AddDays(day), By = Some.Person },
        new ReplyJudged(mail, 1, kind, confidence, [], false, null, null) { At = Start.AddDays(day), By = Actor.Rule("judge") },
    ];
}
