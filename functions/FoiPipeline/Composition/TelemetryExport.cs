using System.Reflection;
using FoiPipeline.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FoiPipeline.Composition;

/// <summary>
/// Sends spans and measures to a collector (OTLP), where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; the other settings of the OpenTelemetry standard are read by its
/// own library. A collector that is away, slow or wrong costs a command nothing but the farewell.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    public const string ServiceName = "foi";

    /// <summary>Longest time a command waits at its end for what is still to be sent.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    // Two verbs never run in one process, but a verb and the server it starts may both ask.
    private static int _running;

    private TracerProvider? _traces;
    private MeterProvider? _measures;

    private TelemetryExport(TracerProvider? traces, MeterProvider? measures) => (_traces, _measures) = (traces, measures);

    /// <summary>Begins; does nothing where no collector is named, or where it is running already. Disposing sends what is left and ends.</summary>
    public static TelemetryExport Start()
    {
        if (AppSettings.Get(AppSettings.OtlpEndpoint) is not { } endpoint)
        {
            return new TelemetryExport(null, null);
        }

        if (!IsEndpoint(endpoint))
        {
            return Without($"{AppSettings.OtlpEndpoint} is no address of a collector; it takes one like http://localhost:4317.");
        }

        try
        {
            return Interlocked.Exchange(ref _running, 1) == 1 ? new TelemetryExport(null, null) : Build();
        }
        catch (Exception e)
        {
            // A certificate that is not there, a word that is none: whatever it is, the round goes on without being watched.
            return Without(e.Message);
        }
    }

    private static TelemetryExport Build() => new(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(FoiTelemetry.Name).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter(FoiTelemetry.Name).AddOtlpExporter().Build());

    private static TelemetryExport Without(string problem)
    {
        Console.Error.WriteLine($"foi: no traces and measures are sent: {problem}");
        return new TelemetryExport(null, null);
    }

    /// <summary>Whether the setting can be an endpoint at all.</summary>
    public static bool IsEndpoint(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public void Dispose()
    {
        var (traces, measures) = (Interlocked.Exchange(ref _traces, null), Interlocked.Exchange(ref _measures, null));
        if (traces is null || measures is null)
        {
            return;
        }

        // On threads that do not hold the process: whatever is not sent by then is not sent.
        var most = (int)Farewell.TotalMilliseconds;
        Task.WaitAll([Task.Run(() => End(traces, () => traces.Shutdown(most))), Task.Run(() => End(measures, () => measures.Shutdown(most)))], Farewell + TimeSpan.FromMilliseconds(500));
        Interlocked.Exchange(ref _running, 0);
    }

    private static void End(IDisposable provider, Func<bool> shutDown)
    {
        shutDown();
        provider.Dispose();
    }

    // The environment last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService(ServiceName, serviceVersion: Version, autoGenerateServiceInstanceId: true)
        .AddEnvironmentVariableDetector();

    private static string Version => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
