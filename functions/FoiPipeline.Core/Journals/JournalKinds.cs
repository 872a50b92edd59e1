using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Core.Journals;

/// <summary>The families of streams of a round, and the worklists they stand on.</summary>
public static class JournalKinds
{
    /// <summary>Requests with a letter that may go out once its moment has come, in the order of going.</summary>
    public const string Outbox = "outbox";

    /// <summary>Requests with a letter of which it is not known whether it went out.</summary>
    public const string InFlight = "in-flight";

    /// <summary>Mails and requests that need a person, longest waiting first.</summary>
    public const string Triage = "triage";

    public static JournalKind<RequestState, RequestEvent> Request { get; } = new(
        "request/", RequestState.Empty, RequestState.Apply, Lists, CoreJson.Default.RequestState, CoreJson.Default.RequestEvent);

    public static JournalKind<MailState, MailEvent> Mail { get; } = new(
        "mail/", MailState.Empty, MailState.Apply, Lists, CoreJson.Default.MailState, CoreJson.Default.MailEvent);

    public static JournalKind<MarkState, MarkEvent> Mark { get; } = new(
        "mark/", MarkState.Empty, MarkState.Apply, _ => [], CoreJson.Default.MarkState, CoreJson.Default.MarkEvent);

    public static IReadOnlyList<IJournalKind> All { get; } = [Request, Mail, Mark];

    private static List<ListEntry> Lists(RequestState state)
    {
        var lists = new List<ListEntry>(2);
        if (state is { Held: null, Withdrawn: null } && state.Letters.Where(l => l.IsWaiting).MinBy(l => l.NotBefore) is { } next)
        {
            lists.Add(new ListEntry(Outbox, $"{RequestState.SortKey(next.NotBefore)}|{next.Order:D6}"));
        }

        if (state.Letters.Where(l => l.IsInFlight).MinBy(l => l.SendingAt) is { } flying)
        {
            lists.Add(new ListEntry(InFlight, RequestState.SortKey(flying.SendingAt ?? flying.QueuedAt)));
        }

        if (RequestTriage.Of(state) is { } item)
        {
            lists.Add(new ListEntry(Triage, RequestState.SortKey(item.Since)));
        }

        return lists;
    }

    private static ListEntry[] Lists(MailState state) =>
        MailTriage.Of(state) is { } item ? [new ListEntry(Triage, RequestState.SortKey(item.Since))] : [];
}
