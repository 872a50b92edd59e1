using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// The row keys of a register. The service sorts rows by key, character by character, and forbids <c>/ \ # ?</c> in it. So '/' is written as '.', and for the order
/// to stay what it was, its two neighbours move down with it: '.' is written as '-', '-' as ','. The parts of a key are
/// separated by '!', which sorts below everything that a part may hold.
/// </summary>
internal static class RegisterKeys
{
    private const char Separator = '!';

    // The character after the separator: ends a range of all keys that begin with some parts.
    private const char AfterSeparator = '"';

    // Sorts after every character that a part may hold.
    private const char AfterAll = '\u00ff';

    private static readonly SearchValues<char> InStreams =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    private static readonly SearchValues<char> InLists =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+|~");

    public static string Summary(StreamId stream) => $"s!{Write(stream.Value)}";

    public static string Event(StreamId stream, string key) => $"e!{Write(stream.Value)}!{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";

    public static string Place(ListEntry entry, StreamId stream) => $"w!{entry.List}!{entry.SortKey}!{Write(stream.Value)}";

    /// <summary>The stream that a summary or a place on a worklist belongs to.</summary>
    public static StreamId StreamOf(string rowKey) => new(Read(rowKey[(rowKey.LastIndexOf(Separator) + 1)..]));

    public static bool IsStream(string? name) => !string.IsNullOrEmpty(name) && !name.AsSpan().ContainsAnyExcept(InStreams);

    /// <summary>All events of a stream.</summary>
    public static RowRange Events(StreamId stream) => All($"e!{Write(stream.Value)}");

    /// <summary>The summaries of the streams that begin with the prefix; nothing if no stream can.</summary>
    public static RowRange? Summaries(string prefix) => prefix.AsSpan().ContainsAnyExcept(InStreams)
        ? null
        : new RowRange($"s!{Write(prefix)}", $"s!{Write(prefix)}{AfterAll}");

    /// <summary>The places on a worklist with sort keys up to and including <paramref name="upTo"/>; nothing if there can be no such list.</summary>
    public static RowRange? Places(string list, string? upTo) => list.AsSpan().ContainsAnyExcept(InLists) ? null
        : upTo is null ? All($"w!{list}")
        : new RowRange($"w!{list}{Separator}", $"w!{list}{Separator}{Above(upTo)}");

    internal static string Write(string name) => string.Create(name.Length, name, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = from[i] is '-' or '.' or '/' ? (char)(from[i] - 1) : from[i];
        }
    });

    private static string Read(string written) => string.Create(written.Length, written, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = from[i] is ',' or '-' or '.' ? (char)(from[i] + 1) : from[i];
        }
    });

    private static RowRange All(string parts) => new($"{parts}{Separator}", $"{parts}{AfterSeparator}");

    /// <summary>
    /// What sorts after all keys whose sort key is at most <paramref name="upTo"/>, and before all others. A bound may hold any character; from the first one that no
    /// sort key has, the rest decides nothing.
    /// </summary>
    private static string Above(string upTo)
    {
        var foreign = upTo.AsSpan().IndexOfAnyExcept(InLists);
        return foreign < 0 ? $"{upTo}{AfterSeparator}" : $"{upTo[..foreign]}{(char)Math.Clamp(upTo[foreign], AfterSeparator, AfterAll)}";
    }
}

/// <summary>Row keys from one (included) to another (left out).</summary>
internal readonly record struct RowRange(string From, string Before);
