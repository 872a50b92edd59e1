namespace FoiPipeline.Core.Ports;

/// <summary>The mailbox the round is sent from and answered to.</summary>
public interface IMailbox
{
    /// <summary>Hands one finished message over for delivery. Expected failures are answers, not exceptions.</summary>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel);

    /// <summary>
    /// Messages that arrived after <paramref name="cursor"/> (nothing: all), oldest first. Each carries the cursor to go on from once its bytes
    /// are stored. The stream is read before the next message is asked for. The line may break at any point: what was not yet given comes again.
    /// </summary>
    IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, CancellationToken cancel);

    /// <summary>Whether a message we tried to send is known to have been accepted.</summary>
    Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel);
}

/// <param name="MessageId">With angle brackets.</param>
/// <param name="EnvelopeFrom">Where bounces go.</param>
/// <param name="EnvelopeTo">The one recipient.</param>
/// <param name="Raw">The exact bytes, CRLF line ends.</param>
public sealed record OutgoingMail(string MessageId, string EnvelopeFrom, string EnvelopeTo, ReadOnlyMemory<byte> Raw);

public enum SendStage
{
    /// <summary>The server took responsibility for the message.</summary>
    Accepted,

    /// <summary>Surely not accepted, and worth trying again.</summary>
    Deferred,

    /// <summary>Surely not accepted, and trying again would end the same.</summary>
    Refused,

    /// <summary>The line broke where the server may or may not have accepted it.</summary>
    Unknown,
}

/// <param name="Stage">How far it got.</param>
/// <param name="Words">The server's own words, or what broke.</param>
public sealed record SendResult(SendStage Stage, string Words);

/// <param name="CursorAfter">Where to go on from once this message is stored.</param>
/// <param name="Received">When the mailbox's server took it.</param>
/// <param name="Raw">The raw bytes; seekable, at position 0. The receiver disposes it.</param>
public sealed record IncomingMail(string CursorAfter, DateTimeOffset Received, Stream Raw);

public enum FindSentStage
{
    /// <summary>The server has it: it was accepted.</summary>
    Found,

    /// <summary>The server keeps every message it accepts, and has not got this one: it was not accepted.</summary>
    Absent,

    /// <summary>The server cannot tell. A person has to.</summary>
    Unknown,
}

/// <param name="Stage">Found, surely absent, or not to be known.</param>
/// <param name="AcceptedAt">When it was accepted, if found.</param>
/// <param name="Words">Where it was looked for, for the journal.</param>
public sealed record FindSentResult(FindSentStage Stage, DateTimeOffset? AcceptedAt, string Words);
