namespace FoiPipeline.Emulation;

/// <summary>
/// The storage emulator of a test assembly (<c>[assembly: AssemblyFixture(typeof(Azurite))]</c>), started when the first test asks for an account.
/// Where it is not installed the test says aloud that it is skipped; with <c>CI=true</c> it fails instead.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private readonly Lazy<Task<AzuriteProcess>> _process = new(() => AzuriteProcess.StartAsync());

    /// <summary>An account that no other test uses.</summary>
    public async Task<EmulatedAccount> NewAccountAsync()
    {
        try
        {
            return (await _process.Value).NewAccount();
        }
        catch (AzuriteMissingException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated && !_process.Value.IsFaulted)
        {
            await (await _process.Value).DisposeAsync();
        }
    }
}
