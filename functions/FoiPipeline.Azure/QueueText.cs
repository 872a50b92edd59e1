using System.Text;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// The text of a message on the wire: UTF-8 in Base64, as the Functions host writes and expects it. Something else may lie in a queue too,
/// put there by hand or by another system, and must be visible rather than stop the queue.
/// </summary>
internal static class QueueText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));

    public static bool TryDecode(string wire, out string message)
    {
        try
        {
            message = Strict.GetString(Convert.FromBase64String(wire));
            return true;
        }
        catch (Exception fault) when (fault is FormatException or DecoderFallbackException)
        {
            message = wire;
            return false;
        }
    }

    /// <summary>As much of a text as a message may hold: what another system sent may be longer, and must not stand in the way of the others.</summary>
    public static string Cut(string text) =>
        Encoding.UTF8.GetByteCount(text) <= QueueRules.MaxMessageBytes ? text : text[..(QueueRules.MaxMessageBytes / 3)];
}
