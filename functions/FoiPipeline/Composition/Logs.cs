using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FoiPipeline.Composition;

/// <summary>Logs are diagnostics: one line each, on standard error, so that standard output stays data.</summary>
internal static class Logs
{
    public static ILoggerFactory ToStandardError() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddConsole(console => console.FormatterName = PlainLog.FormatterName)
        .AddConsoleFormatter<PlainLog, ConsoleFormatterOptions>()
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
