using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Tests.Rehearsal;

/// <summary>A whole round of 209, played once for all tests that look at its mails.</summary>
public sealed class RehearsedRound : IAsyncLifetime
{
    internal RehearsalRun Run { get; } = new(209, seed: 2016);

    internal List<(ForeignMail Mail, MailTruth Truth)> Mails { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Run.SendAll();
        await Run.ToTheEnd(stride: TimeSpan.FromDays(1));
        var truth = Run.Mailbox.Truth();
        Mails = [.. Run.Deliveries.Select(d => (ForeignMail.Read(d.Raw), truth.Mails[d.Sha256]))];
    }

    public ValueTask DisposeAsync()
    {
        Run.Dispose();
        return ValueTask.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class RehearsedRounds : ICollectionFixture<RehearsedRound>
{
    public const string Name = "a rehearsed round";
}
