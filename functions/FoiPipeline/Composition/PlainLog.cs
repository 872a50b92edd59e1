using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FoiPipeline.Composition;

/// <summary>One line for one happening, with the moment. Where the program was when it went wrong is told only to those who set FOI_DEBUG.</summary>
internal sealed class PlainLog() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var words = logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" ");
        textWriter.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {(logEntry.LogLevel >= LogLevel.Warning ? $"{logEntry.LogLevel}: ".ToLowerInvariant() : "")}{words}");
        if (logEntry.Exception is { } exception && AppSettings.Get(AppSettings.Debug) is not null)
        {
            textWriter.WriteLine(exception);
        }
    }
}
