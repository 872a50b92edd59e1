using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>What a transaction does to a row.</summary>
public enum TableTransactionActionType
{
    /// <summary>The row must not be there.</summary>
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>Whether the properties that are sent join those of the row or take their place.</summary>
public enum TableUpdateMode
{
    Merge,
    Replace,
}

/// <summary>One row of a transaction.</summary>
/// <param name="ActionType">What is done.</param>
/// <param name="Entity">The row; to delete, its keys are enough.</param>
/// <param name="ETag">For updates and deletes: the state the row must be in. The default value stands for any.</param>
public sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default);
