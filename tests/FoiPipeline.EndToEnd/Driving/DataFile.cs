using Microsoft.Data.Sqlite;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>A database of a data folder, read as a stranger would: without the program's own code.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly SqliteConnection _connection;

    private DataFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA busy_timeout=10000");
    }

    public static DataFile Register(string data) => new(Path.Combine(data, "foi.db"));

    public static DataFile MailServer(string data) => new(Path.Combine(data, "rehearsal", "mailserver.db"));

    public List<string> Texts(string sql) => Rows(sql, row => row.GetString(0));

    public int Count(string sql) => Rows(sql, row => row.GetInt32(0))[0];

    public void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of a test
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
