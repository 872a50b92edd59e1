using System.Text;
using FoiPipeline.Serving.Invocations;
using FsCheck;
using FsCheck.Fluent;
using static FoiPipeline.Tests.Serving.SomeCall;

namespace FoiPipeline.Tests.Serving;

public sealed class BlobCallTests
{
    private static readonly byte[] Odd = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0xFB, 0xEF, 0xBE, 62, 63, 0xFF];

    [Fact]
    public async Task The_bytes_and_the_name_arrive_as_they_were()
    {
        await using var call = await ReadAsync(IngestMail, Blob("sub/Antwort von Müller (2).eml", Odd));
        call.Call.Function.ShouldBe("IngestMail");
        call.Call.Payload.ShouldBe("inbox/sub/Antwort von Müller (2).eml");
        call.Call.Content!.CanSeek.ShouldBeTrue();
        call.Call.Content.Position.ShouldBe(0);
        call.Call.Content.Length.ShouldBe(Odd.Length);
        ContentOf(call).ShouldBe(Odd);
    }

    [Fact]
    public void However_the_body_is_cut_into_reads_the_answer_is_the_same() =>
        Prop.ForAll(Splits.ToArbitrary(), x =>
        {
            var body = Encoding.UTF8.GetBytes(x.MetadataFirst ? Turned(x.Content) : Escaped(Blob("a b/ü.eml", x.Content), x.Escape));
            var pieces = Cut(body, x.Cuts);
            using var whole = new Unasync(() => ReadAsync(IngestMail, [body]));
            using var cut = new Unasync(() => ReadAsync(IngestMail, pieces));
            return cut.Call.Call.Payload == whole.Call.Call.Payload && ContentOf(cut.Call).AsSpan().SequenceEqual(x.Content) && ContentOf(whole.Call).AsSpan().SequenceEqual(x.Content);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public async Task Cut_off_at_any_byte_it_is_an_error_and_never_a_wait()
    {
        var body = Encoding.UTF8.GetBytes(Blob("a.eml", Odd));
        for (var length = 0; length < body.Length; length++)
        {
            await Should.ThrowAsync<EnvelopeException>(() => ReadAsync(IngestMail, body.AsMemory(0, length)), $"the first {length} of {body.Length} bytes");
        }
    }

    [Fact]
    public async Task Content_larger_than_what_is_held_in_memory_goes_through_a_file_that_has_no_name()
    {
        var content = new byte[ContentSpool.MostInMemory + 1];
        new Random(1).NextBytes(content);
        var before = Directory.GetFiles(Path.GetTempPath(), "foi-*").Length;
        await using var call = await ReadAsync(IngestMail, Blob("large.eml", content));
        ((ContentSpool)call.Call.Content!).IsInFile.ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            Directory.GetFiles(Path.GetTempPath(), "foi-*").Length.ShouldBeLessThanOrEqualTo(before);
        }

        ContentOf(call).AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_blob_has_no_bytes()
    {
        await using var call = await ReadAsync(IngestMail, Blob("empty.eml", []));
        ContentOf(call).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"null\"")]
    public async Task A_call_without_bytes_leaves_them_to_be_read_from_the_store(string content)
    {
        await using var call = await ReadAsync(IngestMail, $$$"""{"Data":{"mail":{{{content}}}},"Metadata":{"name":"a.eml"}}""");
        call.Call.Payload.ShouldBe("inbox/a.eml");
        call.Call.Content.ShouldBeNull();
    }

    [Fact]
    public async Task Content_that_was_encoded_twice_is_read_as_well()
    {
        await using var call = await ReadAsync(IngestMail, """{"Data":{"mail":"\"AAH/\""},"Metadata":{"name":"a.eml"}}""");
        ContentOf(call).ShouldBe([0, 1, 255]);
    }

    [Theory]
    [InlineData("""{"Data":{"mail":"A*=="},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AA==AAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"A\nAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"\u00FCAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"\u002"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"\"AAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AA\"AA"},"Metadata":{"name":"a"}}""")]
    public async Task What_is_not_base64_is_refused(string envelope) => (await ProblemOfAsync(IngestMail, envelope)).ShouldContain("not base64");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("}")]
    [InlineData("{\"Data\":7}")]
    [InlineData("""{"Data":{"other":"AAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AAAA"},"Metadata":{"name":"a"}} more""")]
    [InlineData("""{"Data":{"mail":"AAAA","mail":"AAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AAAA"},"Data":{"mail":"AAAA"},"Metadata":{"name":"a"}}""")]
    [InlineData("""{"Data":{"mail":"AAAA"},,"Metadata":{"name":"a"}}""")]
    public async Task What_is_no_envelope_is_refused_in_one_sentence(string envelope) => (await ProblemOfAsync(IngestMail, envelope)).ShouldEndWith(".");

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../round/round.json")]
    [InlineData("a/../../letters/x")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\u0000b")]
    [InlineData("a\r\nb")]
    [InlineData(".hidden")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string name) => (await ProblemOfAsync(IngestMail, Blob(name, [1]))).ShouldContain("blob");

    [Fact]
    public async Task A_name_that_is_half_a_character_or_far_too_long_is_refused()
    {
        (await ProblemOfAsync(IngestMail, """{"Data":{"mail":"AAAA"},"Metadata":{"name":"a\ud800.eml"}}""")).ShouldContain("Unicode");
        (await ProblemOfAsync(IngestMail, Blob(new string('a', 5000), [1]))).ShouldContain("too long");
        (await ProblemOfAsync(IngestMail, """{"Data":{"mail":"AAAA"},"Metadata":{}}""")).ShouldContain("name");
    }

    [Fact]
    public async Task Only_the_entry_of_the_binding_is_content_however_often_its_name_stands_elsewhere()
    {
        await using var call = await ReadAsync(
            IngestMail, """{"mail":"zz","Metadata":{"mail":"*","Data":{"mail":"*"},"name":"a.eml","l":["mail","Data"]},"Data":{"x":{"mail":"*"},"y":["mail"],"m\u0061il":"AAH\/"},"More":[{"Data":{"mail":"*"}}]}""");
        ContentOf(call).ShouldBe([0, 1, 255]);
    }

    [Fact]
    public async Task What_stands_beside_the_content_is_bounded()
    {
        (await ProblemOfAsync(IngestMail, $$$"""{"Data":{"mail":"AAAA"},"Metadata":{"name":"a","x":"{{{new string('x', EnvelopeSplitter.MostRest)}}}"}}""")).ShouldContain("bytes beside");
        (await ProblemOfAsync(IngestMail, new string('[', 100_000))).ShouldContain("deeper");
    }

    private static Gen<Split> Splits =>
        from length in Gen.Frequency((6, Gen.Choose(0, 100)), (1, Gen.Choose(60_000, 70_000)), (1, Gen.Choose(250_000, 270_000)))
        from seed in Gen.Choose(0, int.MaxValue)
        from cuts in Gen.ListOf(Gen.Frequency((4, Gen.Choose(1, 5)), (1, Gen.Choose(1, 5000)), (1, Gen.Choose(1, 200_000))))
        from escape in Gen.Elements("", "\\/", "\\u002F", "\\u002f")
        from first in Gen.Elements(true, false)
        select new Split(Bytes(length, seed), [.. cuts], escape, first);

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Escaped(string envelope, string slash) => slash.Length == 0 ? envelope : envelope.Replace("/", slash, StringComparison.Ordinal);

    private static string Turned(byte[] content) =>
        $$$"""{ "Metadata" : { "name" : {{{Twice("a b/ü.eml")}}} } , "Data" : { "mail" : "{{{Convert.ToBase64String(content).Replace("+", "\\u002B", StringComparison.Ordinal)}}}" } }""";

    private static ReadOnlyMemory<byte>[] Cut(byte[] body, IReadOnlyList<int> lengths)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        var at = 0;
        foreach (var length in lengths.TakeWhile(_ => at < body.Length))
        {
            pieces.Add(body.AsMemory(at, Math.Min(length, body.Length - at)));
            at += length;
        }

        return at < body.Length ? [.. pieces, body.AsMemory(at)] : [.. pieces];
    }

    private sealed record Split(byte[] Content, IReadOnlyList<int> Cuts, string Escape, bool MetadataFirst);

    /// <summary>FsCheck's properties are not asynchronous.</summary>
    private sealed class Unasync(Func<Task<Invocation>> read) : IDisposable
    {
        public Invocation Call { get; } = Task.Run(read).GetAwaiter().GetResult();

        public void Dispose() => Call.Call.Content?.Dispose();
    }
}
