using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Requests;

/// <summary>Where the exchange of letters stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Correspondence>))]
public enum Correspondence
{
    /// <summary>Nothing from the authority yet.</summary>
    Silent,

    /// <summary>Only acknowledgements, of a person or a machine.</summary>
    Acknowledged,

    /// <summary>A person of the authority has written in substance: asked, promised, answered.</summary>
    InConversation,
}

/// <summary>Who has to do the next thing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Turn>))]
public enum Turn
{
    Theirs,
    Ours,
    Nobodys,
}

/// <summary>Whether the statutory clock runs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockRun>))]
public enum ClockRun
{
    /// <summary>The request has not been received: not sent, refused or bounced.</summary>
    NotStarted,
    Running,

    /// <summary>The authority waits for our clarification (s.1(3)); our answer starts the clock at zero.</summary>
    Paused,

    /// <summary>Answered in substance, or withdrawn.</summary>
    Stopped,
}

/// <summary>What the request has come to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    None,
    Full,
    Partial,
    NotHeld,
    Refused,
    Transferred,
    Withdrawn,
}
