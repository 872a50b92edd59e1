namespace FoiPipeline.Local.Rounds;

/// <summary>Something in a round's folder that a person has to look at.</summary>
/// <param name="File">Path within the folder, with slashes: <c>letters/initial.txt</c>.</param>
/// <param name="Line">From 1 on, as an editor counts; 0 where the whole file or folder is meant.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Remedy">What to do about it, one sentence.</param>
/// <param name="Severity">Whether the round can be opened all the same.</param>
public sealed record Fault(string File, int Line, string What, string Remedy, FaultSeverity Severity)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Severity == FaultSeverity.Warning ? "warning: " : "")}{What} {Remedy}";
}

public enum FaultSeverity
{
    /// <summary>The round cannot be opened.</summary>
    Error,

    /// <summary>Probably not meant, but a round can be like that.</summary>
    Warning,
}

/// <summary>Gathers faults, so that all are seen at once.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> InOrder => [.. _faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];

    public bool HasErrors => _faults.Exists(f => f.Severity == FaultSeverity.Error);

    public bool HasErrorsIn(string file) => _faults.Exists(f => f.Severity == FaultSeverity.Error && f.File == file);

    public void Error(string file, int line, string what, string remedy) => _faults.Add(new Fault(file, line, what, remedy, FaultSeverity.Error));

    public void Warn(string file, int line, string what, string remedy) => _faults.Add(new Fault(file, line, what, remedy, FaultSeverity.Warning));
}
