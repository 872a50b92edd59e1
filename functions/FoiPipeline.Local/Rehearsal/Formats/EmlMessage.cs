using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>A message as bytes: header fields in the order given, then the MIME structure.</summary>
internal sealed class EmlMessage
{
    private readonly List<string> _fields = [];

    /// <summary>Adds a field, folded. Values are ASCII by now.</summary>
    public void Add(string name, string value) => _fields.Add(HeaderText.Fold(name, value.ReplaceLineEndings(" ")));

    /// <summary>Adds a field that folds in its own way.</summary>
    public void AddAsIs(string field) => _fields.Add(field);

    public byte[] ToBytes(EmlPart body)
    {
        using var stream = new MemoryStream();
        foreach (var field in _fields)
        {
            stream.Write(Encoding.ASCII.GetBytes(field + "\r\n"));
        }

        stream.Write("MIME-Version: 1.0\r\n"u8);
        body.WriteTo(stream);
        return stream.ToArray();
    }
}
