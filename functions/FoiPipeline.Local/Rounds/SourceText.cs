using System.Text;

namespace FoiPipeline.Local.Rounds;

/// <summary>
/// A text file of a round's folder, decoded. UTF-8 with or without a mark is expected; what old spreadsheets write is read with a warning.
/// </summary>
internal sealed record SourceText(string File, byte[] Bytes, string Text)
{
    private const long MaxBytes = 64 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or says in one fault why not.</summary>
    public static SourceText? Read(string folder, string file, string example, FaultList faults)
    {
        try
        {
            var info = new FileInfo(Path.Combine(folder, file));
            if (!info.Exists)
            {
                faults.Error(file, 0, "The file is missing.", example);
                return null;
            }

            if (info.Length > MaxBytes)
            {
                faults.Error(file, 0, $"The file has {info.Length >> 20} MB; at most {MaxBytes >> 20} are read.", "Check that it is the right file.");
                return null;
            }

            return Decode(file, System.IO.File.ReadAllBytes(info.FullName), faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Error(file, 0, $"The file cannot be read: {e.Message}", "Close the program that has it open, or correct its permissions.");
            return null;
        }
    }

    private static SourceText? Decode(string file, byte[] bytes, FaultList faults)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Warn(file, 1, "The file is UTF-16.", "It was read as such; save it as UTF-8 to be sure of every letter.");
            return new SourceText(file, bytes, (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2)));
        }

        var content = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (content.Contains((byte)0))
        {
            faults.Error(file, 0, "The file is not text.", "If it is a workbook, save it as 'CSV UTF-8'.");
            return null;
        }

        try
        {
            return new SourceText(file, bytes, StrictUtf8.GetString(content));
        }
        catch (DecoderFallbackException e)
        {
            var line = content[..Math.Max(e.Index, 0)].Count((byte)'\n') + 1;
            faults.Warn(
                file, line, "The file is not UTF-8 and was read as windows-1252.",
                "Check letters with accents, dashes and quotes, or save the file as UTF-8.");
            return new SourceText(file, bytes, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content));
        }
    }
}
