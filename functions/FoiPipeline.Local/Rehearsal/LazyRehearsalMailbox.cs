using System.Runtime.CompilerServices;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>
/// The mailbox inside a data folder. Simulated authorities answer only where a rehearsal was started, which is known by the seed it keeps; in every other
/// folder letters are accepted and go no further. Made at first use: most commands never touch mail, and drawing up what 45,000 authorities will do takes a while.
/// </summary>
public sealed class LazyRehearsalMailbox(Round round, string folder, TimeProvider clock) : IMailbox, IDisposable
{
    private readonly Lazy<RehearsalMailbox> _mailbox = new(() =>
        new RehearsalMailbox(
            RehearsalPlan.Make(round, RehearsalSeed.Find(folder) ?? RehearsalSeed.Default), folder, clock, WorkingDays.Uk.IsWorking,
            authoritiesAnswer: RehearsalSeed.Find(folder) is not null));

    public RehearsalMailbox Mailbox => _mailbox.Value;

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel) => Mailbox.SendAsync(mail, cancel);

    public async IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var mail in Mailbox.CollectAsync(cursor, cancel).ConfigureAwait(false))
        {
            yield return mail;
        }
    }

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel) => Mailbox.FindSentAsync(messageId, cancel);

    public void Dispose()
    {
        if (_mailbox.IsValueCreated)
        {
            _mailbox.Value.Dispose();
        }
    }
}
