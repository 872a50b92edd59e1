using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Composition;
using FoiPipeline.Emulation;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Azure;

/// <summary>What the Functions host gave up, from its own notice until it is taken in after all.</summary>
public sealed class RetryTests(Azurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_the_host_gave_up_comes_to_triage_and_is_taken_in_by_retry()
    {
        var account = await azurite.NewAccountAsync();
        var foi = new Foi(_folder.Below("data")) { Settings = { ["FoiStorage"] = account.ConnectionString, ["FOI_STORE"] = "azure" } };
        await foi.DoAsync("open", Foi.ShippedRound);
        var raw = Encoding.UTF8.GetBytes("From: foi@somewhere.example\r\nTo: foi@healthycommissioning.example\r\nSubject: SV16-02N\r\n\r\nOur answer.\r\n");
        var id = Convert.ToHexStringLower(SHA256.HashData(raw));
        var choice = new StoreChoice(Azure: true, foi.Data) { Settings = setting => setting == "FoiStorage" ? account.ConnectionString : null };
        await using var store = choice.Open(TimeProvider.System);
        await store.Documents.PutIfAbsentAsync($"inbox/{id}.eml", new MemoryStream(raw), Cancel);
        await store.Queue.SendAsync("webjobs-blobtrigger-poison", $$"""{"FunctionId":"Host.Functions.IngestMail","BlobType":"BlockBlob","ContainerName":"inbox","BlobName":"{{id}}.eml","ETag":"\"0x1\""}""", Cancel);
        await store.Queue.SendAsync("webjobs-blobtrigger-poison", "{}", Cancel);

        await using (var handlers = await Handlers.StartAsync(1, account.ConnectionString, foi.Data))
        {
            using var ring = new HostRing(handlers, Local.Clockwork.FunctionApp.Load(AppContext.BaseDirectory, _ => null), store);
            await ring.RingAsync(new Local.Clockwork.FunctionCall("KeepWatch", ""), Cancel);
        }

        (await store.Queue.CountAsync("webjobs-blobtrigger-poison", Cancel)).ShouldBe(0);
        var triage = (await foi.DoAsync("triage", "--json")).Json();
        triage.EnumerateArray().Select(t => t.GetProperty("subject").GetString()).ShouldBe([$"inbox/{id}.eml", "{}"], ignoreOrder: true);

        var retried = (await foi.DoAsync("retry", "--json")).Json();
        (retried.GetProperty("triedAgain").GetInt32(), retried.GetProperty("left").GetInt32()).ShouldBe((1, 1));
        (await store.Queue.PeekAsync("extract", 10, Cancel)).ShouldHaveSingleItem().ShouldContain(id);
        (await store.Queue.PeekAsync("ingest-poison", 10, Cancel)).ShouldBe(["{}"]);
    }
}
