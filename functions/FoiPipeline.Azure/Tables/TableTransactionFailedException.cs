using Azure;
using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>One row of a transaction was refused, and nothing was written.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(Response response, RequestFailedDetailsParser parser, int? failedAction)
        : base(response, null, parser) => FailedTransactionActionIndex = failedAction;

    /// <summary>Which action was refused, counted from 0; nothing if the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
