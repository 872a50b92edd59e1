using System.Runtime.Versioning;
using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.ContractTests.Local;

public sealed class FileDocumentStoreTests : DocumentStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private FileDocumentStore? _store;

    private string Root => _folder.Below("documents");

    protected override Task<IDocumentStore> CreateAsync() => Task.FromResult<IDocumentStore>(_store = new FileDocumentStore(Root, _clock));

    protected override Task DestroyAsync()
    {
        _store!.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_document_is_a_read_only_file_in_private_folders_dated_by_the_clock()
    {
        await Put("inbox/1.eml", "x");

        File.GetUnixFileMode(Path.Combine(Root, "inbox", "1.eml")).ShouldBe(UnixFileMode.UserRead);
        File.GetUnixFileMode(Path.Combine(Root, "inbox")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await Store.ListAsync("", Cancel).SingleAsync(Cancel)).Stored.ShouldBe(_clock.GetUtcNow());
    }

    protected override async Task<bool> DropInAsync(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, name))!);
        await File.WriteAllBytesAsync(Path.Combine(Root, name), content, Cancel);
        return true;
    }

    [Fact]
    public async Task No_partial_file_is_left_whether_the_document_was_stored_or_not()
    {
        await Put("inbox/1.eml", "x");
        await Put("inbox/1.eml", "y");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutIfAbsentAsync("inbox/2.eml", new MemoryStream([1]), cancelled.Token));

        Partials().ShouldBeEmpty();
    }

    [Fact]
    public async Task Partial_files_of_a_dead_process_are_removed_and_those_of_a_living_one_are_not()
    {
        await Put("inbox/1.eml", "ours is alive");
        var living = Directory.GetDirectories(Path.Combine(Root, ".partial")).ShouldHaveSingleItem();
        var dead = Directory.CreateDirectory(Path.Combine(Root, ".partial", "dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "lock"), "", Cancel);
        await File.WriteAllTextAsync(Path.Combine(dead, "half"), "half a docum", Cancel);

        using var next = new FileDocumentStore(Root, _clock);
        await next.PutIfAbsentAsync("inbox/2.eml", new MemoryStream([1]), Cancel);

        Directory.Exists(dead).ShouldBeFalse();
        Directory.Exists(living).ShouldBeTrue();
        (await Put("inbox/3.eml", "still works")).Created.ShouldBeTrue();
    }

    [Fact]
    public async Task Symbolic_links_are_not_followed()
    {
        await Put("inbox/1.eml", "x");
        var outside = Directory.CreateDirectory(_folder.Below("outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "secret"), "secret", Cancel);
        Directory.CreateSymbolicLink(Path.Combine(Root, "letters"), outside);
        File.CreateSymbolicLink(Path.Combine(Root, "inbox", "2.eml"), Path.Combine(outside, "secret"));
        File.CreateSymbolicLink(Path.Combine(Root, "inbox", "3.eml"), Path.Combine(outside, "nothing"));

        foreach (var name in (string[])["letters/secret", "inbox/2.eml", "inbox/3.eml"])
        {
            (await Should.ThrowAsync<StoreUnavailableException>(() => Store.OpenAsync(name, Cancel))).Message.ShouldContain("symbolic link");
            await Should.ThrowAsync<StoreUnavailableException>(() => Put(name, "overwritten"));
        }

        await Should.ThrowAsync<StoreUnavailableException>(async () => await Store.ListAsync("letters/", Cancel).ToListAsync(Cancel));
        await Should.ThrowAsync<StoreUnavailableException>(async () => await Store.ListAsync("inbox/", Cancel).ToListAsync(Cancel));
        Directory.GetFiles(outside).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(Path.Combine(outside, "secret"), Cancel)).ShouldBe("secret");
    }

    [Fact]
    public async Task Hidden_and_loose_files_in_the_folder_are_not_documents()
    {
        await Put("inbox/1.eml", "x");
        await File.WriteAllTextAsync(Path.Combine(Root, "inbox", ".DS_Store"), "x", Cancel);
        await File.WriteAllTextAsync(Path.Combine(Root, "loose"), "x", Cancel);

        (await Store.ListAsync("", Cancel).Select(d => d.Name).ToListAsync(Cancel)).ShouldBe(["inbox/1.eml"]);
    }

    [Fact]
    public async Task A_name_cannot_be_the_folder_of_another()
    {
        await Put("text/a", "x");
        await Put("text/b/1", "x");

        await Should.ThrowAsync<ArgumentException>(() => Put("text/a/1", "y"));
        await Should.ThrowAsync<ArgumentException>(() => Put("text/b", "y"));
        (await Store.OpenAsync("text/a/1", Cancel)).ShouldBeNull();
        (await Store.OpenAsync("text/b", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_that_was_taken_away_is_made_again()
    {
        await Put("inbox/1.eml", "x");
        Directory.Delete(Path.Combine(Root, "inbox"), recursive: true);

        (await Put("inbox/2.eml", "y")).Created.ShouldBeTrue();
    }

    [Fact]
    public async Task A_root_that_is_a_file_is_one_clear_error()
    {
        var file = _folder.Below("file");
        await File.WriteAllTextAsync(file, "", Cancel);
        using var store = new FileDocumentStore(file, _clock);

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => store.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1]), Cancel));

        fault.Message.ShouldContain(file);
    }

    private IEnumerable<string> Partials() => Directory.GetFiles(Path.Combine(Root, ".partial"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock");
}
