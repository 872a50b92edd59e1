namespace FoiPipeline.Dashboard;

/// <summary>A short page for where there is nothing to show, or nobody to show it to.</summary>
public static class NoticePage
{
    /// <param name="title">What is the matter, in a few words.</param>
    /// <param name="sentence">What to do about it.</param>
    public static string Render(string title, string sentence) =>
        PageFrame.Around(title, Html.Of($"<header><h1>{title}</h1></header><main><p>{sentence}</p></main>"));
}
