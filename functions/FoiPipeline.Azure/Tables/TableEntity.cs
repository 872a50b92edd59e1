using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// A row of a table: a bag of properties. Values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="DateTimeOffset"/>, <see cref="Guid"/> or <see cref="BinaryData"/>; a property without a value is not stored. The keys, the time stamp and the
/// ETag stand in the bag under the service's own names.
/// </summary>
public sealed class TableEntity : IEnumerable<KeyValuePair<string, object?>>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    [AllowNull]
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey)) ?? "";
        set => this[nameof(PartitionKey)] = value;
    }

    [AllowNull]
    public string RowKey
    {
        get => GetString(nameof(RowKey)) ?? "";
        set => this[nameof(RowKey)] = value;
    }

    /// <summary>When the service last changed the row. It is never sent.</summary>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => this[nameof(Timestamp)] = value;
    }

    /// <summary>The state of the row as it was read; the default value if it is not known.</summary>
    public ETag ETag
    {
        get => GetString(ETagName) is { } text ? new ETag(text) : default;
        set => this[ETagName] = value == default ? null : value.ToString();
    }

    public IReadOnlyCollection<string> Keys => _properties.Keys;

    public int Count => _properties.Count;

    /// <summary>The value, or nothing when the row has no such property.</summary>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = value;
    }

    public string? GetString(string key) => Get<string>(key);

    public bool? GetBoolean(string key) => GetValue<bool>(key);

    public int? GetInt32(string key) => GetValue<int>(key);

    public long? GetInt64(string key) => GetValue<long>(key);

    public double? GetDouble(string key) => GetValue<double>(key);

    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => GetValue<DateTimeOffset>(key);

    public BinaryData? GetBinaryData(string key) => Get<BinaryData>(key);

    public void Add(string key, object? value) => _properties.Add(key, value);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object? value) => _properties.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="InvalidOperationException">The property is there and of another type.</exception>
    private T? Get<T>(string key)
        where T : class => this[key] switch
        {
            null => null,
            T value => value,
            var other => throw OtherType(key, typeof(T), other),
        };

    private T? GetValue<T>(string key)
        where T : struct => this[key] switch
        {
            null => null,
            T value => value,
            var other => throw OtherType(key, typeof(T), other),
        };

    private static InvalidOperationException OtherType(string key, Type asked, object found) =>
        new($"The property '{key}' of a row is of type {found.GetType().Name}, not {asked.Name}.");
}
