using System.Globalization;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Journals;

/// <summary>
/// Small facts the pipeline has to remember durably: how far the mailbox has been collected, which minute's letters are taken, which authority a
/// sender or an authority's own reference belongs to.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CursorMoved), nameof(CursorMoved))]
[JsonDerivedType(typeof(MinuteTaken), nameof(MinuteTaken))]
[JsonDerivedType(typeof(SeenFor), nameof(SeenFor))]
[JsonDerivedType(typeof(HomeMoved), nameof(HomeMoved))]
public abstract record MarkEvent : JournalEvent;

/// <summary>All mail up to the cursor is stored. Two collectors at once cannot both make move number <paramref name="Number"/>.</summary>
public sealed record CursorMoved(int Number, string Cursor) : MarkEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"cursor/{Number}");
}

/// <summary>One run of the sender has this minute; another run in the same minute sends nothing.</summary>
public sealed record MinuteTaken : MarkEvent
{
    public override string Key => "taken";
}

/// <summary>A sender's address or an authority's own reference was seen in a mail that is certainly this authority's.</summary>
public sealed record SeenFor(AuthorityId Authority, string Mail) : MarkEvent
{
    public override string Key => $"seen/{Authority}";
}

/// <summary>From now on the round is carried on in one store only: the one of this id.</summary>
/// <param name="Number">Counts the moves.</param>
/// <param name="To">Id of the store.</param>
/// <param name="Place">The store's name for a person.</param>
/// <param name="Why">For what reason, in a person's words.</param>
public sealed record HomeMoved(int Number, string To, string Place, string Why) : MarkEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"home/{Number}");
}

/// <summary>What the marks of one stream amount to.</summary>
public sealed record MarkState
{
    public static MarkState Empty { get; } = new();

    public string? Cursor { get; init; }

    public int Moves { get; init; }

    /// <summary>Id of the store the round is carried on in; nothing while it has never been copied.</summary>
    public string? Home { get; init; }

    /// <summary>That store's name for a person.</summary>
    public string? HomePlace { get; init; }

    public bool Taken { get; init; }

    public IReadOnlyList<AuthorityId> Authorities { get; init; } = [];

    public static MarkState Apply(MarkState state, MarkEvent happening) => happening switch
    {
        CursorMoved e => state with { Cursor = e.Cursor, Moves = e.Number },
        HomeMoved e => state with { Home = e.To, HomePlace = e.Place, Moves = e.Number },
        MinuteTaken => state with { Taken = true },
        SeenFor e => state with { Authorities = [.. state.Authorities, e.Authority] },
        _ => state,
    };
}
