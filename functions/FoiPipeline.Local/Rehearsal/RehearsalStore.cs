using System.Globalization;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Correspondence;
using FoiPipeline.Local.Rehearsal.Plans;
using Microsoft.Data.Sqlite;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>
/// What the rehearsal's mail server knows, in a file of its own, so that killing the pipeline between two statements is like a broken line to a server
/// that lives on. Not safe for use by several threads: the mailbox holds its lock around every call.
/// </summary>
internal sealed class RehearsalStore : IDisposable
{
    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS attempt(message_id TEXT PRIMARY KEY, attempts INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS accepted(message_id TEXT PRIMARY KEY, at INTEGER NOT NULL, times INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS letter(
            id TEXT PRIMARY KEY, authority TEXT NOT NULL, message_id TEXT NOT NULL, day TEXT NOT NULL, envelope_from TEXT NOT NULL, envelope_to TEXT NOT NULL,
            from_name TEXT NOT NULL, from_address TEXT NOT NULL, reply_to TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS letter_authority ON letter(authority);
        CREATE TABLE IF NOT EXISTS mail(
            key TEXT PRIMARY KEY, authority TEXT NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL, due INTEGER NOT NULL, offset INTEGER NOT NULL,
            letter TEXT NOT NULL, uid INTEGER, sha256 TEXT) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS mail_waiting ON mail(due, key) WHERE uid IS NULL;
        CREATE INDEX IF NOT EXISTS mail_sha256 ON mail(sha256) WHERE sha256 IS NOT NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS mail_uid ON mail(uid) WHERE uid IS NOT NULL;
        CREATE TABLE IF NOT EXISTS users_file(name TEXT PRIMARY KEY, path TEXT NOT NULL, authority TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS users_file_authority ON users_file(authority);
        """;

    private readonly SqliteConnection _connection;
    private readonly string _file;

    public RehearsalStore(string folder)
    {
        Directory.CreateDirectory(folder);
        _file = Path.Combine(folder, "mailserver.db");
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        try
        {
            _connection.Open();

            // A killed process loses nothing that was committed; only a power cut could, and a rehearsal may start again after one.
            Execute("PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
            Execute(Schema);
        }
        catch (Exception fault) when (fault is SqliteException or StoreUnavailableException)
        {
            _connection.Dispose();
            throw fault is SqliteException sqlite ? Unavailable(sqlite) : fault;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Runs the work in one transaction: after a kill either all of it is there or none.</summary>
    public T Atomically<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        var committed = false;
        try
        {
            var result = work();
            Execute("COMMIT");
            committed = true;
            return result;
        }
        finally
        {
            if (!committed)
            {
                RollBack();
            }
        }
    }

    public int CountAttempt(string messageId) => (int)Scalar<long>(
        "INSERT INTO attempt VALUES ($id, 1) ON CONFLICT DO UPDATE SET attempts = attempts + 1 RETURNING attempts", ("$id", messageId));

    /// <summary>Answers how often the Message-ID has been accepted, this time included.</summary>
    public int Accept(string messageId, DateTimeOffset at) => (int)Scalar<long>(
        "INSERT INTO accepted VALUES ($id, $at, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times", ("$id", messageId), ("$at", at.UtcTicks));

    public DateTimeOffset? AcceptedAt(string messageId) =>
        Query("SELECT at FROM accepted WHERE message_id = $id", r => new DateTimeOffset(r.GetInt64(0), TimeSpan.Zero), ("$id", messageId)) is [var at] ? at : null;

    public Dictionary<string, int> Acceptances() =>
        Query("SELECT message_id, times FROM accepted", r => (Id: r.GetString(0), Times: r.GetInt32(1))).ToDictionary(a => a.Id, a => a.Times, StringComparer.Ordinal);

    public void Keep(SentLetter letter) => Execute(
        "INSERT OR IGNORE INTO letter VALUES ($id, $authority, $message, $day, $from, $to, $name, $address, $reply, $subject, $body)",
        ("$id", letter.Id.ToString()), ("$authority", letter.Authority.Value), ("$message", letter.MessageId), ("$day", letter.Day.ToString("O", CultureInfo.InvariantCulture)),
        ("$from", letter.EnvelopeFrom), ("$to", letter.EnvelopeTo), ("$name", letter.FromName), ("$address", letter.FromAddress), ("$reply", letter.ReplyTo),
        ("$subject", letter.Subject), ("$body", letter.Body));

    public SentLetter? Letter(LetterId id) => Query("SELECT * FROM letter WHERE id = $id", ReadLetter, ("$id", id.ToString())) is [var letter] ? letter : null;

    public List<SentLetter> LettersTo(AuthorityId authority) => Query("SELECT * FROM letter WHERE authority = $authority ORDER BY id", ReadLetter, ("$authority", authority.Value));

    /// <summary>Plans a mail; planning it again changes nothing.</summary>
    public void Plan(PlannedMail mail, LetterId letter) => Execute(
        "INSERT OR IGNORE INTO mail(key, authority, event, detail, due, offset, letter) VALUES ($key, $authority, $event, $detail, $due, $offset, $letter)",
        ("$key", mail.Key), ("$authority", mail.Authority.Value), ("$event", mail.Event.ToString()), ("$detail", mail.Detail), ("$due", mail.Due.UtcTicks),
        ("$offset", (long)mail.Due.Offset.TotalMinutes), ("$letter", letter.ToString()));

    public bool IsPlanned(AuthorityId authority, MailEvent what) =>
        Scalar<long>("SELECT COUNT(*) FROM mail WHERE authority = $authority AND event = $event", ("$authority", authority.Value), ("$event", what.ToString())) > 0;

    /// <summary>Gives every mail that has fallen due its place in the mailbox, in order of arrival.</summary>
    public void Arrive(DateTimeOffset now) => Execute(
        """
        UPDATE mail SET uid = arriving.uid
        FROM (SELECT key, (SELECT IFNULL(MAX(uid), 0) FROM mail WHERE uid IS NOT NULL) + ROW_NUMBER() OVER (ORDER BY due, key) AS uid FROM mail WHERE uid IS NULL AND due <= $now) AS arriving
        WHERE mail.key = arriving.key
        """, ("$now", now.UtcTicks));

    public (long Uid, PlannedMail Mail, LetterId Letter)? NextAfter(long uid) => Query(
        "SELECT uid, authority, event, detail, due, offset, letter FROM mail WHERE uid > $uid ORDER BY uid LIMIT 1",
        r => (r.GetInt64(0), ReadMail(r, 1), ReadLetterId(r.GetString(6))), ("$uid", uid)) is [var next] ? next : null;

    public void RememberHash(string key, string sha256) =>
        Execute("UPDATE mail SET sha256 = $sha WHERE key = $key AND sha256 IS NULL", ("$key", key), ("$sha", sha256));

    /// <summary>Mails that have arrived, with their hash if they were collected.</summary>
    public List<(PlannedMail Mail, LetterId Letter, string? Sha256)> Arrived() => Query(
        "SELECT authority, event, detail, due, offset, letter, sha256 FROM mail WHERE uid IS NOT NULL ORDER BY uid",
        r => (ReadMail(r, 0), ReadLetterId(r.GetString(5)), r.IsDBNull(6) ? null : r.GetString(6)));

    public PlannedMail? ArrivedAs(string sha256) =>
        Query("SELECT authority, event, detail, due, offset FROM mail WHERE sha256 = $sha ORDER BY uid LIMIT 1", r => ReadMail(r, 0), ("$sha", sha256)) is [var mail] ? mail : null;

    public DateTimeOffset? NextDue(DateTimeOffset after) =>
        Query("SELECT due FROM mail WHERE uid IS NULL AND due > $after ORDER BY due LIMIT 1", r => new DateTimeOffset(r.GetInt64(0), TimeSpan.Zero), ("$after", after.UtcTicks)) is [var due] ? due : null;

    public void KeepUsersFile(string name, string path, AuthorityId authority) =>
        Execute("INSERT OR IGNORE INTO users_file VALUES ($name, $path, $authority)", ("$name", name), ("$path", path), ("$authority", authority.Value));

    public List<string> UsersFilesWith(AuthorityId authority) =>
        Query("SELECT name FROM users_file WHERE authority = $authority ORDER BY name", r => r.GetString(0), ("$authority", authority.Value));

    public string UsersFilePath(string name) => Scalar<string>("SELECT path FROM users_file WHERE name = $name", ("$name", name));

    private static SentLetter ReadLetter(SqliteDataReader row) => new()
    {
        Id = ReadLetterId(row.GetString(0)),
        MessageId = row.GetString(2),
        Day = DateOnly.ParseExact(row.GetString(3), "O", CultureInfo.InvariantCulture),
        EnvelopeFrom = row.GetString(4),
        EnvelopeTo = row.GetString(5),
        FromName = row.GetString(6),
        FromAddress = row.GetString(7),
        ReplyTo = row.GetString(8),
        Subject = row.GetString(9),
        Body = row.GetString(10),
    };

    private static PlannedMail ReadMail(SqliteDataReader row, int first) => new(
        AuthorityId.Parse(row.GetString(first)), Enum.Parse<MailEvent>(row.GetString(first + 1)), row.GetString(first + 2),
        new DateTimeOffset(row.GetInt64(first + 3), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(row.GetInt64(first + 4))));

    private static LetterId ReadLetterId(string text) => LetterId.TryParse(text, out var id) ? id : throw new FormatException($"'{text}' in the rehearsal's store is not a letter's id");

    /// <summary>SQLite rolls back by itself after some failures, and then there is nothing left to do.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException fault)
        {
            throw Unavailable(fault);
        }
    }

    private T Scalar<T>(string sql, params ReadOnlySpan<(string Name, object Value)> values) => Query(sql, r => r.GetFieldValue<T>(0), values)[0];

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (SqliteException fault)
        {
            throw Unavailable(fault);
        }
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private StoreUnavailableException Unavailable(SqliteException fault) =>
        new($"The rehearsal's mail server cannot use its file {_file} ({fault.Message}). Free space or choose another folder, then run again.", fault);
}
