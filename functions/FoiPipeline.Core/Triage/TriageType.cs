using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Triage;

/// <summary>What a person is asked to settle.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageType>))]
public enum TriageType
{
    /// <summary>It is not known whether a letter left.</summary>
    UnconfirmedLetter,

    /// <summary>The mail server would not take a letter.</summary>
    RefusedLetter,

    /// <summary>A letter came back: there is no request in law until it is sent to another address.</summary>
    Bounce,

    /// <summary>The authority asks what we mean; the clock stands until we answer.</summary>
    Clarification,

    /// <summary>The authority wants a fee.</summary>
    FeesNotice,

    /// <summary>Whose reply it is could not be told for certain.</summary>
    Unattributed,

    /// <summary>One mail seems to answer for several authorities.</summary>
    SeveralAuthorities,

    /// <summary>What kind of reply it is could not be told for certain.</summary>
    DoubtfulKind,

    /// <summary>The answer is in a file that could not be read.</summary>
    Unreadable,

    /// <summary>The authority says that somebody else has to be asked.</summary>
    Transfer,

    /// <summary>A step of the pipeline failed on this mail again and again.</summary>
    Poison,
}
