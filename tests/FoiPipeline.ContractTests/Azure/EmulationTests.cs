using System.Net.Sockets;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>What the tests on the emulator rest on.</summary>
public sealed class EmulationTests(Azurite azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_account_is_empty_and_has_a_key_of_its_own()
    {
        var one = await azurite.NewAccountAsync();
        var two = await azurite.NewAccountAsync();
        await Client(one).CreateBlobContainerAsync("inbox", cancellationToken: Cancel);

        (await Client(two).GetBlobContainersAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(0);
        var fault = await Should.ThrowAsync<RequestFailedException>(() => Client(two with { Key = one.Key }).CreateBlobContainerAsync("inbox", cancellationToken: Cancel));
        fault.Status.ShouldBe(403);
    }

    [Fact]
    public async Task What_is_kept_in_a_folder_is_there_when_it_starts_again()
    {
        using var folder = new Local.TemporaryFolder();
        await azurite.NewAccountAsync();
        await using (var first = await AzuriteProcess.StartAsync(folder.Path))
        {
            await Client(first.NewAccount()).CreateBlobContainerAsync("inbox", cancellationToken: Cancel);
        }

        await using var second = await AzuriteProcess.StartAsync(folder.Path);
        (await Client(second.NewAccount()).GetBlobContainersAsync(cancellationToken: Cancel).SingleAsync(Cancel)).Name.ShouldBe("inbox");
    }

    [Fact]
    public async Task It_ends_when_the_process_that_started_it_is_killed()
    {
        await azurite.NewAccountAsync();
        using var starter = await JobProcess.StartAsync(Job.Emulate, "none");
        var address = new Uri((await starter.ReadLineAsync())![..^2]);
        (await ListensAsync(address)).ShouldBeTrue();

        starter.Kill();

        while (await ListensAsync(address))
        {
            await Task.Delay(20, Cancel);
        }
    }

    [Fact]
    public async Task A_lost_request_did_nothing_and_a_lost_answer_did_it_all()
    {
        var account = await azurite.NewAccountAsync();
        await using var line = FaultProxy.Before(account.Blobs, "Blob");
        var once = new BlobServiceClient((account with { Blobs = line.Address }).ConnectionString, new BlobClientOptions { Retry = { MaxRetries = 0 } });

        foreach (var (fault, name, done) in ((Fault, string, bool)[])
            [(Fault.LoseRequest, "lost", false), (Fault.Refuse(503, "ServerBusy", 1), "refused", false), (Fault.LoseAnswer, "unheard", true), (Fault.HalveAnswer, "half-heard", true), (Fault.DoAndRefuse(500, "InternalError"), "denied", true)])
        {
            line.Inflict(fault, r => r.Method == "PUT");
            await Should.ThrowAsync<RequestFailedException>(() => once.CreateBlobContainerAsync(name, cancellationToken: Cancel));
            (await Client(account).GetBlobContainerClient(name).ExistsAsync(Cancel)).Value.ShouldBe(done, name);
        }

        await once.CreateBlobContainerAsync("healed", cancellationToken: Cancel);
        line.Requests.Select(r => r.Status).ShouldBe([0, 503, 201, 201, 500, 201]);
    }

    [Fact]
    public async Task Bytes_pass_a_proxy_unchanged_in_both_directions()
    {
        var account = await azurite.NewAccountAsync();
        await using var line = FaultProxy.Before(account.Blobs, "Blob");
        var container = Client(account with { Blobs = line.Address }).GetBlobContainerClient("inbox");
        await container.CreateAsync(cancellationToken: Cancel);
        var bytes = new byte[5_000_000];
        new Random(1).NextBytes(bytes);

        await container.UploadBlobAsync("a b/é%.bin", new BinaryData(bytes), Cancel);

        BlobDownloadResult back = await container.GetBlobClient("a b/é%.bin").DownloadContentAsync(Cancel);
        back.Content.ToMemory().Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    private static BlobServiceClient Client(EmulatedAccount account) => new(account.ConnectionString);

    private static async Task<bool> ListensAsync(Uri address)
    {
        using var line = new TcpClient();
        try
        {
            await line.ConnectAsync(address.Host, address.Port, Cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
