using FoiPipeline.Documents.Packages;

namespace FoiPipeline.Documents.Word;

/// <summary>The parts of a Word package and how they refer to each other (ECMA-376 part 2), under limits.</summary>
internal sealed class WordPackage(ReadOnlyMemory<byte> bytes, ExtractionLimits limits, CancellationToken cancel)
{
    private readonly ZipPackage _zip = ZipPackage.Read(bytes, limits.PackageParts);
    private readonly List<PartStream> _opened = [];

    public bool IsWhole => _zip.IsWhole;

    public bool HasMoreParts => _zip.HasMore;

    public bool IsEncrypted => _zip.Entries.Any(e => e.IsEncrypted);

    /// <summary>The part that holds the body: the package says which; where it does not, the name that Word uses.</summary>
    public string MainPart()
    {
        var named = Relationships("").Values.FirstOrDefault(r => r.Kind == "officeDocument" && !r.IsExternal)?.Target;
        return named is not null && _zip.Holds(named) ? named : "word/document.xml";
    }

    /// <summary>A part at its root element, or nothing when it is not there.</summary>
    public WordPart? Open(string? name)
    {
        var left = limits.PackageBytes - _opened.Sum(s => s.Given);
        if (name is null || _zip.Open(name) is not { } packed)
        {
            return null;
        }

        var stream = new PartStream(packed, Math.Max(0, Math.Min(left, limits.PartBytes)));
        _opened.Add(stream);
        return new WordPart(stream, limits.XmlDepth, cancel);
    }

    /// <summary>What a part refers to, by relationship id. The package itself is the part without a name.</summary>
    public IReadOnlyDictionary<string, Relationship> Relationships(string part)
    {
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/') + 1;
        using var xml = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        if (xml is null || !xml.ToRoot())
        {
            return found;
        }

        foreach (var child in xml.Children())
        {
            if (child == "Relationship" && xml.Attribute("Id") is { } id && xml.Attribute("Target") is { } target)
            {
                var kind = xml.Attribute("Type") ?? "";
                var isExternal = xml.Attribute("TargetMode") == "External";
                found[id] = new Relationship(kind[(kind.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(part[..slash], target), isExternal);
            }
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}

/// <param name="Kind">Last part of the type's address: <c>hyperlink</c>, <c>header</c>, <c>footnotes</c>.</param>
/// <param name="Target">Name of a part, or an address outside the package.</param>
/// <param name="IsExternal">Whether the target is outside the package.</param>
internal sealed record Relationship(string Kind, string Target, bool IsExternal);
