using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Each of the two remembers where streams stood when it last saw them, and is often wrong about it.</summary>
public sealed class TableRegisterAgainstModelTests(Azurite azurite) : RegisterAgainstModelContract
{
    protected override int Histories => 12;

    protected override async Task OnNewRegisterAsync(Func<IRegister, IRegister, Task> history)
    {
        var account = await azurite.NewPreparedAccountAsync();
        await history(account.Open().Register, account.Open().Register);
    }
}
