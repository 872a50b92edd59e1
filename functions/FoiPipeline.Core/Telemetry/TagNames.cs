namespace FoiPipeline.Core.Telemetry;

/// <summary>The keys of what spans and measures carry: those of OpenTelemetry's semantic conventions where there is one, <c>foi.*</c> otherwise.</summary>
public static class TagNames
{
    /// <summary>Lower-case hexadecimal SHA-256 of the raw bytes.</summary>
    public const string Mail = "foi.mail.id";

    /// <summary>Round, authority, kind and number.</summary>
    public const string Letter = "foi.letter.id";

    public const string LetterKind = "foi.letter.kind";

    /// <summary>How an attempt at delivery ended, or that the letter came back.</summary>
    public const string LetterOutcome = "foi.letter.outcome";

    public const string ReplyKind = "foi.reply.kind";

    /// <summary><c>rule</c> or <c>person</c>.</summary>
    public const string JudgedBy = "foi.judged.by";

    /// <summary>The rung of the matching ladder that attributed a mail; <c>none</c> if none did.</summary>
    public const string MatchRung = "foi.match.rung";

    /// <summary>What was doubtful about a match; <c>none</c> if nothing was.</summary>
    public const string MatchDoubt = "foi.match.doubt";

    public const string Step = "foi.step";

    public const string ErrorType = "error.type";

    public const string Queue = "messaging.destination.name";

    public const string MessagingOperation = "messaging.operation.type";

    public const string FunctionName = "faas.name";

    public const string FunctionTrigger = "faas.trigger";

    public const string DocumentCollection = "faas.document.collection";
}
