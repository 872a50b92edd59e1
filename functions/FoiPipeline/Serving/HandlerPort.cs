using System.Globalization;
using FoiPipeline.Commands;
using FoiPipeline.Composition;

namespace FoiPipeline.Serving;

/// <summary>The port on which the Functions host expects its custom handler.</summary>
internal static class HandlerPort
{
    /// <exception cref="CommandException">It is not set, or is no port.</exception>
    public static int Read(Func<string, string?> setting)
    {
        var text = setting(AppSettings.HandlerPort)
            ?? throw new CommandException($"'foi serve' is started by the Functions host, which says in {AppSettings.HandlerPort} where to listen, and that is not set. To run everything on this machine without the host: 'foi run'.");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new CommandException($"{AppSettings.HandlerPort} is '{text}', which is no port: it takes a number from 1 to 65535.");
    }
}
