using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Delivery status notifications (RFC 3464) out of the parts of a report; where there are none, reports in plain words.</summary>
internal static class DeliveryReports
{
    private const int MostRecipients = 1_000;

    /// <returns>Nothing, if the message is no delivery report.</returns>
    public static DeliveryReport? Read(MimeEntity message, string body, ProblemList problems)
    {
        MimeEntity? status = null;
        MimeEntity? original = null;
        foreach (var part in Leaves(message))
        {
            if (part.Type is "message/delivery-status" or "message/global-delivery-status")
            {
                status ??= part;
            }
            else if (part.IsNestedMessage || part.Type is "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers")
            {
                original ??= part;
            }
        }

        if (status is null)
        {
            return WrittenReports.Read(message.Header, body, original);
        }

        var header = original is null ? null : HeaderReader.ReadMessage(original.Decode(problems), new ProblemList());
        return new DeliveryReport
        {
            Recipients = ReadRecipients(status.Decode(problems)),
            OriginalMessageId = header is not null && MessageIds.Parse(header.Decoded("Message-ID")) is [var id, ..] ? id : "",
            OriginalSubject = header?.Decoded("Subject") ?? "",
        };
    }

    private static IEnumerable<MimeEntity> Leaves(MimeEntity entity) => entity.IsMultipart ? entity.Parts.SelectMany(Leaves) : [entity];

    /// <summary>Groups of fields separated by empty lines: one about the message, then one for each recipient.</summary>
    private static List<DeliveryReportRecipient> ReadRecipients(ReadOnlyMemory<byte> content)
    {
        var recipients = new List<DeliveryReportRecipient>();
        var ignored = new ProblemList();
        while (!content.IsEmpty && recipients.Count < MostRecipients)
        {
            var group = HeaderReader.ReadPart(content, ignored);
            if (Recipient(group) is { } recipient)
            {
                recipients.Add(recipient);
            }

            content = content[Math.Max(group.BodyStart, NextLine(content.Span, group))..];
            if (group.Has("Content-Transfer-Encoding"))
            {
                // A gateway took the first group for the part's header and encoded the rest.
                content = TransferDecoder.Decode(content, group.Text("Content-Transfer-Encoding"), ignored);
            }
        }

        return recipients;
    }

    /// <summary>A line that is no field must not stop the reading.</summary>
    private static int NextLine(ReadOnlySpan<byte> content, HeaderFields group) =>
        group.BodyStart > 0 ? 0 : Lines.Next(content, Lines.End(content, 0));

    private static DeliveryReportRecipient? Recipient(HeaderFields group)
    {
        if (!group.Has("Final-Recipient") && !group.Has("Original-Recipient") && !group.Has("Action"))
        {
            return null;
        }

        var final = AfterType(group.Decoded("Final-Recipient"));
        return new DeliveryReportRecipient(
            Address(final.Length > 0 ? final : AfterType(group.Decoded("Original-Recipient"))),
            FirstWord(group.Decoded("Action")).ToLowerInvariant(),
            FirstWord(group.Decoded("Status")),
            AfterType(group.Decoded("Diagnostic-Code")));
    }

    /// <summary><c>rfc822; joe@example.org</c> and <c>smtp; 550 ...</c> without the type.</summary>
    private static string AfterType(string value)
    {
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return (semicolon is < 0 or > 30 || value.AsSpan(0, semicolon).Trim().Contains(' ') ? value : value[(semicolon + 1)..]).Trim();
    }

    private static string Address(string value) => AddressList.Parse(value) is [{ Address.Length: > 0 } first, ..] ? first.Address : value;

    private static string FirstWord(string value)
    {
        var end = value.AsSpan().IndexOfAny(" \t(;,");
        return end < 0 ? value : value[..end];
    }
}
