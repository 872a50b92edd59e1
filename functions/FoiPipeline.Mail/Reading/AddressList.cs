using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// Addresses out of a header (RFC 5322 section 3.4): groups, comments, quoted and encoded names, and what programs make of them: missing
/// brackets, unquoted commas, a whole list in one encoded word.
/// </summary>
internal static class AddressList
{
    private const int Most = 10_000;

    public static IReadOnlyList<MailAddress> Parse(string header)
    {
        var found = Read(header);
        if (HasAddress(found) || !header.Contains('@', StringComparison.Ordinal) && !header.Contains("=?", StringComparison.Ordinal))
        {
            return found;
        }

        // The address may be hidden in an encoded word or in quotes, together with the name.
        var decoded = EncodedWords.Decode(header);
        var opened = Read(decoded);
        opened = HasAddress(opened) ? opened : Read(decoded.Replace("\"", "", StringComparison.Ordinal));
        return HasAddress(opened) ? opened : found;
    }

    private static bool HasAddress(List<MailAddress> addresses) => addresses.Exists(a => a.Address.Contains('@', StringComparison.Ordinal));

    private static List<MailAddress> Read(string header)
    {
        var addresses = new List<MailAddress>();
        var mailbox = new MailboxBuilder();
        var tokens = new AddressTokens(header);
        while (addresses.Count < Most && tokens.TryRead(out var token))
        {
            switch (token.Kind)
            {
                case AddressTokenKind.Comma when mailbox.IsBareName:
                    // 'Bloggs, Joe <joe@...>' without quotes: the comma may belong to the name that goes on behind it.
                    mailbox.Add(token);
                    break;
                case AddressTokenKind.Comma or AddressTokenKind.GroupEnd:
                    Take(mailbox, addresses);
                    break;
                case AddressTokenKind.Angle when mailbox.HasAngle:
                    var name = mailbox.Behind;
                    Take(mailbox, addresses);
                    foreach (var word in name.Where(w => EncodedWords.Decode(w.Text).Trim() != ","))
                    {
                        mailbox.Add(word);
                    }

                    mailbox.Add(token);
                    break;
                case AddressTokenKind.GroupStart:
                    mailbox.Clear();
                    break;
                default:
                    mailbox.Add(token);
                    break;
            }
        }

        Take(mailbox, addresses);
        return addresses;
    }

    private static void Take(MailboxBuilder mailbox, List<MailAddress> addresses)
    {
        if (mailbox.Build() is { } address)
        {
            addresses.Add(address);
        }

        mailbox.Clear();
    }
}
