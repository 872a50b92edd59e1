using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Matching;

/// <summary>The rungs of the ladder, strongest first. The order is the order of trust.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchRung>))]
public enum MatchRung
{
    /// <summary>The token of a request's reply address, with its check character.</summary>
    Token,

    /// <summary>The Message-ID of a letter of ours: In-Reply-To, References, a delivery report, returned headers.</summary>
    Thread,

    /// <summary>Our reference in the subject.</summary>
    SubjectReference,

    /// <summary>Our reference in the body: in the sender's own words, or more weakly in what they quote.</summary>
    BodyReference,

    /// <summary>The authority's own reference, seen earlier in this round.</summary>
    TheirReference,

    /// <summary>The address a bounced letter could not be delivered to.</summary>
    BouncedRecipient,

    /// <summary>A sender's address that belongs to one authority only.</summary>
    KnownSender,

    /// <summary>An authority's name in the text. Suggests, never attributes.</summary>
    Name,
}
