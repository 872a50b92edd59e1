using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Fakes;

/// <summary>A store put together from any parts.</summary>
public sealed record FakeStore(IRegister Register, IDocumentStore Documents, IWorkQueue Queue) : IStore
{
    public string Place { get; init; } = "memory";

    public string Id { get; init; } = "memory";

    public IReceipts Receipts { get; init; } = new InMemoryReceipts();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
