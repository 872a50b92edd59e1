using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>What every document store promises.</summary>
public abstract class DocumentStoreContract : IAsyncLifetime
{
    private const string Name = "inbox/5f3a.eml";

    protected IDocumentStore Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await DestroyAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A store without a document.</summary>
    protected abstract Task<IDocumentStore> CreateAsync();

    protected virtual Task DestroyAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_001)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(12_345_678)]
    public async Task What_was_put_is_read_back_byte_for_byte(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        var put = await Store.PutIfAbsentAsync(Name, new MemoryStream(bytes), Cancel);

        put.ShouldBe(new DocumentPut(Created: true, Convert.ToHexStringLower(SHA256.HashData(bytes)), length));
        (await Read(Name)).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task A_document_can_be_read_from_anywhere_and_by_several_at_once()
    {
        await Put(Name, "abcdef");

        await using var one = await Store.OpenAsync(Name, Cancel);
        await using var two = await Store.OpenAsync(Name, Cancel);
        one!.CanSeek.ShouldBeTrue();
        one.Seek(3, SeekOrigin.Begin);

        one.ReadByte().ShouldBe('d');
        two!.ReadByte().ShouldBe('a');
    }

    [Fact]
    public async Task A_name_that_is_taken_keeps_its_document_and_the_answer_tells_which()
    {
        var first = await Put(Name, "first");

        (await Put(Name, "second, longer")).ShouldBe(first with { Created = false });
        (await Put(Name, "first")).ShouldBe(first with { Created = false });
        (await Read(Name)).ShouldBe("first"u8.ToArray());
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_nothing()
    {
        (await Store.OpenAsync(Name, Cancel)).ShouldBeNull();
        await Put(Name, "x");
        (await Store.OpenAsync("inbox/5F3A.eml", Cancel)).ShouldBeNull();
        (await Store.OpenAsync("inbox/5f3a.eml.txt", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_writers_of_one_name_one_creates_it()
    {
        var puts = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Put(Name, $"writer {i}"))));

        var created = puts.Single(p => p.Created);
        puts.Select(p => p.Sha256).Distinct(StringComparer.Ordinal).ShouldBe([created.Sha256]);
        Convert.ToHexStringLower(SHA256.HashData(await Read(Name))).ShouldBe(created.Sha256);
    }

    [Fact]
    public async Task Of_several_writers_of_a_large_document_one_creates_it_whole()
    {
        var puts = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            Store.PutIfAbsentAsync(Name, new MemoryStream([.. Enumerable.Repeat((byte)i, 9_000_000)]), Cancel))));

        puts.Count(p => p.Created).ShouldBe(1);
        puts.Select(p => (p.Sha256, p.Length)).Distinct().Count().ShouldBe(1);
        Convert.ToHexStringLower(SHA256.HashData(await Read(Name))).ShouldBe(puts[0].Sha256);
    }

    [Fact]
    public async Task A_large_document_whose_source_breaks_off_is_not_there_and_can_be_put_again()
    {
        await Should.ThrowAsync<EndOfStreamException>(() =>
            Store.PutIfAbsentAsync(Name, new BrokenStream(new EndOfStreamException("the line broke"), 9_000_000), Cancel));

        (await Store.OpenAsync(Name, Cancel)).ShouldBeNull();
        (await Store.ListAsync("", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await Put(Name, "whole")).Created.ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_is_in_ordinal_order_and_holds_exactly_what_starts_with_the_prefix()
    {
        string[] names = ["text/a.x", "text/a-b/1", "text/a/z", "text/a/B", "text/a1", "text/Z", "text/10", "text/2", "texts/1", "inbox/1.eml"];
        foreach (var name in names)
        {
            await Put(name, name);
        }

        foreach (var prefix in (string[])["", "text/", "text", "text/a", "text/a/", "text/a/z", "text/a-", "letters/", "t"])
        {
            var listed = await Store.ListAsync(prefix, Cancel).ToListAsync(Cancel);
            listed.Select(d => d.Name).ShouldBe(names.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            listed.ShouldAllBe(d => d.Length == d.Name.Length);
        }
    }

    [Fact]
    public async Task A_caller_may_put_while_it_lists()
    {
        await Put("inbox/1.eml", "1");
        await Put("inbox/2.eml", "2");

        await foreach (var document in Store.ListAsync("inbox/", Cancel))
        {
            await Put(document.Name.Replace("inbox", "text", StringComparison.Ordinal), "text");
        }

        (await Store.ListAsync("", Cancel).Select(d => d.Name).ToListAsync(Cancel)).ShouldBe(["inbox/1.eml", "inbox/2.eml", "text/1.eml", "text/2.eml"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("inbox")]
    [InlineData("inbox/")]
    [InlineData("/inbox/1")]
    [InlineData("inbox//1")]
    [InlineData("inbox/../1")]
    [InlineData("../inbox/1")]
    [InlineData("inbox/..")]
    [InlineData("inbox/.1")]
    [InlineData(".partial/1")]
    [InlineData("inbox/a\\b")]
    [InlineData("inbox/a\0b")]
    [InlineData("inbox/a\n")]
    public async Task Names_that_lead_elsewhere_are_refused(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Put(name, "x"));
        await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(name, Cancel));
        (await Store.ListAsync("", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("inbox/a b")]
    [InlineData("inbox/a:b")]
    [InlineData("inbox/é")]
    public async Task Names_of_other_alphabets_may_be_asked_for_but_not_given(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Put(name, "x"));
        (await Store.OpenAsync(name, Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../")]
    [InlineData("inbox/.")]
    [InlineData("inbox//")]
    [InlineData("inbox/../letters/")]
    [InlineData("*")]
    public async Task Prefixes_that_lead_elsewhere_are_refused(string prefix) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Store.ListAsync(prefix, Cancel).ToListAsync(Cancel));

    [Fact]
    public async Task The_longest_name_is_taken_and_a_longer_one_refused()
    {
        var longest = "inbox/" + new string('x', DocumentName.MaxLength - 6);

        (await Put(longest, "x")).Created.ShouldBeTrue();
        (await Store.ListAsync(longest, Cancel).CountAsync(Cancel)).ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(() => Put(longest + "x", "x"));
    }

    [Fact]
    public async Task A_document_whose_source_breaks_off_is_not_there_and_can_be_put_again()
    {
        await Should.ThrowAsync<EndOfStreamException>(() => Store.PutIfAbsentAsync(Name, new BrokenStream(new EndOfStreamException("the line broke")), Cancel));
        (await Store.OpenAsync(Name, Cancel)).ShouldBeNull();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutIfAbsentAsync(Name, new BrokenStream(new OperationCanceledException()), Cancel));
        (await Store.ListAsync("", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();

        (await Put(Name, "whole")).Created.ShouldBeTrue();
        (await Read(Name)).ShouldBe("whole"u8.ToArray());
    }

    [Theory]
    [InlineData("inbox/Reply from Leeds (2).eml")]
    [InlineData("inbox/Antwort – Größe é.eml")]
    [InlineData("inbox/a'b#c%2Fd+e.eml")]
    public async Task What_a_person_dropped_in_is_listed_and_opened_by_its_own_name(string name)
    {
        if (!await DropInAsync(name, "dropped"u8.ToArray()))
        {
            return;
        }

        (await Store.ListAsync("inbox/", Cancel).SingleAsync(Cancel)).ShouldSatisfyAllConditions(d => d.Name.ShouldBe(name), d => d.Length.ShouldBe(7));
        (await Read(name)).ShouldBe("dropped"u8.ToArray());
    }

    /// <summary>Puts a document into the store past this port, as a person with a file manager would. False where there is no other way in.</summary>
    protected virtual Task<bool> DropInAsync(string name, byte[] content) => Task.FromResult(false);

    protected Task<DocumentPut> Put(string name, string text) => Store.PutIfAbsentAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);

    protected async Task<byte[]> Read(string name)
    {
        await using var content = await Store.OpenAsync(name, Cancel);
        using var copy = new MemoryStream();
        await content!.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }

    /// <summary>Gives some bytes and then breaks.</summary>
    private sealed class BrokenStream(Exception end, int after = 100_000) : MemoryStream(new byte[after + 100_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < after ? base.ReadAsync(buffer[..Math.Min(buffer.Length, 30_000)], cancellationToken) : throw end;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw end;
    }
}
