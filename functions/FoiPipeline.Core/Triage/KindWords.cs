using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Triage;

/// <summary>The kinds of reply in words for a person.</summary>
public static class KindWords
{
    public static string Of(ReplyKind kind) => kind switch
    {
        ReplyKind.Bounce => "not delivered",
        ReplyKind.OutOfOffice => "out of office",
        ReplyKind.AutoAcknowledgement => "automatic acknowledgement",
        ReplyKind.Acknowledgement => "acknowledgement",
        ReplyKind.Clarification => "clarification sought",
        ReplyKind.FeesNotice => "fees notice",
        ReplyKind.Extension => "extension or delay",
        ReplyKind.Transfer => "ask somebody else",
        ReplyKind.Refusal => "refusal",
        ReplyKind.NotHeld => "information not held",
        ReplyKind.Partial => "partial answer",
        ReplyKind.Full => "full answer",
        _ => "other",
    };
}
