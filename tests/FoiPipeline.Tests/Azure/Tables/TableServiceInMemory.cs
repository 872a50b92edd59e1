using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>
/// A Table service with one table and one partition, as far as the register and the receipts ask it, at the end of a pipeline. What the real one does differently
/// the contract suites find out on the emulator.
/// </summary>
internal sealed class TableServiceInMemory
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (JsonObject Row, int ETag)> _rows = new(StringComparer.Ordinal);
    private int _changes;
    private int _taken;

    public TableServiceInMemory() => Transport = new ScriptedTransport(Answer);

    public ScriptedTransport Transport { get; }

    public IReadOnlyCollection<string> RowKeys => _rows.Keys;

    /// <summary>How many of the next writes are done without an answer getting through.</summary>
    public int LostAnswers { get; set; }

    /// <summary>Runs before a request is looked at: the place for somebody else to get in between.</summary>
    public Action<SentRequest> Before { get; set; } = _ => { };

    /// <summary>What was asked since the last time this was asked.</summary>
    public IReadOnlyList<string> TakeRequests()
    {
        var asked = Transport.Sent.Skip(_taken).Select(Name).ToList();
        _taken += asked.Count;
        return asked;
    }

    public void Change(string rowKey, string property, JsonNode? value) => _rows[rowKey].Row[property] = value;

    public void Remove(string rowKey) => _rows.Remove(rowKey);

    private static string Name(SentRequest sent) => sent.Uri.AbsolutePath switch
    {
        "/$batch" => "transaction",
        "/register()" => "query",
        _ => sent.Method,
    };

    private ScriptedAnswer Answer(SentRequest sent)
    {
        Before(sent);
        lock (_lock)
        {
            var answer = Name(sent) switch
            {
                "transaction" => Transaction(sent),
                "query" => Query(sent),
                "GET" => Get(RowKey(sent.Uri.AbsoluteUri)),
                _ => Single(sent),
            };
            if (sent.Method == "GET" || LostAnswers == 0)
            {
                return answer;
            }

            LostAnswers--;
            return ScriptedAnswer.Broken;
        }
    }

    private ScriptedAnswer Get(string rowKey) => _rows.TryGetValue(rowKey, out var found)
        ? ScriptedAnswer.Json(found.Row.ToJsonString(), ("ETag", $"W/\"{found.ETag}\""))
        : ScriptedAnswer.Error(404, "ResourceNotFound");

    private ScriptedAnswer Query(SentRequest sent)
    {
        var query = System.Web.HttpUtility.ParseQueryString(sent.Uri.Query);
        var filter = query["$filter"]!;
        var from = query["NextRowKey"] ?? Bound(filter, "ge");
        var rows = _rows.Where(r => string.CompareOrdinal(r.Key, from) >= 0 && IsBelow(r.Key, filter)).ToList();
        var page = rows.Take(int.Parse(query["$top"] ?? "1000", CultureInfo.InvariantCulture)).ToList();
        var json = $$"""{"value":[{{string.Join(',', page.Select(r => Selected(r.Value.Row, query["$select"])))}}]}""";
        return page.Count < rows.Count
            ? ScriptedAnswer.Json(json, ("x-ms-continuation-NextPartitionKey", "round"), ("x-ms-continuation-NextRowKey", rows[page.Count].Key))
            : ScriptedAnswer.Json(json);
    }

    private static string Selected(JsonObject row, string? select) => select is null
        ? row.ToJsonString()
        : new JsonObject(row.Where(p => select.Split(',').Contains(p.Key.Split('@')[0])).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();

    private static bool IsBelow(string rowKey, string filter) => filter.Contains("RowKey lt", StringComparison.Ordinal)
        ? string.CompareOrdinal(rowKey, Bound(filter, "lt")) < 0
        : string.CompareOrdinal(rowKey, Bound(filter, "le")) <= 0;

    private static string Bound(string filter, string comparison) => Between(filter, $"RowKey {comparison} '", "'")!;

    private ScriptedAnswer Transaction(SentRequest sent)
    {
        var before = _rows.ToDictionary(r => r.Key, r => r.Value);
        var answers = new StringBuilder();
        var index = 0;
        foreach (var part in sent.Body.Split("Content-Transfer-Encoding: binary\r\n\r\n").Skip(1))
        {
            var line = part.Split(' ', 3);
            var json = part.Split("\r\n\r\n", 2)[1].Split("\r\n")[0];
            var (status, code, etag) = Act(line[0], line[1], Between(part, "If-Match: ", "\r\n"), json);
            if (code is not null)
            {
                _rows.Clear();
                before.ToList().ForEach(r => _rows.Add(r.Key, r.Value));
                return Multipart(Http(status, "", ScriptedAnswer.Error(status, code, $"{index}:Refused.").Body));
            }

            answers.Append(Http(status, etag is null ? "" : $"ETag: W/\"{etag}\"\r\n", ""));
            index++;
        }

        return Multipart(answers.ToString());
    }

    private ScriptedAnswer Single(SentRequest sent)
    {
        var (status, code, _) = Act(sent.Method, sent.Uri.AbsoluteUri, sent.Headers.GetValueOrDefault("If-Match"), sent.Body);
        return code is null ? new ScriptedAnswer(status) : ScriptedAnswer.Error(status, code);
    }

    private (int Status, string? Code, int? ETag) Act(string verb, string uri, string? ifMatch, string json)
    {
        var row = json.Length == 0 ? null : JsonNode.Parse(json)!.AsObject();
        var key = verb == "POST" ? row!["RowKey"]!.GetValue<string>() : RowKey(uri);
        var there = _rows.TryGetValue(key, out var found);
        if (verb == "POST" && there)
        {
            return (409, "EntityAlreadyExists", null);
        }

        if (ifMatch is not null && !there)
        {
            return (404, "ResourceNotFound", null);
        }

        if (ifMatch is not null and not "*" && ifMatch != $"W/\"{found.ETag}\"")
        {
            return (412, "UpdateConditionNotSatisfied", null);
        }

        if (verb == "DELETE")
        {
            _rows.Remove(key);
            return (204, null, null);
        }

        _rows[key] = (row!, ++_changes);
        return (204, null, _changes);
    }

    private static string RowKey(string uri) => Uri.UnescapeDataString(Between(uri, "RowKey=%27", "%27)")!).Replace("''", "'", StringComparison.Ordinal);

    private static string? Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        return start < 0 ? null : text[(start + before.Length)..].Split(after, 2)[0];
    }

    private static string Http(int status, string headers, string body) =>
        $"--changesetresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 {status} Said\r\n{headers}\r\n{body}\r\n";

    private static ScriptedAnswer Multipart(string parts) => new(
        202,
        $"--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n{parts}--changesetresponse_1--\r\n--batchresponse_1--\r\n",
        ("Content-Type", "multipart/mixed; boundary=batchresponse_1"));
}
