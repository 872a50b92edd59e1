using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.ContractTests.Local;

public sealed class SqliteRegisterTests : RegisterContract
{
    private readonly TemporaryFolder _folder = new();
    private DataFolder? _data;

    protected override Task<IRegister> CreateAsync()
    {
        _data = DataFolder.Open(_folder.Path, TimeProvider.System);
        return Task.FromResult<IRegister>(_data.Register);
    }

    protected override async Task DestroyAsync()
    {
        await _data!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class SqliteWorkQueueTests : WorkQueueContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private DataFolder? _data;

    protected override Task<IWorkQueue> CreateAsync()
    {
        _data = DataFolder.Open(_folder.Path, _clock);
        return Task.FromResult<IWorkQueue>(_data.Queue);
    }

    protected override Task PassAsync(TimeSpan span)
    {
        _clock.Advance(span);
        return Task.CompletedTask;
    }

    protected override async Task DestroyAsync()
    {
        await _data!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class SqliteReceiptsTests : ReceiptsContract
{
    private readonly TemporaryFolder _folder = new();
    private DataFolder? _data;

    protected override Task<IReceipts> CreateAsync()
    {
        _data = DataFolder.Open(_folder.Path, TimeProvider.System);
        return Task.FromResult<IReceipts>(_data.Receipts);
    }

    protected override async Task DestroyAsync()
    {
        await _data!.DisposeAsync();
        _folder.Dispose();
    }
}
