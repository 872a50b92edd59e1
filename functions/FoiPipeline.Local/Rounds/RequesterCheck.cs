using FoiPipeline.Core.Letters;

namespace FoiPipeline.Local.Rounds;

/// <summary>Whether the requester is one in the sense of s.8(1)(b): a real name, and an address that answers reach.</summary>
internal static class RequesterCheck
{
    public static bool IsRealName(string? name, int line, FaultList faults)
    {
        if (name is null)
        {
            return false;
        }

        if (name.Count(char.IsLetter) < 2 || name.Contains('@', StringComparison.Ordinal))
        {
            faults.Error(
                RoundSettings.File, line, $"'{name}' is no name of a person; section 8 of the Act wants the applicant's real name.",
                "Write the name of the person who signs, for example: name: Jane Miller");
            return false;
        }

        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            faults.Warn(
                RoundSettings.File, line, $"The name '{name}' is a single word; an authority may refuse it as not being a real name under section 8.",
                "Write first name and surname.");
        }

        return true;
    }

    public static bool IsMailbox(string? email, bool plusAddressing, int line, FaultList faults)
    {
        if (email is null)
        {
            return false;
        }

        if (!AddrSpec.TryParse(email, out var address, out var problem))
        {
            faults.Error(
                RoundSettings.File, line, $"The requester's address '{PlainLine.Of(email)}' {problem}.",
                "Write one bare address, for example: email: foi@example.org");
            return false;
        }

        if (!address.IsAscii)
        {
            faults.Error(
                RoundSettings.File, line, $"The requester's address '{address}' has letters beyond a-z; it also becomes part of every Message-ID.",
                "Use an address in plain letters and digits.");
            return false;
        }

        if (plusAddressing && address.Local.Contains('+', StringComparison.Ordinal))
        {
            faults.Error(
                RoundSettings.File, line, $"The requester's address '{address}' has a plus already, after which each request's own token would stand.",
                "Give the mailbox without the plus part, or set plus-addressing: no");
            return false;
        }

        return true;
    }
}
