using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class BlobDocumentStoreTests
{
    private static readonly string HashOfTheirs = Hash("theirs");

    private readonly ScriptedService _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_document_is_one_request_that_writes_nothing_over()
    {
        _service.Answer = _ => ScriptedService.Reply(201);

        var put = await Put("inbox/1.eml", "ours");

        put.ShouldBe(new DocumentPut(Created: true, Hash("ours"), 4));
        var asked = _service.AllAsked.ShouldHaveSingleItem();
        asked.Line.ShouldBe("PUT /inbox/1.eml");
        asked.Headers["If-None-Match"].ShouldBe("*");
        asked.Headers["x-ms-meta-sha256"].ShouldBe(Hash("ours"));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_known_as_our_own()
    {
        var mark = "";
        _service.Answer = asked => (asked.Method, mark) switch
        {
            ("PUT", "") => Lose(mark = asked.Headers["x-ms-meta-put"]),
            ("PUT", _) => ScriptedService.Reply(409, "BlobAlreadyExists"),
            _ => Properties("ours", mark),
        };

        (await Put("inbox/1.eml", "ours")).ShouldBe(new DocumentPut(Created: true, Hash("ours"), 4));
    }

    [Theory]
    [InlineData(409, "BlobAlreadyExists")]
    [InlineData(412, "ConditionNotMet")]
    [InlineData(409, "BlobImmutableDueToPolicy")]
    [InlineData(403, "UnauthorizedBlobOverwrite")]
    public async Task A_name_that_somebody_else_took_keeps_its_document(int status, string code)
    {
        _service.Answer = asked => asked.Method == "PUT" ? ScriptedService.Reply(status, code) : Properties("theirs", "somebody");

        (await Put("inbox/1.eml", "ours")).ShouldBe(new DocumentPut(Created: false, HashOfTheirs, 6));
    }

    [Fact]
    public async Task A_name_that_is_refused_although_nobody_has_it_is_taken_block_by_block()
    {
        _service.Answer = asked => asked switch
        {
            { Method: "HEAD" } => ScriptedService.Reply(404, "BlobNotFound"),
            { Uri.Query: "" } => ScriptedService.Reply(409, "BlobAlreadyExists"),
            _ => ScriptedService.Reply(201),
        };

        (await Put("inbox/1.eml", "ours")).ShouldBe(new DocumentPut(Created: true, Hash("ours"), 4));
        _service.AllAsked[^1].Line.ShouldBe("PUT /inbox/1.eml?comp=blocklist");
    }

    [Fact]
    public async Task A_name_that_is_refused_again_and_again_is_one_sentence()
    {
        _service.Answer = asked => asked.Method == "HEAD" ? ScriptedService.Reply(404, "BlobNotFound")
            : asked.Uri.Query.Contains("comp=block&", StringComparison.Ordinal) ? ScriptedService.Reply(201) : ScriptedService.Reply(409, "BlobAlreadyExists");

        (await Should.ThrowAsync<StoreUnavailableException>(() => Put("inbox/1.eml", "ours"))).Message.ShouldContain("refused the name inbox/1.eml although nothing has it");
    }

    [Fact]
    public async Task The_hash_of_what_others_dropped_in_is_reckoned_from_its_bytes()
    {
        _service.Answer = asked => asked.Method switch
        {
            "PUT" => ScriptedService.Reply(409, "BlobAlreadyExists"),
            "HEAD" => WithLength(ScriptedService.Reply(200), 6),
            _ => ScriptedService.Reply(200, body: "theirs"),
        };

        (await Put("inbox/1.eml", "ours")).ShouldBe(new DocumentPut(Created: false, HashOfTheirs, 6));
    }

    [Fact]
    public async Task A_large_document_appears_with_its_last_request_and_its_blocks_belong_to_one_writer()
    {
        _service.Answer = asked => asked.Method == "HEAD" ? ScriptedService.Reply(404, "BlobNotFound") : ScriptedService.Reply(201);

        var length = (2 * BlobUpload.BlockBytes) + 1;
        var put = await _service.Open().Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream(new byte[length]), Cancel);

        put.Length.ShouldBe(length);
        _service.AllAsked.Select(a => a.Uri.Query.Split('&')[0]).ShouldBe(["", "?comp=block", "?comp=block", "?comp=block", "?comp=blocklist"]);
        _service.AllAsked[^1].Headers["If-None-Match"].ShouldBe("*");
        _service.AllAsked[^1].Headers["x-ms-meta-sha256"].ShouldBe(put.Sha256);
    }

    [Fact]
    public async Task A_large_source_that_breaks_off_commits_nothing()
    {
        _service.Answer = asked => asked.Method == "HEAD" ? ScriptedService.Reply(404, "BlobNotFound") : ScriptedService.Reply(201);

        await Should.ThrowAsync<EndOfStreamException>(() => _service.Open().Documents.PutIfAbsentAsync("inbox/1.eml", new BreakingOff(), Cancel));

        _service.AllAsked.ShouldContain(a => a.Line.Contains("comp=block&", StringComparison.Ordinal));
        _service.AllAsked.ShouldNotContain(a => a.Line.Contains("blocklist", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_with_other_bytes_than_it_was_stored_with_is_damaged()
    {
        _service.Answer = _ => ScriptedService.Reply(200, body: "touched", headers: ("x-ms-meta-sha256", HashOfTheirs));

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Documents.OpenAsync("inbox/1.eml", Cancel));

        fault.Message.ShouldContain("The document inbox/1.eml in the storage account evidence is damaged");
    }

    [Fact]
    public async Task Opening_is_one_request_by_the_name_a_person_gave()
    {
        _service.Answer = _ => ScriptedService.Reply(200, body: "theirs");

        await using var stream = await _service.Open().Documents.OpenAsync("inbox/Reply from Leeds (2)#100%.eml", Cancel);

        stream!.Length.ShouldBe(6);
        Uri.UnescapeDataString(_service.AllAsked.ShouldHaveSingleItem().Uri.AbsolutePath).ShouldBe("/inbox/Reply from Leeds (2)#100%.eml");
    }

    [Theory]
    [InlineData("payload/1.json")]
    [InlineData("azure-webjobs-hosts/1")]
    [InlineData("Inbox/1.eml")]
    [InlineData("in/1.eml")]
    [InlineData("in--box/1.eml")]
    public async Task The_system_s_own_containers_and_impossible_ones_hold_no_documents(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Put(name, "x"));
        (await _service.Open().Documents.OpenAsync(name, Cancel)).ShouldBeNull();
        (await _service.Open().Documents.ListAsync(name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)], Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        _service.AllAsked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_of_all_leaves_out_the_system_s_containers_and_sorts_the_others_as_their_names_go_on()
    {
        _service.Answer = asked => asked.Uri.Query.Contains("restype=container", StringComparison.Ordinal)
            ? ScriptedService.Reply(200, body: $"<EnumerationResults><Blobs>{Blob("1")}</Blobs><NextMarker/></EnumerationResults>")
            : ScriptedService.Reply(200, body: $"<EnumerationResults><Containers>{string.Concat(new[] { "azure-webjobs-hosts", "payload", "text", "text-2" }.Select(Container))}</Containers><NextMarker/></EnumerationResults>");

        var names = await _service.Open().Documents.ListAsync("", Cancel).Select(d => d.Name).ToListAsync(Cancel);

        names.ShouldBe(["text-2/1", "text/1"]);
    }

    [Fact]
    public async Task An_absent_container_is_made_only_by_whoever_may()
    {
        var there = false;
        _service.Answer = asked => asked.Uri.Query.Contains("restype=container", StringComparison.Ordinal)
            ? (there = true, ScriptedService.Reply(201)).Item2
            : there ? ScriptedService.Reply(201) : ScriptedService.Reply(404, "ContainerNotFound");

        (await Should.ThrowAsync<StoreUnavailableException>(() => Put("inbox/1.eml", "x"))).Message.ShouldContain("has not got the container, so the document inbox/1.eml was not stored");
        there.ShouldBeFalse();
        (await _service.Open(mayCreate: true).Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1]), Cancel)).Created.ShouldBeTrue();
    }

    private Task<DocumentPut> Put(string name, string text) =>
        _service.Open().Documents.PutIfAbsentAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);

    private static HttpResponseMessage Lose(string mark) => throw new IOException($"the answer to {mark} was lost");

    private static HttpResponseMessage Properties(string content, string put) =>
        WithLength(ScriptedService.Reply(200, headers: [("x-ms-meta-sha256", Hash(content)), ("x-ms-meta-put", put)]), content.Length);

    private static HttpResponseMessage WithLength(HttpResponseMessage reply, long length)
    {
        reply.Content.Headers.ContentLength = length;
        return reply;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Container(string name) => $"<Container><Name>{name}</Name><Properties><Last-Modified>Fri, 01 Jul 2016 09:00:00 GMT</Last-Modified><Etag>1</Etag></Properties></Container>";

    private static string Blob(string name) =>
        $"<Blob><Name>{name}</Name><Properties><Creation-Time>Fri, 01 Jul 2016 09:00:00 GMT</Creation-Time><Last-Modified>Fri, 01 Jul 2016 09:00:00 GMT</Last-Modified>"
        + "<Etag>1</Etag><Content-Length>1</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>";

    /// <summary>Gives a block and a half, and then the line breaks.</summary>
    private sealed class BreakingOff() : MemoryStream(new byte[3 * BlobUpload.BlockBytes])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < 1.5 * BlobUpload.BlockBytes
                ? base.ReadAsync(buffer[..Math.Min(buffer.Length, BlobUpload.BlockBytes / 2)], cancellationToken)
                : throw new EndOfStreamException("the line broke");
    }
}
