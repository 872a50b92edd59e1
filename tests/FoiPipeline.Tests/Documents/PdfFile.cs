using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FoiPipeline.Tests.Documents;

/// <summary>Writes small PDFs with Helvetica text by hand, so that a test knows every object in them.</summary>
internal sealed class PdfFile
{
    private readonly List<string> _objects =
        ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"];

    private readonly List<int> _pages = [];

    /// <summary>One array of lines a page.</summary>
    public static byte[] Of(params string[][] pages) => At([.. pages.Select(lines => lines.Select((line, i) => (60.0, 780.0 - (14 * i), line)).ToArray())]);

    /// <summary>Each text at its place, in the order given.</summary>
    public static byte[] At(params (double X, double Y, string Text)[][] pages)
    {
        var file = new PdfFile();
        foreach (var page in pages)
        {
            file.AddPage(Content(page));
        }

        return file.ToBytes("");
    }

    /// <summary>One line, encrypted with 40 bits (ISO 32000-1, 7.6.3, revision 2) and no permission to copy; an empty password opens it at once.</summary>
    public static byte[] Protected(string password, string line)
    {
        const int Permissions = -44 & ~16;
        var id = "0123456789abcdef"u8.ToArray();
        var owner = Rc4(Md5(Padded("owner"))[..5], Padded(password));
        var key = Md5([.. Padded(password), .. owner, .. BitConverter.GetBytes(Permissions), .. id])[..5];

        var file = new PdfFile();
        var number = file._objects.Count + 1;
        byte[] objectKey = [.. key, (byte)number, 0, 0, 0, 0];
        file.AddPage(Encoding.Latin1.GetString(Rc4(Md5(objectKey)[..10], Encoding.Latin1.GetBytes(Content([(60, 780, line)])))));
        return file.ToBytes(
            $"/ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P {Permissions}"
            + $" /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(Rc4(key, Padded("")))}> >>");
    }

    private static string Content((double X, double Y, string Text)[] texts) => string.Concat(texts.Select(t => string.Create(
        CultureInfo.InvariantCulture, $"BT /F1 10 Tf 1 0 0 1 {t.X} {t.Y} Tm ({Escape(t.Text)}) Tj ET\n")));

    private void AddPage(string content)
    {
        _objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        _objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {_objects.Count} 0 R >>");
        _pages.Add(_objects.Count);
    }

    private byte[] ToBytes(string trailer)
    {
        _objects[1] = $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(k => $"{k} 0 R"))}] >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{_objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => file.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {_objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Padded(string password) =>
        [.. Encoding.Latin1.GetBytes(password), .. Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")[..(32 - password.Length)]];

#pragma warning disable CA5351 // The format prescribes MD5.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] bytes)
    {
        var state = Enumerable.Range(0, 256).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[bytes.Length];
        for (int n = 0, i = 0, j = 0; n < bytes.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(bytes[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return result;
    }
}
