using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.ContractTests.Local;

public sealed class SqliteRegisterAgainstModelTests : RegisterAgainstModelContract
{
    protected override int Histories => 40;

    protected override async Task OnNewRegisterAsync(Func<IRegister, IRegister, Task> history)
    {
        using var folder = new TemporaryFolder();
        await using var one = DataFolder.Open(folder.Path, TimeProvider.System);
        await using var two = DataFolder.Open(folder.Path, TimeProvider.System);
        await history(one.Register, two.Register);
    }
}
