namespace FoiPipeline.Documents.Native;

/// <summary>Finds tools on the search path, so that a child is started by its full path and a missing one is known beforehand.</summary>
internal static class ToolPath
{
    public static string? Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").Split(Path.PathSeparator);
        return folders.Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
