using FoiPipeline.Azure;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>The line breaks before, within or after a write. What the caller is told must be what happened, and it happened once.</summary>
public abstract class BrokenLineTests(Azurite azurite) : IAsyncLifetime
{
    private FaultyAccount? _lines;

    public static TheoryData<Breakage> Breakages => [.. Enum.GetValues<Breakage>()];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The lines between us and the account.</summary>
    protected FaultyAccount Lines => _lines!;

    /// <summary>The account over lines that break.</summary>
    protected StorageAccount Ours => field ??= Lines.Account.Open();

    /// <summary>The same account as somebody else has it open, over lines that hold.</summary>
    protected StorageAccount Others { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var account = await azurite.NewPreparedAccountAsync();
        _lines = new FaultyAccount(account);
        Others = account.Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (_lines is not null)
        {
            (Lines.Blobs.Outstanding + Lines.Queues.Outstanding + Lines.Tables.Outstanding).ShouldBe(0, "A fault befell nobody.");
            await Lines.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected static Fault Of(Breakage breakage) => breakage switch
    {
        Breakage.RequestLost => Fault.LoseRequest,
        Breakage.AnswerLost => Fault.LoseAnswer,
        Breakage.AnswerHalved => Fault.HalveAnswer,
        _ => Fault.DoAndRefuse(500, "InternalError"),
    };
}

public enum Breakage
{
    RequestLost,
    AnswerLost,
    AnswerHalved,
    DoneAndDenied,
}
