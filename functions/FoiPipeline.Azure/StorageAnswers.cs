using Azure;

namespace FoiPipeline.Azure;

/// <summary>What the services' status and error codes mean for us. The codes are those of the REST reference of Blob, Queue and Table storage.</summary>
internal static class StorageAnswers
{
    public static (string What, string Remedy) Explain(RequestFailedException answer, StorageService? service = null) => (answer.Status, answer.ErrorCode) switch
    {
        (401 or 403, _) => Refused(answer, service),
        (404, "ContainerNotFound") => Absent("the container"),
        (404, "QueueNotFound") => Absent("the queue"),
        (404, "TableNotFound") => Absent("the table"),
        (404, _) => ("does not exist or has nothing of that name", $"check {StorageSettings.Connection} or {StorageSettings.AccountName}, and that the account has been made"),
        (409, "ContainerBeingDeleted" or "QueueBeingDeleted" or "TableBeingDeleted") =>
            ("is still deleting what stood there under the same name", "wait a minute and try again"),
        (409, "BlobArchived" or "BlobBeingRehydrated") => ("keeps it in the archive tier", "move the blob back to the cool or hot tier, which takes hours, and try again"),
        (409, "BlobImmutableDueToPolicy") => ("keeps what is there unchanged by its immutability policy", "this is as it should be; find out who wanted to change evidence"),
        (409 or 412, _) => ("was changed by somebody else at the same moment", "run it again"),
        (413, _) => ("does not take so much at once", "report it with the text above: this is a fault of the program"),
        (408 or 429 or 500 or 502 or 503 or 504, _) => ($"is busy or in trouble ({Code(answer)})", "it was asked several times; try again in some minutes"),
        _ => ($"answered {Code(answer)}", "report it with the text above; an emulator may be too old for this program"),
    };

    private static (string What, string Remedy) Refused(RequestFailedException answer, StorageService? service) => answer.ErrorCode switch
    {
        "AuthorizationPermissionMismatch" => ("knows us and does not let us in",
            $"give this identity the role {RoleOf(answer, service)} on the account, and allow ten minutes until it counts"),
        "AuthenticationFailed" => NotBelieved(answer),
        "AuthorizationFailure" when IsEmulator(answer) => NotBelieved(answer),
        "AuthorizationFailure" or "AuthorizationSourceIPMismatch" => ("does not let this machine in",
            "allow its network in the account's firewall, or run where the firewall allows it"),
        "KeyBasedAuthenticationNotPermitted" => ("lets nobody in with a key",
            $"remove {StorageSettings.Connection} and set {StorageSettings.AccountName}, so that an identity is used"),
        "AccountIsDisabled" or "InsufficientAccountPermissions" => ("is disabled or read-only", "ask whoever runs the subscription"),
        "AuthorizationServiceMismatch" or "AuthorizationResourceTypeMismatch" or "AuthorizationProtocolMismatch" => ("does not allow this under the given signature",
            $"make a signature in {StorageSettings.Connection} for blobs, queues and tables, of all resource types"),
        "InvalidAuthenticationInfo" or "NoAuthenticationInformation" => ("does not take our token",
            "sign in to the account's own tenant: `az login --tenant ...` on a laptop, an identity of that tenant in the cloud"),
        _ => ($"refuses us ({Code(answer)})", "check key or identity, its roles, and the account's firewall"),
    };

    private static (string What, string Remedy) NotBelieved(RequestFailedException answer)
    {
        var date = answer.GetRawResponse()?.Headers.Date is { } now ? $"; the service says it is {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "";
        return ("does not believe who we are", $"check the key or signature in {StorageSettings.Connection} (was it renewed or has it run out?) and this machine's clock{date}");
    }

    private static (string What, string Remedy) Absent(string what) => ($"has not got {what}", "deploy infra/main.bicep, or run `foi open`, which makes what is missing");

    /// <summary>Each service signs its answers: <c>Windows-Azure-Queue/1.0</c>, <c>Azurite-Queue/3.35.0</c>.</summary>
    private static string RoleOf(RequestFailedException answer, StorageService? service) =>
        (service?.ToString() ?? Array.Find(Enum.GetNames<StorageService>(), name => Server(answer).Contains("-" + name, StringComparison.Ordinal))) is { } asked
            ? $"Storage {asked} Data Contributor"
            : "Storage Blob (and Queue, and Table) Data Contributor";

    private static bool IsEmulator(RequestFailedException answer) => Server(answer).StartsWith("Azurite", StringComparison.Ordinal);

    private static string Server(RequestFailedException answer) => answer.GetRawResponse()?.Headers.TryGetValue("Server", out var server) == true ? server : "";

    private static string Code(RequestFailedException answer) => $"{answer.Status} {answer.ErrorCode}".TrimEnd();
}
