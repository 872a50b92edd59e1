namespace FoiPipeline.Azure.Tables;

/// <summary>What the Table service calls its errors. Source: Microsoft, "Table Storage error codes".</summary>
/// <param name="Value">The code as it stands in the answer.</param>
public readonly record struct TableErrorCode(string Value)
{
    public static TableErrorCode EntityAlreadyExists { get; } = new("EntityAlreadyExists");

    /// <summary>The row that should be changed is not there.</summary>
    public static TableErrorCode EntityNotFound { get; } = new("EntityNotFound");

    /// <summary>There is no such row.</summary>
    public static TableErrorCode ResourceNotFound { get; } = new("ResourceNotFound");

    public static TableErrorCode TableAlreadyExists { get; } = new("TableAlreadyExists");

    public static TableErrorCode TableNotFound { get; } = new("TableNotFound");

    /// <summary>The row is not as <c>If-Match</c> says.</summary>
    public static TableErrorCode UpdateConditionNotSatisfied { get; } = new("UpdateConditionNotSatisfied");

    public static implicit operator TableErrorCode(string? value) => FromString(value);

    public static TableErrorCode FromString(string? value) => new(value ?? "");

    public override string ToString() => Value;
}
