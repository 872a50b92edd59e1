using System.Buffers;

namespace FoiPipeline.Core.Ports;

/// <summary>
/// The rule for the names of documents, the same for every store: a container and a path of a-z, A-Z, 0-9, '-', '_', '.', separated by '/',
/// no segment empty or starting with a dot, at most <see cref="MaxLength"/> characters. Nothing that fits the rule can leave a store's folder.
/// </summary>
public static class DocumentName
{
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    public static bool IsValid(string name) => name.Contains('/', StringComparison.Ordinal) && name[^1] != '/' && IsPrefix(name);

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

    private static bool IsPrefix(string text)
    {
        if (text.Length > MaxLength || text.AsSpan().ContainsAnyExcept(Allowed))
        {
            return false;
        }

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
