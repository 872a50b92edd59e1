using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Letters;

/// <summary>What a letter of ours is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LetterKind>))]
public enum LetterKind
{
    /// <summary>The request itself.</summary>
    Initial,

    /// <summary>The request again, to another address after a bounce.</summary>
    Resend,

    /// <summary>Our answer to a clarification sought under s.1(3).</summary>
    Clarification,
}
