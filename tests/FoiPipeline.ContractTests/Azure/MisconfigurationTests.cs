using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using FoiPipeline.Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Whatever is set up wrongly is one clear sentence, from the look at the start and from the work itself.</summary>
public sealed class MisconfigurationTests(Azurite azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_with_all_it_needs_is_found_right_and_preparing_it_again_changes_nothing()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await account.Open(mayCreate: true).PrepareAsync(Cancel);

        (await account.Open().CheckAsync(Cancel)).ShouldAllBe(finding => finding.Ok);
        await Should.NotThrowAsync(() => account.Open().RequireReadyAsync(Cancel));
    }

    [Fact]
    public async Task An_empty_account_is_told_of_all_that_is_absent()
    {
        var account = await azurite.NewAccountAsync();

        var wrong = (await account.Open().CheckAsync(Cancel)).Where(f => !f.Ok).Select(f => f.Sentence);

        const string Remedy = "deploy infra/main.bicep, or run `foi open`, which makes what is missing.";
        wrong.ShouldBe(
        [
            $"The storage account {account.Name} has not got the containers {string.Join(", ", StorageLayout.Containers)}: {Remedy}",
            $"The storage account {account.Name} has not got the queues {string.Join(", ", StorageLayout.Queues)}: {Remedy}",
            $"The storage account {account.Name} has not got the tables {string.Join(", ", StorageLayout.Tables)}: {Remedy}",
        ]);
    }

    [Fact]
    public async Task Whatever_one_thing_is_absent_is_named()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await new BlobServiceClient(account.ConnectionString).DeleteBlobContainerAsync("letters", cancellationToken: Cancel);
        (await FaultOf(account)).ShouldContain("has not got the containers letters: deploy");
        await account.Open(mayCreate: true).PrepareAsync(Cancel);

        await new QueueServiceClient(account.ConnectionString).DeleteQueueAsync("classify", Cancel);
        (await FaultOf(account)).ShouldContain("has not got the queues classify: deploy");
        await account.Open(mayCreate: true).PrepareAsync(Cancel);

        await new TableServiceClient(account.ConnectionString).GetTableClient("receipts").DeleteAsync(Cancel);
        (await FaultOf(account)).ShouldContain("has not got the tables receipts: deploy");
        await account.Open(mayCreate: true).PrepareAsync(Cancel);
        await Should.NotThrowAsync(() => account.Open().RequireReadyAsync(Cancel));
    }

    [Fact]
    public async Task Work_that_meets_something_absent_says_what_and_makes_nothing()
    {
        var account = await azurite.NewAccountAsync();
        foreach (var operation in Operation.All)
        {
            var fault = await Should.ThrowAsync<StoreUnavailableException>(() => operation.RunAsync(account.Open(), Cancel), operation.Undone);

            var what = operation.Service switch { StorageService.Blob => "container", StorageService.Queue => "queue", _ => "table" };
            fault.Message.ShouldBe($"The storage account {account.Name} has not got the {what}, so {operation.Undone}: deploy infra/main.bicep, or run `foi open`, which makes what is missing.");
        }

        (await new BlobServiceClient(account.ConnectionString).GetBlobContainersAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(0);
        (await new QueueServiceClient(account.ConnectionString).GetQueuesAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_key_is_one_sentence_without_the_key()
    {
        var account = (await azurite.NewPreparedAccountAsync()) with { Key = (await azurite.NewAccountAsync()).Key };
        foreach (var message in await MessagesAsync(account.Open()))
        {
            message.ShouldStartWith($"The storage account {account.Name} does not believe who we are, so ");
            message.ShouldContain($"check the key or signature in {StorageSettings.Connection}");
            message.ShouldNotContain(account.Key);
        }
    }

    [Theory]
    [InlineData(1, "60 minutes ahead of")]
    [InlineData(-1, "60 minutes behind")]
    public async Task A_clock_that_is_wrong_by_an_hour_is_told_by_how_much(int hours, string how)
    {
        var account = await azurite.NewPreparedAccountAsync();
        var store = account.Open(clock: new ShiftedClock(TimeSpan.FromHours(hours)));

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => store.RequireReadyAsync(Cancel));

        fault.Message.ShouldBe($"The clock of this machine is {how} the service's: set it right (compared with the storage account {account.Name}).");
    }

    /// <summary>The emulator takes any date and any role, so the service's answers are given in its place.</summary>
    [Fact]
    public async Task A_signature_that_the_service_does_not_take_brings_its_time_into_the_sentence()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        lines.Inflict(Fault.Refuse(403, "AuthenticationFailed"), times: int.MaxValue);

        foreach (var message in await MessagesAsync(lines.Account.Open()))
        {
            message.ShouldStartWith($"The storage account {account.Name} does not believe who we are, so ");
            // The queues' client does not show the answer, so its sentence has no time.
            message.ShouldMatch("this machine's clock(; the service says it is [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} UTC)?[.]$");
            message.Contains("UTC", StringComparison.Ordinal).ShouldBe(!message.Contains("queue", StringComparison.OrdinalIgnoreCase), message);
        }
    }

    [Fact]
    public async Task An_identity_without_a_role_is_told_which_one_it_needs()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        lines.Inflict(Fault.Refuse(403, "AuthorizationPermissionMismatch"), times: int.MaxValue);
        foreach (var operation in Operation.All)
        {
            var fault = await Should.ThrowAsync<StoreUnavailableException>(() => operation.RunAsync(lines.Account.Open(), Cancel));

            fault.Message.ShouldStartWith($"The storage account {account.Name} knows us and does not let us in, so {operation.Undone}: ");
            fault.Message.ShouldContain($"Storage {operation.Service} Data Contributor");
        }
    }

    [Fact]
    public async Task A_service_that_nobody_runs_is_one_sentence()
    {
        var account = await azurite.NewPreparedAccountAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var dead = account with { Blobs = At(account.Blobs, port), Queues = At(account.Queues, port), Tables = At(account.Tables, port) };

        foreach (var message in await MessagesAsync(dead.Open()))
        {
            message.ShouldStartWith($"The storage account {account.Name} cannot be reached, so ");
            message.ShouldEndWith(": check this machine's network and, for an emulator, that it is running.");
        }
    }

    private static Uri At(Uri service, int port) => new UriBuilder(service) { Port = port }.Uri;

    private static async Task<string> FaultOf(EmulatedAccount account) =>
        (await Should.ThrowAsync<StoreUnavailableException>(() => account.Open().RequireReadyAsync(Cancel))).Message;

    /// <summary>What the look at the start and every kind of work have to say.</summary>
    private static async Task<IReadOnlyList<string>> MessagesAsync(StorageAccount store)
    {
        var looking = store.CheckAsync(Cancel);
        var faults = await Task.WhenAll(Operation.All.Select(o => Should.ThrowAsync<StoreUnavailableException>(() => o.RunAsync(store, Cancel))));
        var wrong = (await looking).Where(f => !f.Ok).Select(f => f.Sentence).ToList();
        wrong.Count.ShouldBe(3);
        return [.. wrong, .. faults.Select(f => f.Message)];
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
