namespace FoiPipeline.Core.Ports;

public enum AppendOutcome
{
    /// <summary>The events and the new summary are durably stored.</summary>
    Appended,

    /// <summary>Every event key is in the stream already: an earlier run did this. Nothing was written.</summary>
    AlreadyPresent,

    /// <summary>The stream is not at the expected version (or holds some of the keys only): reload and decide again. Nothing was written.</summary>
    Conflict,
}
