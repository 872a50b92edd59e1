using Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// The rows of a register, all in one partition, so that one transaction reaches them. <c>s!stream</c> holds version, summary and places;
/// <c>e!stream!hash of the key</c> an event; <c>w!list!sort key!stream</c> a copy of version and summary, so that a worklist is one range read.
/// </summary>
internal static class RegisterRows
{
    public const string Partition = "round";

    public const string Version = "Version";
    public const string Write = "Write";
    public const string Places = "Places";
    public const string Number = "Number";
    public const string Key = "Key";

    // List names and sort keys hold neither.
    private const char BetweenPlaces = ' ';
    private const char InPlace = '!';

    public static TableEntity Summary(StreamId stream, long version, IReadOnlyList<ListEntry> places, Guid write, Payload json)
    {
        var row = Row(RegisterKeys.Summary(stream), json);
        row[Version] = version;
        row[Places] = string.Join(BetweenPlaces, places.Select(p => $"{p.List}{InPlace}{p.SortKey}"));
        row[Write] = write;
        return row;
    }

    public static TableEntity Event(StreamId stream, long number, string key, Guid write, Payload json)
    {
        var row = Row(RegisterKeys.Event(stream, key), json);
        row[Number] = number;
        row[Key] = key;
        row[Write] = write;
        return row;
    }

    public static TableEntity Place(StreamId stream, ListEntry place, long version, Payload json)
    {
        var row = Row(RegisterKeys.Place(place, stream), json);
        row[Version] = version;
        return row;
    }

    public static StreamState State(TableEntity summary) =>
        new(Required<long>(summary, Version), summary.ETag, ReadPlaces(summary));

    /// <exception cref="StoreUnavailableException">The row lacks what every row of its kind has.</exception>
    public static T Required<T>(TableEntity row, string property) => row[property] is T value ? value : throw Damaged(row);

    public static StoreUnavailableException Damaged(TableEntity row) =>
        new($"The row '{row.RowKey}' of the table register is not as this program writes it: restore the table from a copy of the round (`foi copy`).");

    private static TableEntity Row(string key, Payload json) => new(Partition, key) { { Payload.Inline, json.Text }, { Payload.Elsewhere, json.Document } };

    private static IReadOnlyList<ListEntry> ReadPlaces(TableEntity row) =>
        [.. Required<string>(row, Places).Split(BetweenPlaces, StringSplitOptions.RemoveEmptyEntries).Select(p => ReadPlace(p, row))];

    private static ListEntry ReadPlace(string text, TableEntity row) => text.Split(InPlace) is [var list, var sortKey] ? new ListEntry(list, sortKey) : throw Damaged(row);
}

/// <summary>Where a stream stands: what the next append needs to know.</summary>
/// <param name="Version">Number of its events.</param>
/// <param name="ETag">The state of its summary row. Whoever writes on the ground of an old one is refused.</param>
/// <param name="Places">The worklists it is on.</param>
internal sealed record StreamState(long Version, ETag ETag, IReadOnlyList<ListEntry> Places)
{
    private const int LongestKept = 20_000;

    /// <summary>Its summary, if that is known here and not too long to be kept.</summary>
    public string? Json { get; private init; }

    public StreamState With(string json) => this with { Json = json.Length <= LongestKept ? json : null };

    /// <summary>A stream that does not exist.</summary>
    public static StreamState None { get; } = new(0, default, []);
}
