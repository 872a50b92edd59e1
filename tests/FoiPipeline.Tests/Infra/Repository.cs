namespace FoiPipeline.Tests.Infra;

/// <summary>Files of the repository these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    /// <summary>The folder of <c>host.json</c> and of the functions' folders.</summary>
    public static string Functions { get; } = At("functions", "FoiPipeline");

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    public static string Read(params string[] path) => File.ReadAllText(At(path));
}
