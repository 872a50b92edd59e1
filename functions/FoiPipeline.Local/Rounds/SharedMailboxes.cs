using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>Finds authorities that are asked at one and the same address. Support units do that for several bodies, so it is a warning.</summary>
internal sealed class SharedMailboxes
{
    private const int MostNamed = 5;

    private readonly Dictionary<string, List<(AuthorityId Code, string Name, int Line)>> _mailboxes = new(StringComparer.OrdinalIgnoreCase);

    public void Add(AddrSpec mailbox, AuthorityId code, string name, int line)
    {
        var key = mailbox.ToString();
        if (!_mailboxes.TryGetValue(key, out var owners))
        {
            _mailboxes.Add(key, owners = new List<(AuthorityId, string, int)>(1));
        }

        owners.Add((code, name, line));
    }

    public void Report(string file, FaultList faults)
    {
        foreach (var (mailbox, owners) in _mailboxes.Where(m => m.Value.Count > 1))
        {
            var named = string.Join(", ", owners.Take(MostNamed).Select(o => $"{o.Name} ({o.Code}, line {o.Line})"));
            var more = owners.Count > MostNamed ? $" and {owners.Count - MostNamed} more" : "";
            faults.Warn(
                file, owners[1].Line, $"The address {mailbox} is shared by {named}{more}.",
                "Leave it if one office answers for them; otherwise correct the wrong one.");
        }
    }
}
