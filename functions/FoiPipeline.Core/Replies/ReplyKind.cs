using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Replies;

/// <summary>What a reply is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyKind>))]
public enum ReplyKind
{
    Other,
    Bounce,
    OutOfOffice,
    AutoAcknowledgement,
    Acknowledgement,
    Clarification,
    FeesNotice,
    Extension,
    Transfer,
    Refusal,
    NotHeld,
    Partial,
    Full,
}
