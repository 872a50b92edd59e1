using System.Security.Cryptography;
using System.Text;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>A small round that is served, for the tests of one class.</summary>
public sealed class ServedRound : IAsyncLifetime
{
    private SmallRound? _round;
    private ServingFoi? _serving;

    internal SmallRound Round => _round!;

    internal ServingFoi Serving => _serving!;

    public async ValueTask InitializeAsync()
    {
        _round = await SmallRound.OpenAsync(5);
        _serving = await ServingFoi.StartAsync(_round.Foi);
    }

    public ValueTask DisposeAsync()
    {
        _serving?.Dispose();
        _round?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<HostAnswer> AskAsync(HostCall call) => Serving.AskAsync(call);

    /// <summary>A mail that was taken in, so that a message can name it.</summary>
    internal async Task<string> TakeInMailAsync(string subject)
    {
        var raw = Encoding.UTF8.GetBytes(Round.Mail(subject, "We do not hold this information.", Guid.NewGuid().ToString("n")));
        var id = Convert.ToHexStringLower(SHA256.HashData(raw));
        (await AskAsync(HostCall.Blob($"dropped {id[..6]}.eml", raw))).ShouldBeSuccess();
        (await AskAsync(HostCall.Blob($"{id}.eml", raw))).ShouldBeSuccess();
        return id;
    }

    /// <summary>The bytes that are stored under a hash in the inbox.</summary>
    internal byte[] Stored(ReadOnlySpan<byte> content) =>
        File.ReadAllBytes(Path.Combine(Round.Data, "documents", "inbox", $"{Convert.ToHexStringLower(SHA256.HashData(content))}.eml"));
}
