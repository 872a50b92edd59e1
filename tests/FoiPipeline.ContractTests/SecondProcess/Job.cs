using System.Globalization;
using System.Text;
using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;
using FoiPipeline.Local.Storage;
using Microsoft.Data.Sqlite;

namespace FoiPipeline.ContractTests.SecondProcess;

/// <summary>What this program does when it is the second process of a test: it says <c>ready</c>, waits for a line, and reports what was acknowledged.</summary>
internal static class Job
{
    public const string Verb = "--second-process";
    public const string Race = "race";
    public const string Write = "write";
    public const string Hold = "hold";
    public const string Emulate = "emulate";

    /// <summary>Stands for a storage account in the place of a folder; its connection string is in the environment, as the program has it.</summary>
    public const string Account = "azure";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    public static async Task<int> RunAsync(string job, string place, string who, string times)
    {
        await (job switch
        {
            Race => RaceAsync(place, who, int.Parse(times, CultureInfo.InvariantCulture)),
            Write => WriteAsync(place, who),
            Hold => HoldAsync(place),
            Emulate => EmulateAsync(),
            _ => throw new ArgumentException($"'{job}' is no job.", nameof(job)),
        });
        return 0;
    }

    /// <summary>How many keys and documents both processes write, when each appends so many of its own.</summary>
    public static int SharedOf(int times) => times / 5;

    /// <summary>What a document says is told by its name, so that half of one would be noticed.</summary>
    public static string ContentOf(string name) => string.Concat(Enumerable.Repeat(name + "\n", 5000));

    /// <summary>Appends, puts and takes messages as fast as it can against another process that does the same.</summary>
    private static async Task RaceAsync(string place, string who, int times)
    {
        await GoAsync();
        await using var data = Open(place);
        var own = 0;
        for (var i = 0; i < times; i++)
        {
            own += await AppendAsync(data.Register, "race/own", $"{who}-{i}") == AppendOutcome.Appended ? 1 : 0;
        }

        var shared = 0;
        for (var i = 0; i < SharedOf(times); i++)
        {
            shared += await AppendAsync(data.Register, "race/shared", $"key-{i}") == AppendOutcome.Appended ? 1 : 0;
        }

        var created = 0;
        for (var i = 0; i < SharedOf(times); i++)
        {
            var put = await data.Documents.PutIfAbsentAsync($"race/{i}", new MemoryStream(Encoding.UTF8.GetBytes($"{who} {i}")), Cancel);
            created += put.Created ? 1 : 0;
        }

        var taken = new List<string>();
        while (await data.Queue.ReceiveAsync("race", TimeSpan.FromMinutes(10), 5, Cancel) is { } item)
        {
            taken.Add(item.Message);
            await data.Queue.CompleteAsync(item, Cancel);
        }

        Say($"own {own}", $"shared {shared}", $"created {created}", $"taken {string.Join(',', taken)}");
    }

    /// <summary>Writes until it is killed, and says what it was told is stored.</summary>
    private static async Task WriteAsync(string place, string who)
    {
        await GoAsync();
        await using var data = Open(place);
        for (var i = 0; ; i++)
        {
            var name = $"{who}-{i}";
            await AppendAsync(data.Register, "request/" + (i % 3), name);
            Say("event " + name);
            await data.Documents.PutIfAbsentAsync("inbox/" + name, new MemoryStream(Encoding.UTF8.GetBytes(ContentOf("inbox/" + name))), Cancel);
            Say("document inbox/" + name);
            await data.Queue.SendAsync("extract", name, Cancel);
            Say("message " + name);
        }
    }

    private static async Task HoldAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "foi.db")};Pooling=false");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        await GoAsync();
    }

    /// <summary>Holds a storage emulator until it is killed.</summary>
    private static async Task EmulateAsync()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        Say("ready", azurite.NewAccount().Blobs.ToString());
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task<AppendOutcome> AppendAsync(IRegister register, string name, string key)
    {
        var stream = new StreamId(name);
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var version = (await register.LoadAsync(stream, Cancel)).Version;
            var next = (version + 1).ToString(CultureInfo.InvariantCulture);
            var outcome = await register.AppendAsync(stream, version, [new StoredEvent(key, "{}")], new StoredSummary(next, [new ListEntry("outbox", next)]), Cancel);
            if (outcome != AppendOutcome.Conflict)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException($"{key} never got into {name}.");
    }

    private static IStore Open(string place) => place == Account
        ? StorageAccount.Open(StorageSettings.Read(Environment.GetEnvironmentVariable), TimeProvider.System, mayCreate: true)
        : DataFolder.Open(place, TimeProvider.System);

    private static async Task GoAsync()
    {
        Say("ready");
        await Console.In.ReadLineAsync(Cancel);
    }

    /// <summary>Each line ends with a full stop: the last one of a killed process may be cut off.</summary>
    private static void Say(params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line + " .");
        }

        Console.Out.Flush();
    }
}
