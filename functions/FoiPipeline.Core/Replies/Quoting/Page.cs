using System.Runtime.InteropServices;

namespace FoiPipeline.Core.Replies.Quoting;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageLine(string Text, LineRole Role, int Origin);

/// <summary>The lines of one body while their roles are being found.</summary>
internal sealed class Page(List<string> lines)
{
    public List<string> Lines { get; } = lines;

    public List<LineRole> Roles { get; } = [.. Enumerable.Repeat(LineRole.Own, lines.Count)];

    /// <summary>Which line of the text a line comes from; two lines that were one have the same.</summary>
    public List<int> Origins { get; } = [.. Enumerable.Range(0, lines.Count)];

    public int Count => Lines.Count;

    public PageLine At(int index) => new(Lines[index], Roles[index], Origins[index]);

    /// <summary>Takes the place of all lines.</summary>
    public void Become(IReadOnlyList<PageLine> lines)
    {
        Lines.Clear();
        Roles.Clear();
        Origins.Clear();
        foreach (var line in lines)
        {
            Lines.Add(line.Text);
            Roles.Add(line.Role);
            Origins.Add(line.Origin);
        }
    }

    public bool IsBlank(int index) => string.IsNullOrWhiteSpace(Lines[index]);

    public void Mark(int from, int to, LineRole role)
    {
        for (var i = from; i < to && i < Count; i++)
        {
            Roles[i] = role;
        }
    }

    public void Replace(LineRole role, LineRole by)
    {
        for (var i = 0; i < Count; i++)
        {
            Roles[i] = Roles[i] == role ? by : Roles[i];
        }
    }

    /// <summary>Breaks a line in two; both halves keep its role.</summary>
    public void Split(int index, int at)
    {
        var line = Lines[index];
        Lines[index] = line[..at].TrimEnd();
        Lines.Insert(index + 1, line[at..].TrimStart());
        Roles.Insert(index + 1, Roles[index]);
        Origins.Insert(index + 1, Origins[index]);
    }

    public bool HasWords(LineRole role, int before = int.MaxValue)
    {
        for (var i = 0; i < Count && i < before; i++)
        {
            if (Roles[i] == role && Lines[i].Any(char.IsLetterOrDigit))
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<string> Select(LineRole role)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Roles[i] == role)
            {
                yield return Lines[i];
            }
        }
    }

    public string Text(LineRole role) => string.Join('\n', Select(role));

    public Page Copy()
    {
        var copy = new Page([]);
        copy.Become([.. Enumerable.Range(0, Count).Select(At)]);
        return copy;
    }

    public IReadOnlyList<BodyLine> ToLines() => [.. Lines.Zip(Roles, (text, role) => new BodyLine(text, role))];
}
