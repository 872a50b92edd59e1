using System.Buffers;

namespace FoiPipeline.Core.Ports;

/// <summary>What every register asks of its callers, so that what one implementation takes, all take. A breach is a fault of the program.</summary>
public static class RegisterRules
{
    public const int MaxNameLength = 200;
    public const int MaxKeyLength = 200;
    public const int MaxSortKeyLength = 100;

    /// <summary>Events of one append, and places on worklists of one stream: what goes into one transaction of every store we know.</summary>
    public const int MaxEvents = 40;

    public const int MaxLists = 20;
    public const int MaxListLength = 100;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    private static readonly SearchValues<char> InLists =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+|~");

    /// <exception cref="ArgumentException">The name is empty, too long or holds other characters.</exception>
    public static void Require(StreamId stream)
    {
        if (stream.Value is not { Length: > 0 and <= MaxNameLength } || stream.Value.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException($"'{stream.Value}' cannot be the name of a stream.", nameof(stream));
        }
    }

    /// <exception cref="ArgumentException">No events or too many, a key that is empty, too long or there twice, or a version below 0.</exception>
    public static void Require(long expectedVersion, IReadOnlyList<StoredEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count is 0 or > MaxEvents)
        {
            throw new ArgumentException($"An append has between one and {MaxEvents} events, and this one has {events.Count}.", nameof(events));
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in events.Select(e => e.Key))
        {
            if (key.Length is 0 or > MaxKeyLength || !keys.Add(key))
            {
                throw new ArgumentException($"The event key '{key}' is empty, longer than {MaxKeyLength} characters or there twice.", nameof(events));
            }
        }
    }

    /// <exception cref="ArgumentException">
    /// Too many worklists, a name or sort key that holds other characters than letters, digits and <c>-_.:+|~</c>, or one of them that is too long.
    /// </exception>
    public static void Require(StoredSummary summary)
    {
        if (summary.Lists.Count > MaxLists)
        {
            throw new ArgumentException($"A stream stands on at most {MaxLists} worklists, and this one on {summary.Lists.Count}.", nameof(summary));
        }

        foreach (var entry in summary.Lists)
        {
            if (entry.List is not { Length: > 0 and <= MaxListLength } || entry.SortKey is not { Length: <= MaxSortKeyLength }
                || entry.List.AsSpan().ContainsAnyExcept(InLists) || entry.SortKey.AsSpan().ContainsAnyExcept(InLists))
            {
                throw new ArgumentException($"'{entry.SortKey}' cannot be a place on the worklist '{entry.List}'.", nameof(summary));
            }
        }
    }
}
