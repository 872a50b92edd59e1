namespace FoiPipeline.EndToEnd.Host;

/// <summary>Nobody outside can ring a function: not through any route, not in either way the host passes requests on, not by tricks with the path.</summary>
public sealed class ForgeryTests(ServedRound served) : IClassFixture<ServedRound>
{
    private static readonly string[] Functions = ["SendDueLetters", "CollectMail", "KeepWatch", "IngestMail", "ExtractReply", "ShowStatus", "CheckHealth"];

    public static TheoryData<string> Paths { get; } = new(Functions.SelectMany(f => new[]
    {
        $"/{f}", $"/{f.ToLowerInvariant()}", $"/{f.ToUpperInvariant()}", $"/{f}/", $"/./{f}", $"/status/../{f}", $"/health/%2e%2e/{f}", $"/status/%2E%2E/{f}", $"//{f}", $"/status/../health/../{f}",
        $"/{string.Concat(f.Select(c => $"%{(int)c:X2}"))}", $"/{f}?x=1", $"/{f}%3F", $"/status/..%2f{f}", $"/status%2f..%2f{f}", $"/{f};a=b", $"/{f}%00", $"/.%2f{f}", $"/{f}#", $"http://127.0.0.1/{f}",
        $"/admin/functions/{f}", $"/runtime/webhooks/{f}", $"/api/{f}",
    }));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_call_from_outside_is_not_let_through(string path)
    {
        var before = Fingerprint();
        foreach (var method in new[] { "POST", "GET", "PUT" })
        {
            foreach (var call in Forgeries(method, path))
            {
                // Some paths are refused by the server itself, without a word, before anything of ours sees them.
                var answer = await served.AskAsync(call);
                (answer.Status == 404 || (answer.Status == 400 && answer.Body.Length == 0)).ShouldBeTrue($"{call.Method} {path}: {answer.Status} {answer.Body}");
            }
        }

        Fingerprint().ShouldBe(before);
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("/health")]
    public async Task A_page_rings_nothing_whatever_is_sent_to_it(string path)
    {
        var before = Fingerprint();
        foreach (var call in Forgeries("POST", path).Concat(Forgeries("GET", path)))
        {
            (await served.AskAsync(call)).Status.ShouldBeOneOf(200, 405);
        }

        Fingerprint().ShouldBe(before);
    }

    [Fact]
    public async Task What_is_refused_looks_like_what_is_not_there()
    {
        var refused = await served.AskAsync(HostCall.Proxied("POST", "/IngestMail"));
        var absent = await served.AskAsync(HostCall.Proxied("POST", "/NoSuchFunction"));
        (refused.Status, refused.Body, refused.ContentType).ShouldBe((absent.Status, absent.Body, absent.ContentType));
        refused.Headers.Where(h => h.Key != "Date").ShouldBe(absent.Headers.Where(h => h.Key != "Date"));
        refused.Body.ShouldNotContain("Ingest");
    }

    [Fact]
    public async Task The_hosts_own_call_is_let_through_where_all_of_these_are_not() =>
        (await served.AskAsync(HostCall.Timer("CollectMail"))).ShouldBeSuccess();

    /// <summary>A call that would be good if it came from the host, as it looks when it comes from outside.</summary>
    private static IEnumerable<HostCall> Forgeries(string method, string path)
    {
        var genuine = (path.Contains("extract", StringComparison.OrdinalIgnoreCase) ? HostCall.Message("""{"mail":"0000000000000000000000000000000000000000000000000000000000000000"}""")
            : path.Contains("ingest", StringComparison.OrdinalIgnoreCase) ? HostCall.Blob("forged.eml", "forged"u8)
            : HostCall.Timer("CollectMail")) with { Chunked = false };
        yield return HostCall.Proxied(method, path) with { Body = genuine.Body };
        yield return HostCall.Forwarded(method, path) with { Body = genuine.Body };
        yield return (HostCall.Forwarded(method, path) with { Body = genuine.Body }).Without("X-Forwarded-For");
        yield return genuine.With("X-Forwarded-Host", "foi.example") with { Method = method, Path = path };
        yield return genuine.With("X-ARR-LOG-ID", "1") with { Method = method, Path = path };
        yield return genuine.With("Host", "127.0.0.1") with { Method = method, Path = path };
        yield return genuine.Without(HostCall.InvocationId) with { Method = method, Path = path };
        yield return genuine.With(HostCall.InvocationId, "not one") with { Method = method, Path = path };
    }

    /// <summary>Everything a function could have changed.</summary>
    private string Fingerprint()
    {
        using var register = Driving.DataFile.Register(served.Round.Data);
        var documents = Directory.EnumerateFiles(Path.Combine(served.Round.Data, "documents"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return $"{register.Count("SELECT COUNT(*) FROM event")} {register.Count("SELECT COUNT(*) FROM message")} {string.Join('|', documents)}";
    }
}
