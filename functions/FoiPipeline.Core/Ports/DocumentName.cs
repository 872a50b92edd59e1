using System.Buffers;

namespace FoiPipeline.Core.Ports;

/// <summary>
/// The rule for the names of documents, the same for every store: a container and a path of a-z, A-Z, 0-9, '-', '_', '.', separated by '/',
/// no segment empty or starting with a dot, at most <see cref="MaxLength"/> characters. Nothing that fits the rule can leave a store's folder.
/// Documents that a person or another system put into a store by other ways have names of their own ("Reply from Leeds (2).eml"): these are listed
/// and opened as well, as long as they cannot lead out of the store either.
/// </summary>
public static class DocumentName
{
    public const int MaxLength = 200;

    /// <summary>What blob storage takes.</summary>
    public const int MaxReadableLength = 1024;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Select(c => (char)c), '\\']);

    public static bool IsValid(string name) => name.Contains('/', StringComparison.Ordinal) && name[^1] != '/' && IsPrefix(name);

    /// <summary>
    /// Whether a document may be opened by this name: anything with a container and a path but control characters, backslashes, and segments that are empty or
    /// start with a dot, at most <see cref="MaxReadableLength"/> characters.
    /// </summary>
    public static bool IsReadable(string name) =>
        name.Length is > 0 and <= MaxReadableLength && name.Contains('/', StringComparison.Ordinal) && name[^1] != '/'
        && !name.AsSpan().ContainsAny(Forbidden) && HasSoundSegments(name);

    /// <exception cref="ArgumentException">No document can have this name.</exception>
    public static void RequireReadable(string name)
    {
        if (!IsReadable(name))
        {
            throw new ArgumentException($"'{name}' cannot be the name of a document.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">The name breaks the rule.</exception>
    public static void Require(string name)
    {
        if (!IsValid(name))
        {
            throw new ArgumentException($"'{name}' cannot be the name of a document: it needs a container and a path, like inbox/5f3a.eml.", nameof(name));
        }
    }

    /// <summary>A prefix is what a valid name can start with; the empty one stands for all documents.</summary>
    /// <exception cref="ArgumentException">No valid name starts like this.</exception>
    public static void RequirePrefix(string prefix)
    {
        if (!IsPrefix(prefix))
        {
            throw new ArgumentException($"No document's name can start with '{prefix}'.", nameof(prefix));
        }
    }

    private static bool IsPrefix(string text) =>
        text.Length <= MaxLength && !text.AsSpan().ContainsAnyExcept(Allowed) && HasSoundSegments(text);

    private static bool HasSoundSegments(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var startsSegment = i == 0 || text[i - 1] == '/';
            if (startsSegment && text[i] is ('.' or '/'))
            {
                return false;
            }
        }

        return true;
    }
}
