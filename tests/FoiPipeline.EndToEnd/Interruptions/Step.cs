using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Interruptions;

/// <summary>What a round was in the middle of when it was killed, by what it left half done.</summary>
internal static class Step
{
    public const string Opening = "opening";
    public const string Sending = "sending";
    public const string Collecting = "collecting";
    public const string Ingesting = "ingesting";
    public const string Extracting = "extracting";
    public const string Between = "between two steps";

    /// <summary>How far the journal has got.</summary>
    public static int EventsIn(string data)
    {
        if (!File.Exists(Path.Combine(data, "foi.db")))
        {
            return 0;
        }

        using var register = DataFile.Register(data);
        return HasTable(register, "event") ? register.Count("SELECT COUNT(*) FROM event") : 0;
    }

    public static IReadOnlyList<string> InterruptedIn(string data, int authorities)
    {
        if (!File.Exists(Path.Combine(data, "rehearsal", "mailserver.db")) || !File.Exists(Path.Combine(data, "foi.db")))
        {
            return [Opening];
        }

        using var register = DataFile.Register(data);
        using var server = DataFile.MailServer(data);
        if (!HasTable(register, "stream") || !HasTable(server, "mail"))
        {
            return [Opening];
        }

        var requests = RegisterPicture.Requests(register);
        var mails = RegisterPicture.Mails(register);
        var steps = new List<string>();
        Note(Opening, requests.Count < authorities);
        Note(Sending, requests.Any(r => r.Letters.Any(l => l.IsInFlight)) || requests.Count(r => r.Letters.Any(l => l.SentAt is not null)) is var sent && sent > 0 && sent < authorities);
        Note(Collecting, Stored(data) > mails.Count || server.Count("SELECT COUNT(*) FROM mail WHERE uid IS NOT NULL") > Cursor(register));
        Note(Ingesting, mails.Exists(m => !m.Matched));
        Note(Extracting, register.Count("SELECT COUNT(*) FROM message WHERE queue = 'extract'") > 0);
        return steps.Count > 0 ? steps : [Between];

        void Note(string step, bool interrupted)
        {
            if (interrupted)
            {
                steps.Add(step);
            }
        }
    }

    private static bool HasTable(DataFile file, string name) => file.Texts("SELECT name FROM sqlite_master WHERE type = 'table'").Contains(name);

    private static int Stored(string data) =>
        Directory.Exists(Path.Combine(data, "documents", "inbox")) ? Directory.EnumerateFiles(Path.Combine(data, "documents", "inbox"), "*.eml").Count() : 0;

    private static int Cursor(DataFile register) =>
        register.Rows("SELECT CAST(json_extract(summary, '$.cursor') AS INTEGER) FROM stream WHERE name = 'mark/mailbox/main'", r => r.GetInt32(0)) is [var cursor] ? cursor : 0;
}
