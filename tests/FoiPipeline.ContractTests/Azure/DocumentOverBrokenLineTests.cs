using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

public sealed class DocumentOverBrokenLineTests(Azurite azurite) : BrokenLineTests(azurite)
{
    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_document_put_over_a_broken_line_was_created_by_us(Breakage breakage)
    {
        foreach (var length in (int[])[0, 1000, 9_000_000])
        {
            var bytes = RandomNumberGenerator.GetBytes(length);
            var name = $"inbox/{length}.eml";
            Lines.Blobs.Inflict(Of(breakage), r => r.Method == "PUT" && !r.Target.Contains("comp=block&", StringComparison.Ordinal));

            (await Ours.Documents.PutIfAbsentAsync(name, new MemoryStream(bytes), Cancel))
                .ShouldBe(new DocumentPut(Created: true, Convert.ToHexStringLower(SHA256.HashData(bytes)), length));

            await using var there = await Others.Documents.OpenAsync(name, Cancel);
            (await SHA256.HashDataAsync(there!, Cancel)).ShouldBe(SHA256.HashData(bytes));
        }
    }

    [Fact]
    public async Task A_document_that_another_put_while_our_line_was_broken_was_not_created_by_us()
    {
        Lines.Blobs.Inflict(Fault.LoseRequest, r => r.Method == "PUT");
        Lines.Blobs.Inflict(Fault.Meanwhile(() => Put(Others, "the same")), r => r.Method == "PUT");

        (await Put(Ours, "the same")).Created.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_document_read_over_a_broken_line_is_whole(Breakage breakage)
    {
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        await Others.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream(bytes), Cancel);
        Lines.Blobs.Inflict(Of(breakage), r => r.Method == "GET");

        await using var there = await Ours.Documents.OpenAsync("inbox/1.eml", Cancel);

        using var copy = new MemoryStream();
        await there!.CopyToAsync(copy, Cancel);
        copy.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    private static Task<DocumentPut> Put(StorageAccount store, string text) =>
        store.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);
}
