namespace FoiPipeline.Emulation;

/// <summary>An account of the emulator whose three services are reached over lines that a test can break.</summary>
public sealed class FaultyAccount : IAsyncDisposable
{
    public FaultyAccount(EmulatedAccount account)
    {
        Blobs = FaultProxy.Before(account.Blobs, "Blob");
        Queues = FaultProxy.Before(account.Queues, "Queue");
        Tables = FaultProxy.Before(account.Tables, "Table");
        Account = account with { Blobs = Blobs.Address, Queues = Queues.Address, Tables = Tables.Address };
    }

    /// <summary>The account as seen through the lines.</summary>
    public EmulatedAccount Account { get; }

    public FaultProxy Blobs { get; }

    public FaultProxy Queues { get; }

    public FaultProxy Tables { get; }

    /// <summary>What came by on all three.</summary>
    public IEnumerable<ServiceRequest> Requests => [.. Blobs.Requests, .. Queues.Requests, .. Tables.Requests];

    /// <summary>The same fault on every line. See <see cref="FaultProxy.Inflict"/>.</summary>
    public void Inflict(Fault fault, int times)
    {
        foreach (var line in (FaultProxy[])[Blobs, Queues, Tables])
        {
            line.Inflict(fault, times: times);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Blobs.DisposeAsync();
        await Queues.DisposeAsync();
        await Tables.DisposeAsync();
    }
}
