namespace FoiPipeline.Azure;

public sealed record StorageSettings
{
    public static StorageSettings Read(Func<string, string?> setting) => throw new NotSupportedException(setting("FoiStorage"));
}
