using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Raw bytes to Core's record of a mail.</summary>
internal static class MailReader
{
    public static Mail Read(ReadOnlyMemory<byte> raw)
    {
        var problems = new ProblemList();
        if (!raw.Span.ContainsAnyExcept("\r\n\t \0"u8))
        {
            problems.Add("The mail is empty.");
            return new Mail { Problems = problems.Sentences };
        }

        var message = new MimeReader(problems).ReadMessage(raw);
        var content = new ContentReader(problems);
        content.Read(message);
        var header = message.Header;
        return new Mail
        {
            From = Sender(header, problems),
            To = Addresses(header, "To"),
            Cc = Addresses(header, "Cc"),
            ReplyTo = Addresses(header, "Reply-To"),
            DeliveredTo = DeliveredTo.Read(header),
            Subject = header.Decoded("Subject").Trim(),
            Date = Date(header, problems),
            ReceivedAt = ReceivedAt(header),
            MessageId = Ids(header, "Message-ID") is [var id, ..] ? id : "",
            InReplyTo = Ids(header, "In-Reply-To"),
            References = Ids(header, "References"),
            Headers = [.. header.All.Select(f => new MailHeader(f.Name, f.Decoded))],
            Body = content.Body,
            BodySource = content.BodySource,
            Attachments = content.Attachments,
            DeliveryReport = DeliveryReports.Read(message, content.Body, problems),
            Problems = problems.Sentences,
        };
    }

    private static MailAddress? Sender(HeaderFields header, ProblemList problems)
    {
        var from = header.First("From") is { } field ? AddressList.Parse(field.Text) : [];
        if (from.Count > 1 || header.Named("From").Skip(1).Any())
        {
            problems.Add("The mail names several senders; the first is taken.");
        }

        if (from.FirstOrDefault(a => a.Address.Length > 0) is { } sender)
        {
            return sender;
        }

        problems.Add("The mail does not say who sent it (no usable From).");
        return Addresses(header, "Sender").FirstOrDefault(a => a.Address.Length > 0) ?? (from is [var nameless, ..] ? nameless : null);
    }

    /// <summary>All fields of that name together: RFC 5322 allows one, mailing programs write several.</summary>
    private static List<MailAddress> Addresses(HeaderFields header, string name) =>
        [.. header.Named(name).SelectMany(f => AddressList.Parse(f.Text))];

    private static IReadOnlyList<string> Ids(HeaderFields header, string name) => MessageIds.Parse(header.Decoded(name));

    /// <summary>Each server puts its trace line on top, with the date after the last semicolon (RFC 5321 section 4.4).</summary>
    private static DateTimeOffset? ReceivedAt(HeaderFields header) =>
        header.First("Received")?.Text is { } trace && MailDate.TryParse(trace[(trace.LastIndexOf(';') + 1)..], out var at) ? at : null;

    private static DateTimeOffset? Date(HeaderFields header, ProblemList problems)
    {
        if (header.First("Date") is not { } field)
        {
            problems.Add("The mail has no date.");
            return null;
        }

        if (MailDate.TryParse(field.Decoded, out var date))
        {
            return date;
        }

        problems.Add("The mail's date cannot be read.");
        return null;
    }
}
