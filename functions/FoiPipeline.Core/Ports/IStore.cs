namespace FoiPipeline.Core.Ports;

/// <summary>Everything one round keeps, in one place: a data folder, or a storage account. Disposing closes it.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Where it is, for a person: a folder's path, or the account's name.</summary>
    string Place { get; }

    /// <summary>Tells this store from every other, for ever: it stays with the store when that is moved or renamed. At most 100 characters.</summary>
    string Id { get; }

    IRegister Register { get; }

    IDocumentStore Documents { get; }

    IWorkQueue Queue { get; }

    IReceipts Receipts { get; }
}
