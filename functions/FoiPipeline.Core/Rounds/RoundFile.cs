using System.Text.Json;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Journals;

namespace FoiPipeline.Core.Rounds;

/// <summary>
/// A round as it is frozen when it is opened: readable JSON with '\n' line ends and sorted keys. The same round gives the same bytes on every
/// machine, so that
/// opening it twice is seen to be the same.
/// </summary>
public static class RoundFile
{
    private static readonly JsonSerializerOptions Options = new(FoiJson.Readable)
    {
        NewLine = "\n",
        // What is left open ("lastDay": null) is said, so that a missing setting is known from a damaged file.
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static byte[] ToBytes(Round round) => JsonSerializer.SerializeToUtf8Bytes(Canonical(round), Options);

    /// <exception cref="InvalidDataException">The bytes are no frozen round; the message says where they stop making sense.</exception>
    public static Round FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Round>(bytes, Options) ?? throw new JsonException("The file says 'null'.");
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException($"The frozen round cannot be read: {e.Message}", e);
        }
    }

    private static Round Canonical(Round round) => round with
    {
        Templates = Sorted(round.Templates),
        Authorities = [.. round.Authorities.Select(a => a with { Attributes = Sorted(a.Attributes) })],
    };

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> entries) =>
        new(entries.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
