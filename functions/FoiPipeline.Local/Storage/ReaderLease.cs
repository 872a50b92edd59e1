namespace FoiPipeline.Local.Storage;

/// <summary>One reader's time with a session; nobody else has it meanwhile.</summary>
internal sealed class ReaderLease(SqliteSession session, Action<SqliteSession> giveBack) : IDisposable
{
    public SqliteSession Session { get; } = session;

    public T Use<T>(Func<SqliteSession, T> work)
    {
        // A session that failed is not used again, whatever the reason was.
        Session.IsSound = false;
        var result = work(Session);
        Session.IsSound = true;
        return result;
    }

    public void Dispose() => giveBack(Session);
}
