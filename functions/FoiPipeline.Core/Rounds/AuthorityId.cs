using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Rounds;

/// <summary>
/// The id of a public body on a register: for NHS bodies the ODS code (<c>02N</c>). Two to twelve letters and digits, kept in upper case,
/// so that it can stand in a mail address, a Message-ID, a file name and a table key as it is.
/// </summary>
[JsonConverter(typeof(AuthorityIdJson))]
public readonly record struct AuthorityId : IComparable<AuthorityId>
{
    private readonly string? _value;

    private AuthorityId(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out AuthorityId id)
    {
        var trimmed = text.AsSpan().Trim();
        id = default;
        if (trimmed.Length is < 2 or > 12)
        {
            return false;
        }

        foreach (var c in trimmed)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        id = new AuthorityId(trimmed.ToString().ToUpperInvariant());
        return true;
    }

    /// <exception cref="FormatException">The text is not two to twelve ASCII letters and digits.</exception>
    public static AuthorityId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an authority's code: 2 to 12 letters and digits, for example 02N.");

    public int CompareTo(AuthorityId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(AuthorityId left, AuthorityId right) => left.CompareTo(right) < 0;

    public static bool operator >(AuthorityId left, AuthorityId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AuthorityId left, AuthorityId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AuthorityId left, AuthorityId right) => left.CompareTo(right) >= 0;

    internal sealed class AuthorityIdJson : JsonConverter<AuthorityId>
    {
        public override AuthorityId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, AuthorityId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override AuthorityId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, AuthorityId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
    }
}
