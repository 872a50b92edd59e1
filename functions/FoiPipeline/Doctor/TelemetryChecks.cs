using System.Net.Sockets;
using FoiPipeline.Composition;

namespace FoiPipeline.Doctor;

/// <summary>Whether the collector that the settings name can be reached. Nothing is sent to it.</summary>
internal static class TelemetryChecks
{
    private const string Check = "telemetry";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) => [await LookAsync(AppSettings.Get(AppSettings.OtlpEndpoint), cancel).ConfigureAwait(false)];

    public static async Task<Finding> LookAsync(string? endpoint, CancellationToken cancel)
    {
        if (endpoint is null)
        {
            return Finding.Ok(Check, "Traces and measures are sent nowhere (OTEL_EXPORTER_OTLP_ENDPOINT is not set).");
        }

        if (!TelemetryExport.IsEndpoint(endpoint))
        {
            return Finding.Failed(Check, $"{AppSettings.OtlpEndpoint} is no address of a collector.", "Give it one like http://localhost:4317, or remove it.");
        }

        // Host and port only: an address may carry a password.
        var uri = new Uri(endpoint);
        var place = $"{uri.Host}:{uri.Port}";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(uri.Host, uri.Port, patience.Token).ConfigureAwait(false);
            return Finding.Ok(Check, $"The collector at {place} takes connections.");
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Finding.Warning(Check, $"The collector at {place} does not answer, so traces and measures are lost; the round is not held up.", $"Start it, or remove {AppSettings.OtlpEndpoint}.");
        }
    }
}
