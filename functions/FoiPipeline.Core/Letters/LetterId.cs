using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// The deterministic name of one letter: round, authority, kind and number (<c>SV16.02N.Initial.1</c>). The same letter has the same id in
/// every run, which is what makes sending it twice impossible.
/// </summary>
[JsonConverter(typeof(LetterIdJson))]
public readonly record struct LetterId(string Prefix, AuthorityId Authority, LetterKind Kind, int Number)
{
    public Reference Reference => new(Prefix, Authority);

    /// <summary>Name of the document that holds the exact bytes.</summary>
    public string DocumentName => $"letters/{this}.eml";

    public static bool TryParse([NotNullWhen(true)] string? text, out LetterId id)
    {
        id = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length != 4
            || parts[0].Length is < 2 or > 8
            || !AuthorityId.TryParse(parts[1], out var authority)
            || !Enum.TryParse<LetterKind>(parts[2], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)
            || !int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        id = new LetterId(parts[0].ToUpperInvariant(), authority, kind, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}.{Authority}.{Kind}.{Number}");

    internal sealed class LetterIdJson : JsonConverter<LetterId>
    {
        public override LetterId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("not the id of a letter");

        public override void Write(Utf8JsonWriter writer, LetterId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
