namespace FoiPipeline.Local.Storage;

/// <summary>The tables of <c>foi.db</c>. Step n leads from version n to n + 1; a step that was released is never changed.</summary>
internal static class DatabaseSchema
{
    public static readonly string[] Steps =
    [
        // Text compares by its bytes (BINARY, the default), which for ASCII is the ports' ordinal order.
        // A stream's events lie together in their order; its summary lies apart from them, so that a list reads summaries only.
        """
        CREATE TABLE stream (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            summary TEXT NOT NULL
        ) STRICT;

        CREATE TABLE event (
            stream INTEGER NOT NULL,
            number INTEGER NOT NULL,
            key TEXT NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (stream, number),
            UNIQUE (stream, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE work (
            list TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (list, sort_key, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX work_of_stream ON work (name);

        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            body TEXT NOT NULL,
            visible INTEGER NOT NULL,
            dequeued INTEGER NOT NULL DEFAULT 0,
            receipt TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX message_in_queue ON message (queue, visible, id);

        CREATE TABLE receipt (
            function TEXT NOT NULL,
            name TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            done INTEGER NOT NULL,
            problem TEXT NOT NULL,
            PRIMARY KEY (function, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX receipt_parked ON receipt (function, name) WHERE done = 0;
        """,

        // When a message was put into its queue. Of those that lie in an old file only when they became visible is known, which is seldom much later.
        """
        ALTER TABLE message ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
        UPDATE message SET sent = visible;
        """,
    ];

    public static int Version => Steps.Length;
}
