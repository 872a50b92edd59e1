using Azure.Core;

namespace FoiPipeline.Azure;

/// <summary>Which operation of the services' REST reference a request is, told from its method, path and query.</summary>
internal static class StorageOperationNames
{
    public static string Of(StorageService service, RequestMethod method, Uri uri) => service switch
    {
        StorageService.Blob => Blob(method.Method, uri),
        StorageService.Queue => Queue(method.Method, uri),
        _ => Table(method.Method, uri),
    };

    private static string Blob(string method, Uri uri) => (method, Query(uri, "comp"), Query(uri, "restype")) switch
    {
        (_, "list", "container") => "ListBlobs",
        (_, "list", _) => "ListContainers",
        ("PUT", _, "container") => "CreateContainer",
        (_, _, "container") => "GetContainerProperties",
        ("PUT", "block", _) => "PutBlock",
        ("PUT", "blocklist", _) => "PutBlockList",
        ("PUT", "metadata", _) => "SetBlobMetadata",
        ("PUT", null, _) => "PutBlob",
        ("GET", null, _) => "GetBlob",
        ("HEAD", null, _) => "GetBlobProperties",
        ("DELETE", null, _) => "DeleteBlob",
        _ => Other(method, uri),
    };

    private static string Queue(string method, Uri uri)
    {
        var path = uri.AbsolutePath;
        if (path.EndsWith("/messages", StringComparison.Ordinal))
        {
            return method switch
            {
                "POST" => "PutMessage",
                "GET" => Query(uri, "peekonly") is null ? "GetMessages" : "PeekMessages",
                _ => "ClearMessages",
            };
        }

        if (path.Contains("/messages/", StringComparison.Ordinal))
        {
            return method == "PUT" ? "UpdateMessage" : "DeleteMessage";
        }

        return (method, Query(uri, "comp")) switch
        {
            (_, "list") => "ListQueues",
            (_, "metadata") => "GetQueueMetadata",
            ("PUT", _) => "CreateQueue",
            ("DELETE", _) => "DeleteQueue",
            _ => Other(method, uri),
        };
    }

    private static string Table(string method, Uri uri)
    {
        var resource = uri.Segments[^1];
        var one = resource.Contains("(PartitionKey", StringComparison.Ordinal);
        return (method, resource) switch
        {
            ("POST", "$batch") => "EntityGroupTransaction",
            ("GET", "Tables") => "QueryTables",
            ("POST", "Tables") => "CreateTable",
            ("POST", _) => "InsertEntity",
            ("GET", _) => one ? "GetEntity" : "QueryEntities",
            ("PUT", _) => "UpdateEntity",
            ("MERGE" or "PATCH", _) => "MergeEntity",
            ("DELETE", _) => one ? "DeleteEntity" : "DeleteTable",
            _ => Other(method, uri),
        };
    }

    private static string Other(string method, Uri uri) => $"{method} {Query(uri, "comp") ?? Query(uri, "restype")}".TrimEnd();

    private static string? Query(Uri uri, string name)
    {
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name, StringComparison.Ordinal) && pair.Length > name.Length && pair[name.Length] == '=')
            {
                return pair[(name.Length + 1)..];
            }
        }

        return null;
    }
}
