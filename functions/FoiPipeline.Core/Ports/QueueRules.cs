using System.Text;

namespace FoiPipeline.Core.Ports;

/// <summary>What every work queue asks of its callers. A breach is a fault of the program.</summary>
public static class QueueRules
{
    /// <summary>The smallest limit among the queues we know (64 kB after Base64), in bytes of UTF-8.</summary>
    public const int MaxMessageBytes = 48 * 1024;

    /// <summary>Where messages go that were given out too often.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";

    /// <exception cref="ArgumentException">The queue has no name, or the message is too long.</exception>
    public static void Require(string queue, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        if (Encoding.UTF8.GetByteCount(message) > MaxMessageBytes)
        {
            throw new ArgumentException($"A message for the queue '{queue}' is longer than {MaxMessageBytes} bytes: messages carry ids, never content.", nameof(message));
        }
    }
}
