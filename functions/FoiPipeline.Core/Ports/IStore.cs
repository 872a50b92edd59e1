namespace FoiPipeline.Core.Ports;

/// <summary>Everything one round keeps, in one place: a data folder, or a storage account. Disposing closes it.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Where it is, for a person: a folder's path, or the account's name.</summary>
    string Place { get; }

    IRegister Register { get; }

    IDocumentStore Documents { get; }

    IWorkQueue Queue { get; }

    IReceipts Receipts { get; }
}
