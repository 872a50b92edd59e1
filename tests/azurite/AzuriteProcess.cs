using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FoiPipeline.Emulation;

/// <summary>
/// Azurite, the emulator of Azure Storage, on free ports of 127.0.0.1 and with many empty accounts. It lives in memory, or in a folder if one is
/// given. It ends when this is disposed, and also when the process that started it dies in whatever way.
/// </summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const int Accounts = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly (string Name, string Key)[] _accounts;
    private readonly Dictionary<string, Uri> _services;
    private int _given;

    private AzuriteProcess(Process process, (string Name, string Key)[] accounts, Dictionary<string, Uri> services) =>
        (_process, _accounts, _services) = (process, accounts, services);

    /// <summary>Starts it and waits until its three services listen.</summary>
    /// <param name="folder">Where it keeps its data; nothing for memory.</param>
    /// <exception cref="AzuriteMissingException">Node.js or Azurite is not installed.</exception>
    public static async Task<AzuriteProcess> StartAsync(string? folder = null)
    {
        var accounts = Enumerable.Range(0, Accounts).Select(i => ($"foi{i:000}", Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)))).ToArray();
        var process = Start(FindHome(), accounts, folder);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            return new AzuriteProcess(process, accounts, await ListenAsync(process, patience.Token));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>An account that nobody has used: no container, no queue, no table.</summary>
    public EmulatedAccount NewAccount()
    {
        var next = Interlocked.Increment(ref _given) - 1;
        if (next >= Accounts)
        {
            throw new InvalidOperationException($"All {Accounts} accounts of the storage emulator are taken: raise their number in {nameof(AzuriteProcess)}.");
        }

        var (name, key) = _accounts[next];
        return new EmulatedAccount(name, key, new Uri(_services["Blob"], name), new Uri(_services["Queue"], name), new Uri(_services["Table"], name));
    }

    /// <summary>Ends it; what it keeps in a folder is written first.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string home, (string Name, string Key)[] accounts, string? folder)
    {
        string[] place = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        string[] free = ["--blobPort", "0", "--queuePort", "0", "--tablePort", "0"];
        var start = new ProcessStartInfo("node", [Path.Combine(home, "start.js"), .. place, .. free, "--silent", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(a => $"{a.Name}:{a.Key}"));
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AzuriteMissingException("Node.js, which runs the storage emulator of these tests, is not installed: the Debian packages are nodejs and npm.");
        }
    }

    /// <summary>Reads what it says until it has named the addresses of all three services; what comes later is read so that it never waits for a reader.</summary>
    private static async Task<Dictionary<string, Uri>> ListenAsync(Process process, CancellationToken cancel)
    {
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var services = new Dictionary<string, Uri>(StringComparer.Ordinal);
        while (services.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException($"Azurite did not start: {said}");
            said.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                services[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value + "/");
            }
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return services;
    }

    /// <summary>The folder <c>tests/azurite</c> of the repository that this program was built in.</summary>
    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var home = Path.Combine(folder.FullName, "tests", "azurite");
            if (Directory.Exists(Path.Combine(home, "node_modules", "azurite")))
            {
                return home;
            }
        }

        throw new AzuriteMissingException("Azurite, the storage emulator of these tests, is not installed: ./foi test installs it, or 'npm ci' in tests/azurite.");
    }

    [GeneratedRegex("^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://127[.]0[.]0[.]1:[0-9]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}

/// <summary>The emulator cannot run on this machine. The message says what to install.</summary>
public sealed class AzuriteMissingException(string message) : Exception(message);
