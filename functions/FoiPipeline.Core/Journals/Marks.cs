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

/// <summary>What the marks of one stream amount to.</summary>
public sealed record MarkState
{
    public static MarkState Empty { get; } = new();

    public string? Cursor { get; init; }

    public int Moves { get; init; }

    public bool Taken { get; init; }

    public IReadOnlyList<AuthorityId> Authorities { get; init; } = [];

    public static MarkState Apply(MarkState state, MarkEvent happening) => happening switch
    {
        CursorMoved e => state with { Cursor = e.Cursor, Moves = e.Number },
        MinuteTaken => state with { Taken = true },
        SeenFor e => state with { Authorities = [.. state.Authorities, e.Authority] },
        _ => state,
    };
}
