using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FoiPipeline.Composition;

/// <summary>Where diagnostics go.</summary>
internal static class Logs
{
    /// <summary>
    /// Under the Functions host, which takes every line of standard output for a record of its own and every line of standard error for an error: one JSON object a line.
    /// </summary>
    public static ILoggerFactory ToStandardOutput() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddConsole(console => console.FormatterName = JsonLog.FormatterName)
        .AddConsoleFormatter<JsonLog, ConsoleFormatterOptions>());

    /// <summary>One line each, on standard error, so that standard output stays data.</summary>
    public static ILoggerFactory ToStandardError() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddConsole(console => console.FormatterName = PlainLog.FormatterName)
        .AddConsoleFormatter<PlainLog, ConsoleFormatterOptions>()
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
