namespace FoiPipeline.Doctor;

internal enum FindingState
{
    Ok,

    /// <summary>Worth knowing; the program works.</summary>
    Warning,

    /// <summary>Something does not work, or must not be so.</summary>
    Failed,
}

/// <summary>What one check found. Neither sentence holds a secret.</summary>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Sentence">What is so, or what is wrong.</param>
/// <param name="Remedy">What to do about it; nothing where all is well.</param>
internal sealed record Finding(string Check, FindingState State, string Sentence, string? Remedy = null)
{
    public static Finding Ok(string check, string sentence) => new(check, FindingState.Ok, sentence);

    public static Finding Warning(string check, string sentence, string remedy) => new(check, FindingState.Warning, sentence, remedy);

    public static Finding Failed(string check, string sentence, string remedy) => new(check, FindingState.Failed, sentence, remedy);
}
