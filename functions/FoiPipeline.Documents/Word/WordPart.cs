using System.Xml;

namespace FoiPipeline.Documents.Word;

/// <summary>
/// One XML part of a Word package, read forward. Damage and limits do not throw: reading ends there, <see cref="Fault"/> says why, and every loop over
/// <see cref="Children"/> ends, so that what was collected so far is kept. Document type declarations are refused, so entities can neither fetch nor swell.
/// </summary>
internal sealed class WordPart : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string RelationshipsTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string RelationshipsStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int NodesBetweenLooks = 4096;
    private const string Damaged = "is damaged";
    private const string Refused = "holds a document type declaration, which no Word document has and which is refused";

    private static readonly Dictionary<(string Namespace, string Name), string> OtherNames = new()
    {
        [("http://schemas.openxmlformats.org/markup-compatibility/2006", "AlternateContent")] = "mc:AlternateContent",
        [("http://schemas.openxmlformats.org/markup-compatibility/2006", "Choice")] = "mc:Choice",
        [("http://schemas.openxmlformats.org/markup-compatibility/2006", "Fallback")] = "mc:Fallback",
        [("http://schemas.openxmlformats.org/officeDocument/2006/math", "t")] = "m:t",
        [("http://purl.oclc.org/ooxml/officeDocument/math", "t")] = "m:t",
        [("http://schemas.openxmlformats.org/drawingml/2006/main", "blip")] = "picture",
        [("http://purl.oclc.org/ooxml/drawingml/main", "blip")] = "picture",
        [("urn:schemas-microsoft-com:vml", "imagedata")] = "picture",
        [("urn:schemas-microsoft-com:office:office", "OLEObject")] = "embedded",
        [("http://schemas.openxmlformats.org/package/2006/relationships", "Relationship")] = "Relationship",
    };

    private readonly PartStream _stream;
    private readonly XmlReader _xml;
    private readonly int _deepest;
    private readonly CancellationToken _cancel;
    private readonly char[] _piece = new char[4096];
    private readonly Func<bool> _read;
    private readonly Func<int> _readPiece;
    private int _nodes;

    public WordPart(PartStream stream, int deepest, CancellationToken cancel)
    {
        _stream = stream;
        _deepest = deepest;
        _cancel = cancel;
        _xml = Begin(stream);
        _read = _xml.Read;
        _readPiece = () => _xml.ReadValueChunk(_piece, 0, _piece.Length);
    }

    /// <summary>Why reading ended before the part's end; nothing when it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>What a person can do about the fault.</summary>
    public string Advice { get; private set; } = "Ask the authority to send it again.";

    /// <summary>The element at hand: its name without prefix for Word's own, a name of <see cref="OtherNames"/>, or empty for all others.</summary>
    private string Name =>
        IsWord(_xml.NamespaceURI) ? _xml.LocalName : OtherNames.GetValueOrDefault((_xml.NamespaceURI, _xml.LocalName), "");

    /// <summary>Moves to the root element.</summary>
    public bool ToRoot()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of the children of the element at hand, each at hand while it is given; what the caller does not read of it is skipped.</summary>
    public IEnumerable<string> Children()
    {
        if (_xml.IsEmptyElement || Fault is not null)
        {
            yield break;
        }

        var depth = _xml.Depth;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                yield return Name;
                SkipRest(depth + 1);
            }
        }
    }

    /// <summary>The text directly within the element at hand, piece by piece, with '\n' and tabs as the blanks they stand for.</summary>
    public IEnumerable<string> Text()
    {
        if (_xml.IsEmptyElement || Fault is not null)
        {
            yield break;
        }

        var depth = _xml.Depth;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                while (Fault is null && Piece() is { Length: > 0 } piece)
                {
                    yield return piece;
                }
            }
        }
    }

    /// <summary>An attribute of Word's namespace, or one without a namespace.</summary>
    public string? Attribute(string name) =>
        _xml.GetAttribute(name, Transitional) ?? _xml.GetAttribute(name, Strict) ?? _xml.GetAttribute(name);

    /// <summary><c>r:id</c>.</summary>
    public string? RelationshipId() => _xml.GetAttribute("id", RelationshipsTransitional) ?? _xml.GetAttribute("id", RelationshipsStrict);

    /// <summary>A switch such as <c>w:vanish</c>: on when it is there, unless its value says no.</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>Ends reading here because of a limit of ours.</summary>
    public void Stop(string why)
    {
        Advice = Fault is null ? "Open it by hand for the rest." : Advice;
        Fault ??= why;
    }

    public void Dispose() => _xml.Dispose();

    // Making a reader already reads the first bytes, to see the encoding.
    private XmlReader Begin(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        try
        {
            return XmlReader.Create(stream, settings);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            Fault = Damaged;
            return XmlReader.Create(TextReader.Null);
        }
    }

    private static bool IsWord(string ns) => ns is Transitional or Strict;

    private void SkipRest(int depth)
    {
        if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth && !_xml.IsEmptyElement)
        {
            while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
            {
            }
        }
    }

    private bool Read()
    {
        if (++_nodes % NodesBetweenLooks == 0)
        {
            _cancel.ThrowIfCancellationRequested();
        }

        if (Fault is not null || !Guarded(_read))
        {
            return false;
        }

        if (_xml.Depth > _deepest)
        {
            Stop("is nested deeper than is read");
        }

        return Fault is null;
    }

    // Read in pieces, since a part may be one text of tens of megabytes of which little is kept.
    private string Piece()
    {
        var length = Guarded(_readPiece);
        return new string(_piece, 0, length).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private T? Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            if (_stream.IsCut)
            {
                Stop("is larger than is read");
            }

            Fault ??= e.Message.Contains("DTD", StringComparison.Ordinal) ? Refused : Damaged;
            return default;
        }
    }
}
