using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

internal enum MarkKind
{
    /// <summary>A reply-address token that is whole and belongs to an authority on the register.</summary>
    Token,

    /// <summary>The Message-ID of a letter of this round.</summary>
    MessageId,

    /// <summary>Our reference.</summary>
    Reference,

    /// <summary>Something of a token's shape whose check fails.</summary>
    DamagedToken,

    /// <summary>Our prefix with a code that is not on the register.</summary>
    UnknownReference,

    /// <summary>A sound token or Message-ID of another round or register.</summary>
    Foreign,
}

/// <summary>Something of ours found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Authority">Whom it names; nothing for damaged and foreign marks.</param>
/// <param name="Words">As written.</param>
/// <param name="Nearest">For damaged and unknown marks the authorities that may be meant.</param>
internal sealed record Mark(MarkKind Kind, AuthorityId? Authority, string Words, IReadOnlyList<AuthorityId> Nearest)
{
    public Mark(MarkKind kind, AuthorityId authority, string words)
        : this(kind, authority, words, [])
    {
    }
}
