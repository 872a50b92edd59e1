using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>The service has answered that there is nothing.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("There is no such row.");

    public override Response GetRawResponse() => response;
}
