using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Reporting;

namespace FoiPipeline.Commands;

/// <summary><c>foi send</c> (what would go where), <c>foi send --to-me ME@EXAMPLE.ORG</c> (three samples), <c>foi send --really</c>.</summary>
internal static class SendCommand
{
    public static Command Build(CommonOptions common)
    {
        var really = new Option<bool>("--really") { Description = "Send this minute's letters. Without it nothing leaves." };
        var toMe = new Option<string?>("--to-me") { Description = "Send a sample of three letters to this address of yours instead.", HelpName = "ADDRESS" };
        return Verb.MakeForRound(
            common, "send", "Show what would go where (a dry run), or send what is due: inside the window, at the round's pace.", [really, toMe],
            (parsed, round, cancel) => (parsed.GetValue(toMe), parsed.GetValue(really)) switch
            {
                ({ } address, false) => SampleAsync(parsed.GetValue(common.Json), round, address, cancel),
                ({ }, true) => throw new CommandException("--really and --to-me exclude each other: samples to yourself, or letters to authorities?"),
                (null, true) => SendAsync(common, parsed, round, cancel),
                _ => ShowAsync(common, parsed, round, cancel),
            });
    }

    private static async Task<int> ShowAsync(CommonOptions common, ParseResult parsed, OpenedRound opened, CancellationToken cancel)
    {
        var plan = new PlanLetters(opened.Pipeline.Book, opened.Clock);
        var planned = await plan.RunAsync(cancel).ConfigureAwait(false);
        if (parsed.GetValue(common.Json))
        {
            Output.Json(new { dryRun = true, mailbox = opened.Mailbox is NoMailbox ? "none" : "inside the data folder", count = planned.Letters.Count, planned.WindowOpen, planned.WindowOpens, letters = planned.Letters });
            return Verb.Fine;
        }

        if (planned.Letters.Count > 0)
        {
            Output.Table(["Letter", "To", "Not before", "Subject"], planned.Letters.Select(l => new[] { l.Letter, l.To, RequestStory.Moment(l.NotBefore), l.Subject }));
        }

        var pace = opened.Pipeline.Book.Round.Sending;
        Output.Line($"Dry run: {planned.Letters.Count} letters wait, none was sent. At {pace.LettersAMinute} a minute they take about {Math.Max(1, (int)Math.Ceiling((double)planned.Letters.Count / pace.LettersAMinute))} minutes.");
        Output.Line(Window(planned.WindowOpen, planned.WindowOpens));
        Output.Line(opened.Mailbox is NoMailbox ? NoMailbox.Sentence : "Mailbox: inside the data folder. It takes letters and passes none on; nothing leaves this machine.");
        return Verb.Fine;
    }

    private static async Task<int> SendAsync(CommonOptions common, ParseResult parsed, OpenedRound opened, CancellationToken cancel)
    {
        await Verb.RequireHomeAsync(opened, cancel).ConfigureAwait(false);
        RequireMailbox(opened);
        var report = await opened.Pipeline.Send.RunAsync(cancel).ConfigureAwait(false);
        var left = (await new PlanLetters(opened.Pipeline.Book, opened.Clock).RunAsync(cancel).ConfigureAwait(false)).Letters.Count;
        if (parsed.GetValue(common.Json))
        {
            Output.Json(new { report.Sent, report.Deferred, report.Refused, report.Unconfirmed, report.Settled, waiting = left, report.WindowOpen, report.WindowOpens });
            return Verb.Fine;
        }

        Output.Line($"Sent {report.Sent}, put off {report.Deferred}, refused {report.Refused}, unconfirmed {report.Unconfirmed}. {left} letters still wait.");
        if (!report.WindowOpen)
        {
            Output.Line(Window(report.WindowOpen, report.WindowOpens));
        }
        else if (report.MinuteTaken)
        {
            Output.Line("This minute's share was taken by an earlier run; the next minute sends on.");
        }
        else if (left > 0)
        {
            Output.Line("Each run sends one minute's letters, so that mail hosts do not take us for a spammer. 'foi run' keeps sending by itself.");
        }

        return Verb.Fine;
    }

    private static async Task<int> SampleAsync(bool json, OpenedRound opened, string address, CancellationToken cancel)
    {
        if (!AddrSpec.TryParse(address, out var me, out var problem))
        {
            throw new CommandException($"'{address}' {problem}.");
        }

        RequireMailbox(opened);
        var round = opened.Pipeline.Book.Round;
        var format = Readers.Standard().Format;
        var composer = new LetterComposer(round);
        var picked = new[] { 0, round.Authorities.Count / 2, round.Authorities.Count - 1 }.Distinct().Select(i => round.Authorities[i]);
        var samples = new List<(string Subject, SendResult Result)>(3);
        foreach (var authority in picked)
        {
            var letter = composer.Compose(authority, authority.FoiAddress, new LetterId(round.ReferencePrefix, authority.Id, LetterKind.Initial, 1), opened.Clock.GetUtcNow());

            // A sample is no letter of the round: its Message-ID must never be taken for one.
            var sample = letter with
            {
                ToAddress = me.ToString(),
                Subject = $"SAMPLE for {authority.FoiAddress}: {letter.Subject}",
                MessageId = $"<sample.{Guid.NewGuid():n}@{round.Requester.Email[(round.Requester.Email.LastIndexOf('@') + 1)..]}>",
            };
            var result = await opened.Mailbox.SendAsync(new OutgoingMail(sample.MessageId, sample.FromAddress, sample.ToAddress, format.Write(sample)), cancel).ConfigureAwait(false);
            samples.Add((letter.Subject, result));
        }

        var taken = samples.Count(s => s.Result.Stage == SendStage.Accepted);
        Output.Said(
            json,
            string.Join('\n', samples.Select(s => $"{s.Subject}: {s.Result.Stage.ToString().ToLowerInvariant()} ({s.Result.Words})")
                .Append($"{taken} of {samples.Count} samples went to {me}; no authority was written to. (The mailbox is inside the data folder and passes nothing on: nothing leaves this machine.)")),
            new { to = me.ToString(), samples = samples.Select(s => new { s.Subject, s.Result.Stage, s.Result.Words }) });
        return taken == samples.Count ? Verb.Fine : Verb.Failed;
    }

    private static void RequireMailbox(OpenedRound opened)
    {
        if (opened.Mailbox is NoMailbox)
        {
            throw new CommandException(NoMailbox.Sentence);
        }
    }

    private static string Window(bool open, DateTimeOffset? opens) =>
        open ? "The sending window is open now."
        : opens is { } at ? $"The sending window is closed; it opens on {RequestStory.Moment(at)} (London time)."
        : "The sending window never opens again: its last day is over. Letters that wait stay queued.";
}
