using System.Text;
using FoiPipeline.Documents.Text;

namespace FoiPipeline.Documents.Word;

/// <summary>Reads one paragraph: what a reader sees when all tracked changes are accepted.</summary>
internal sealed class ParagraphReader(WordPart xml, DocumentState state, StoryReader story)
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _boxes = [];
    private ParagraphProperties _properties = ParagraphProperties.Plain;
    private string? _number;
    private bool _isHidden;

    /// <summary>The list number or bullet with the blank after it, or nothing.</summary>
    public string Number => _number ??= _properties.MarkIsDeleted ? "" : state.Numbering.Next(_properties.Style, _properties.Numbering);

    public string Text => _text.ToString();

    public bool RunsOn => _properties.MarkIsDeleted;

    /// <summary>What stands in text boxes anchored in this paragraph.</summary>
    public IReadOnlyList<Block> Boxes => _boxes;

    public ParagraphReader Read()
    {
        ReadInline();
        return this;
    }

    private void ReadInline()
    {
        foreach (var name in xml.Children())
        {
            Read(name);
        }
    }

    private void Read(string name)
    {
        switch (name)
        {
            case "pPr":
                _properties = ParagraphProperties.Read(xml, state);
                _ = Number;
                break;
            case "r":
                ReadRun();
                break;
            case "t" or "m:t":
                AppendPieces();
                break;
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                Append(SymbolFonts.Show(xml.Attribute("font"), xml.Attribute("char")));
                break;
            case "hyperlink":
                ReadHyperlink();
                break;
            case "fldSimple":
                ReadLink(LinkText.FromInstruction(xml.Attribute("instr") ?? ""));
                break;
            case "fldChar":
                ReadFieldMark();
                break;
            case "instrText":
                InstructPieces();
                break;
            case "footnoteReference":
                AppendNote("footnote", state.Footnotes);
                break;
            case "endnoteReference":
                AppendNote("endnote", state.Endnotes);
                break;
            case "commentReference" when !_isHidden:
                _ = state.Comments.Add(xml.Attribute("id") ?? "");
                break;
            case "mc:AlternateContent":
                ReadAlternatives();
                break;
            case "txbxContent":
                story.ReadBox(_boxes.Add);
                break;
            case "picture":
                state.HasPictures = true;
                break;
            case "embedded":
                _ = state.EmbeddedFiles.Add(xml.RelationshipId() ?? "");
                break;

            // Deleted or moved away, phonetic guides, and properties.
            case "del" or "moveFrom" or "delText" or "delInstrText" or "rt" or "rPr" or "sdtPr" or "sdtEndPr" or "softHyphen" or "commentReference":
                break;
            default:
                ReadInline();
                break;
        }
    }

    private void ReadRun()
    {
        var outer = _isHidden;
        foreach (var name in xml.Children())
        {
            if (name == "rPr")
            {
                _isHidden = outer || ParagraphProperties.Holds(xml, "vanish");
            }
            else
            {
                Read(name);
            }
        }

        _isHidden = outer;
    }

    private void ReadHyperlink()
    {
        var target = xml.RelationshipId() is { } id && story.Relationships.TryGetValue(id, out var link) && link.IsExternal ? link.Target : null;
        ReadLink(target);
    }

    private void ReadLink(string? target)
    {
        var start = _text.Length;
        ReadInline();
        Append(LinkText.Suffix(_text, start, target));
    }

    private void ReadFieldMark()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                var shown = FormField.Shown(xml);
                Append(shown);
                story.Fields.Begin();
                break;
            case "separate":
                story.Fields.Separate(_text);
                break;
            case "end" when story.Fields.End() is { } field && ReferenceEquals(field.Paragraph, _text):
                Append(LinkText.Suffix(_text, field.ResultAt, LinkText.FromInstruction(field.Instruction.ToString())));
                break;
        }
    }

    // The same content for newer and older programs: the first that yields something is it.
    private void ReadAlternatives()
    {
        var (length, boxes) = (_text.Length, _boxes.Count);
        foreach (var name in xml.Children())
        {
            if (name is "mc:Choice" or "mc:Fallback" && _text.Length == length && _boxes.Count == boxes)
            {
                ReadInline();
            }
        }
    }

    private void AppendNote(string kind, References notes)
    {
        if (!_isHidden && !story.Fields.IsInstruction && xml.Attribute("id") is { } id)
        {
            Append($" [{kind} {notes.Add(id)}]");
        }
    }

    private void AppendPieces()
    {
        foreach (var piece in xml.Text())
        {
            Append(piece);
        }
    }

    private void InstructPieces()
    {
        foreach (var piece in xml.Text())
        {
            story.Fields.Instruct(piece);
        }
    }

    private void Append(string words)
    {
        if (_isHidden || story.Fields.IsInstruction || words.Length == 0)
        {
            return;
        }

        var granted = state.Take(words.Length);
        _text.Append(words, 0, granted);
        if (granted < words.Length)
        {
            xml.Stop("holds more text than is read");
        }
    }
}

/// <summary>A paragraph or table row as text.</summary>
/// <param name="Text">Clean text, lines separated by '\n'; never blank.</param>
/// <param name="Place">Where it stood, if that is a table; otherwise its story knows.</param>
internal sealed record Block(string Text, string? Place)
{
    public static Block? Of(string text) => TextCleaner.Clean(text) is { Length: > 0 } clean ? new Block(clean, null) : null;
}
