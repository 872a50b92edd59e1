using System.Buffers;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// The addresses a message was really delivered to. The To header often names a list or nobody; the address with our request's token may stand
/// only in what the mail servers wrote on the way.
/// </summary>
internal static class DeliveredTo
{
    private static readonly string[] Names =
        ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "X-Delivered-To", "X-Original-Delivered-To"];

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>(),\"");

    public static IReadOnlyList<string> Read(HeaderFields header)
    {
        var found = new List<string>();
        foreach (var field in header.All)
        {
            if (Names.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            {
                found.AddRange(AddressList.Parse(field.Text).Select(a => a.Address));
            }
            else if (field.Is("Received"))
            {
                found.AddRange(Recipients(field.Text));
            }
        }

        return [.. found.Where(a => a.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The <c>for &lt;joe@example.org&gt;</c> clause of a Received header (RFC 5321 section 4.4).</summary>
    private static IEnumerable<string> Recipients(string received)
    {
        var words = received.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Equals("for", StringComparison.OrdinalIgnoreCase))
            {
                var address = words[i + 1].TrimEnd(';').TrimStart('<').TrimEnd('>');
                if (address.IndexOf('@', StringComparison.Ordinal) > 0 && !address.AsSpan().ContainsAny(Marks))
                {
                    yield return address;
                }
            }
        }
    }
}
