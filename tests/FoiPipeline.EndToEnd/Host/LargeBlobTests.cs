using System.Globalization;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>The host sends whole blobs, a third longer in base64: they must not be held in memory, let alone twice.</summary>
public sealed class LargeBlobTests(ITestOutputHelper output)
{
    private const int Blob = 120 << 20;

    [Fact]
    public async Task A_blob_of_120_MB_costs_little_memory()
    {
        using var round = await SmallRound.OpenAsync(2);
        using var serving = await ServingFoi.StartAsync(round.Foi);
        (await serving.AskAsync(HostCall.Blob("small.bin", [1]))).ShouldBeSuccess();
        var before = PeakOf(serving);

        var content = new byte[Blob];
        new Random(120).NextBytes(content);
        (await serving.AskAsync(HostCall.Blob("large.bin", content))).ShouldBeSuccess();

        var after = PeakOf(serving);
        output.WriteLine($"peak memory: {before >> 20} MB before, {after >> 20} MB after a blob of {Blob >> 20} MB");
        (after - before).ShouldBeLessThan(Blob / 2);
        File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(round.Data, "documents", "inbox")).MaxBy(f => new FileInfo(f).Length)!).AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Beyond_a_generous_bound_a_blob_is_refused_before_it_is_sent()
    {
        using var round = await SmallRound.OpenAsync(2);
        using var serving = await ServingFoi.StartAsync(round.Foi);
        var call = HostCall.Blob("huge.bin", [1]).With("Content-Length", "600000000") with { Chunked = true };
        using var line = await HostLine.OpenAsync(serving.Port);
        await line.SendAsync(System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(call.Head(serving.Port)).Replace("Transfer-Encoding: chunked\r\n", "", StringComparison.Ordinal)));
        (await line.ReadAsync("POST")).ShouldBeFailure(413);
    }

    /// <summary>The most memory the process ever had resident, as the kernel counts it.</summary>
    private static long PeakOf(ServingFoi serving) => long.Parse(
        File.ReadLines($"/proc/{serving.Process.Id}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) << 10;
}
