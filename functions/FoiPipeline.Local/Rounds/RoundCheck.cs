using System.Text;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>What can only be seen when settings, register and letters are looked at together.</summary>
internal static class RoundCheck
{
    public static void Together(RoundSettings settings, Register? register, IReadOnlyDictionary<string, SourceText> letters, FaultList faults)
    {
        var letterCheck = new LetterCheck(settings, register, faults);
        if (settings.Subject is { } subject)
        {
            letterCheck.Subject(subject, settings.LineOf("subject"));
        }

        foreach (var letter in letters.Values)
        {
            letterCheck.Letter(letter);
        }

        if (settings.Sending is { } sending)
        {
            WindowCheck.Check(sending, settings.TimeZone, register?.RowsSeen ?? 0, settings.LineOf("sending"), faults);
        }

        if (settings is { Requester: { PlusAddressing: true } requester, Prefix: { } prefix } && register is not null)
        {
            TokensFit(requester, prefix, register, settings.LineOf("requester"), faults);
        }
    }

    /// <summary>The reply address of the authority with the longest code must still be an address (RFC 5321, 4.5.3.1.1).</summary>
    private static void TokensFit(Requester requester, string prefix, Register register, int line, FaultList faults)
    {
        if (register.Rows.MaxBy(r => r.Authority.Id.Value.Length) is not { } longest)
        {
            return;
        }

        var address = ReplyAddress.For(requester, new Reference(prefix, longest.Authority.Id));
        var octets = Encoding.UTF8.GetByteCount(address.AsSpan(0, address.LastIndexOf('@')));
        if (octets > AddrSpec.MaxLocalOctets || address.Length > 254)
        {
            faults.Error(
                RoundSettings.File, line, $"The reply address {address} would be too long for mail: {octets} characters before the @, where 64 are allowed.",
                "Use a shorter mailbox, for example foi@example.org, or set plus-addressing: no");
        }
    }
}
