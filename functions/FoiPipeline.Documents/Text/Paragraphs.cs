using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents.Text;

/// <summary>Clean text as passages: one for each paragraph, <c>p1</c>, <c>p2</c> ...; paragraphs are parted by an empty line.</summary>
internal static class Paragraphs
{
    /// <summary>At most <paramref name="most"/> passages; the last then holds all the rest.</summary>
    public static IReadOnlyList<Passage> Of(string clean, int most) =>
        [.. clean.Split("\n\n", most, StringSplitOptions.RemoveEmptyEntries).Select((text, i) => new Passage(text, null, $"p{i + 1}"))];
}
