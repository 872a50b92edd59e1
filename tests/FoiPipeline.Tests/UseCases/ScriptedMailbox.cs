using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.UseCases;

/// <summary>What the server does with one attempt.</summary>
internal enum Fate
{
    Accept,
    Defer,
    Refuse,
    UnknownAccepted,
    UnknownLost,
    BreakAccepted,
    BreakLost,
}

/// <summary>A mail server that does as it is told and remembers every byte it was given.</summary>
internal sealed class ScriptedMailbox(TimeProvider clock) : IMailbox
{
    private readonly ConcurrentQueue<OutgoingMail> _attempts = new();
    private readonly ConcurrentDictionary<string, (int Times, DateTimeOffset At)> _accepted = new(StringComparer.Ordinal);
    private readonly List<(byte[] Raw, DateTimeOffset Received)> _incoming = [];

    /// <summary>Decides an attempt by the mail and the number of attempts at it so far, from 1.</summary>
    public Func<OutgoingMail, int, Fate> Fate { get; set; } = (_, _) => UseCases.Fate.Accept;

    /// <summary>Whether it can tell what it has accepted: by a Sent folder, or a copy to ourselves.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>After so many mails the line breaks, once.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>Called before an attempt is decided.</summary>
    public Func<OutgoingMail, Task> OnSend { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<OutgoingMail> Attempts => [.. _attempts];

    /// <summary>How often each Message-ID was accepted.</summary>
    public IReadOnlyDictionary<string, int> Accepted => _accepted.ToDictionary(a => a.Key, a => a.Value.Times, StringComparer.Ordinal);

    public void Deliver(byte[] raw, DateTimeOffset? received = null) => _incoming.Add((raw, received ?? clock.GetUtcNow()));

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        await OnSend(mail);
        _attempts.Enqueue(mail);
        var fate = Fate(mail, _attempts.Count(a => a.MessageId == mail.MessageId));
        if (fate is UseCases.Fate.Accept or UseCases.Fate.UnknownAccepted or UseCases.Fate.BreakAccepted)
        {
            _accepted.AddOrUpdate(mail.MessageId, (1, clock.GetUtcNow()), (_, old) => (old.Times + 1, old.At));
        }

        return fate switch
        {
            UseCases.Fate.Accept => new SendResult(SendStage.Accepted, "250 queued"),
            UseCases.Fate.Defer => new SendResult(SendStage.Deferred, "451 greylisted"),
            UseCases.Fate.Refuse => new SendResult(SendStage.Refused, "550 no such user"),
            UseCases.Fate.UnknownAccepted or UseCases.Fate.UnknownLost => new SendResult(SendStage.Unknown, "the line broke after DATA"),
            _ => throw new IOException("the line broke"),
        };
    }

    public async IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var given = 0;
        for (var i = start; i < _incoming.Count; i++)
        {
            if (given++ == BreakAfter)
            {
                BreakAfter = null;
                throw new IOException("the line broke");
            }

            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            yield return new IncomingMail((i + 1).ToString(CultureInfo.InvariantCulture), _incoming[i].Received, new MemoryStream(_incoming[i].Raw, writable: false));
        }
    }

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel) => Task.FromResult(
        !Remembers ? new FindSentResult(FindSentStage.Unknown, null, "the server keeps no copies")
        : _accepted.TryGetValue(messageId, out var found) ? new FindSentResult(FindSentStage.Found, found.At, "found in Sent")
        : new FindSentResult(FindSentStage.Absent, null, "not in Sent"));
}
