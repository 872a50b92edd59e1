using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

public sealed class StorageAccount : IStore
{
    public string Place => throw new NotSupportedException();

    public string Id => throw new NotSupportedException();

    public IRegister Register => throw new NotSupportedException();

    public IDocumentStore Documents => throw new NotSupportedException();

    public IWorkQueue Queue => throw new NotSupportedException();

    public IReceipts Receipts => throw new NotSupportedException();

    public static StorageAccount Open(StorageSettings settings, TimeProvider clock, bool mayCreate) => throw new NotSupportedException($"{settings}{clock}{mayCreate}");

    public Task PrepareAsync(CancellationToken cancel) => throw new NotSupportedException(Place);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
