using System.Globalization;

namespace FoiPipeline.Core.Watching;

/// <summary>The documents this process knows to be through. It dies with the process and is found again with one look.</summary>
internal sealed class InboxMemory
{
    private readonly Lock _lock = new();

    // Half of an id tells mails apart, in 16 bytes: a round of 45,000 authorities may have 200,000 of them.
    private readonly HashSet<UInt128> _read = [];
    private readonly HashSet<string> _passedOn = new(StringComparer.Ordinal);

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _read.Count == 0;
            }
        }
    }

    public void Read(string mail)
    {
        lock (_lock)
        {
            _read.Add(Key(mail));
        }
    }

    public void PassedOn(string document)
    {
        lock (_lock)
        {
            _passedOn.Add(document);
        }
    }

    /// <param name="document">Its name.</param>
    /// <param name="mail">The mail it is called by, if it is called by one.</param>
    public bool IsThrough(string document, string? mail)
    {
        lock (_lock)
        {
            return _passedOn.Contains(document) || (mail is not null && _read.Contains(Key(mail)));
        }
    }

    private static UInt128 Key(string mail) => UInt128.Parse(mail.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
