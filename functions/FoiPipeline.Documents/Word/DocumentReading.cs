using System.Globalization;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents.Word;

/// <summary>One reading of one document: headers, body, foot- and endnotes, footers, comments, in this order.</summary>
internal sealed class DocumentReading(WordPackage package, ExtractionLimits limits)
{
    private const string AskAgain = "Ask the authority to send it again.";

    private readonly List<Passage> _passages = [];
    private readonly List<string> _problems = [];

    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>Sentences.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public void Read()
    {
        var main = package.MainPart();
        var links = package.Relationships(main);
        var state = new DocumentState(Numbering(links), limits);
        if (ReadBody(main, links, state))
        {
            var body = _passages.Count;
            ReadEdges("header", state.Headers, links, state);
            MoveToFront(body);
            ReadNotes("footnote", state.Footnotes, links, state);
            ReadNotes("endnote", state.Endnotes, links, state);
            ReadEdges("footer", state.Footers, links, state);
            ReadNotes("comment", state.Comments, links, state);
        }

        Conclude(state);
    }

    private NumberingCounter Numbering(IReadOnlyDictionary<string, Relationship> links)
    {
        using var styles = Open("styles", links);
        using var numbering = Open("numbering", links);
        var counter = new NumberingCounter(NumberingDefinitions.Read(numbering), ParagraphStyles.Read(styles));
        Note("list of numbers", numbering);
        Note("list of styles", styles);
        return counter;
    }

    private bool ReadBody(string part, IReadOnlyDictionary<string, Relationship> links, DocumentState state)
    {
        using var xml = package.Open(part);
        if (xml is null)
        {
            _problems.Add(package.IsEncrypted
                ? "This Word document is packed with a password. Ask the authority for the password or an unprotected copy."
                : $"This Word document is damaged: the part that holds its text is missing. {AskAgain}");
            return false;
        }

        var story = new StoryReader(xml, state, links);
        if (xml.ToRoot())
        {
            story.ReadBlocks(block => Keep(block.Text, block.Place ?? Place("p", story.Paragraphs), xml));
        }

        if (xml.Fault is { } fault)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"This Word document {fault}: the text after paragraph {story.Paragraphs} is missing. {xml.Advice}"));
        }
        else if (story.Fields.IsInstruction)
        {
            _problems.Add($"A field of this Word document is not closed: text after it may be missing. {AskAgain}");
        }

        return true;
    }

    /// <summary>Headers or footers: those of the first page, of even pages and of later sections often say the same, which is kept once.</summary>
    private void ReadEdges(string kind, References references, IReadOnlyDictionary<string, Relationship> links, DocumentState state)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in references.Ids.Select(id => links.GetValueOrDefault(id)?.Target).Distinct(StringComparer.Ordinal))
        {
            using var xml = package.Open(part);
            if (xml is not null && xml.ToRoot())
            {
                ReadWhole(xml, part!, state, text =>
                {
                    if (seen.Add(text))
                    {
                        Keep(text, Place(kind, seen.Count), xml);
                    }
                });
                Note(kind, xml);
            }
        }
    }

    private void ReadNotes(string kind, References references, IReadOnlyDictionary<string, Relationship> links, DocumentState state)
    {
        var part = references.Count == 0 ? null : Target(kind + "s", links);
        using var xml = package.Open(part);
        if (xml is null || !xml.ToRoot())
        {
            return;
        }

        var notes = new SortedDictionary<int, List<string>>();
        var relationships = package.Relationships(part!);
        foreach (var name in xml.Children())
        {
            if (name == kind && references.Number(xml.Attribute("id")) is { } number)
            {
                var lines = notes[number] = [];
                new StoryReader(xml, state, relationships).ReadBlocks(block => lines.Add(block.Text));
            }
        }

        foreach (var (number, lines) in notes.Where(n => n.Value.Count > 0))
        {
            var mark = kind == "comment" ? "[comment]" : string.Create(CultureInfo.InvariantCulture, $"[{kind} {number}]");
            Keep($"{mark} {string.Join('\n', lines)}", Place(kind, number), xml);
        }

        Note(kind + "s", xml);
    }

    private void ReadWhole(WordPart xml, string part, DocumentState state, Action<string> give)
    {
        var lines = new List<string>();
        new StoryReader(xml, state, package.Relationships(part)).ReadBlocks(block => lines.Add(block.Text));
        if (lines.Count > 0)
        {
            give(string.Join('\n', lines));
        }
    }

    private void Conclude(DocumentState state)
    {
        if (!package.IsWhole)
        {
            _problems.Insert(0, $"This Word document was cut short or damaged on its way: text may be missing. {AskAgain}");
        }

        if (package.HasMoreParts)
        {
            _problems.Add("This Word document has more parts than are looked at: text may be missing. Open it by hand.");
        }

        if (state.EmbeddedFiles.Count + state.InsertedDocuments > 0)
        {
            _problems.Add("Other files are embedded in this Word document, and they are not read. Open it by hand, or ask for those files.");
        }

        if (_passages.Count == 0 && _problems.Count == 0)
        {
            _problems.Add(state.HasPictures
                ? "This Word document holds only pictures, perhaps scans. Read it by hand, or ask for the document they were made from."
                : "This Word document holds no text. Open it by hand, or ask the authority to send it again.");
        }
    }

    private void Keep(string text, string place, WordPart xml)
    {
        if (_passages.Count < limits.Passages)
        {
            _passages.Add(new Passage(text, null, place));
        }
        else
        {
            xml.Stop("has more paragraphs than are read");
        }
    }

    private void MoveToFront(int from)
    {
        var moved = _passages.GetRange(from, _passages.Count - from);
        _passages.RemoveRange(from, moved.Count);
        _passages.InsertRange(0, moved);
    }

    private void Note(string what, WordPart? xml)
    {
        if (xml?.Fault is { } fault)
        {
            _problems.Add($"In this Word document the {what} {fault}: numbers or text may be missing. {xml.Advice}");
        }
    }

    private WordPart? Open(string kind, IReadOnlyDictionary<string, Relationship> links) => package.Open(Target(kind, links));

    private static string? Target(string kind, IReadOnlyDictionary<string, Relationship> links) =>
        links.Values.FirstOrDefault(r => r.Kind == kind && !r.IsExternal)?.Target;

    private static string Place(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
