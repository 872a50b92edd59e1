namespace FoiPipeline.Benchmarks.Rounds;

/// <summary>A folder that goes away with its owner.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    private ScratchFolder(string parent) => Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"foi-bench-{Guid.NewGuid():N}")).FullName;

    public string Path { get; }

    /// <summary>On a disk, whose waiting belongs to what is measured.</summary>
    public static ScratchFolder OnDisk() => new(System.IO.Path.GetTempPath());

    /// <summary>In memory where the machine has such a place: for what is only read when measured, and would take minutes to write to a disk.</summary>
    public static ScratchFolder InMemory() => new(Directory.Exists(Memory) ? Memory : System.IO.Path.GetTempPath());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
