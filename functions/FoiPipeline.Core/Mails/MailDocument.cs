namespace FoiPipeline.Core.Mails;

/// <summary>Where the raw bytes of a mail are kept.</summary>
public static class MailDocument
{
    public const string Container = "inbox";

    /// <param name="id">Lower-case hexadecimal SHA-256 of the bytes.</param>
    public static string Name(string id) => $"{Container}/{id}.eml";

    /// <summary>The hash a document's name claims, if it has the shape of one.</summary>
    public static string? ClaimedId(string documentName)
    {
        var file = documentName[(documentName.LastIndexOf('/') + 1)..];
        return file.Length == 68 && file.EndsWith(".eml", StringComparison.Ordinal) && file.AsSpan(0, 64).IndexOfAnyExcept("0123456789abcdef") < 0
            ? file[..64]
            : null;
    }
}
