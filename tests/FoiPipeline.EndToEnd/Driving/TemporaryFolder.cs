namespace FoiPipeline.EndToEnd.Driving;

/// <summary>A new folder that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("foi-end-to-end-").FullName;

    public string Below(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Below(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
