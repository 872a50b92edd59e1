using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using Azure;
using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// Reads code and message out of an error of the Table service: <c>{"odata.error":{"code":...,"message":{"value":...}}}</c>, or XML from what stands
/// before the service and does not know about JSON. A refused signature is told with the difference of the clocks, if that may be why.
/// </summary>
internal sealed class TableErrors(TimeProvider clock) : RequestFailedDetailsParser
{
    public RequestFailedException From(Response response) => new(response, null, this);

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Read(response);
        return error is not null;
    }

    private ResponseError? Read(Response response)
    {
        var (code, message) = ReadBody(response);
        code ??= response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null;
        if (code is null)
        {
            return null;
        }

        var skew = ClockSkew.Explain(response, code, clock);
        return new ResponseError(code, skew is null ? message ?? response.ReasonPhrase : $"{message} {skew}");
    }

    private static (string? Code, string? Message) ReadBody(Response response)
    {
        if (response.ContentStream is not MemoryStream || response.Content.ToMemory() is not { Length: > 0 } body)
        {
            return default;
        }

        return body.Span.IndexOf((byte)'{') is var brace and >= 0 ? ReadJson(body[brace..]) : ReadXml(body);
    }

    private static (string? Code, string? Message) ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("odata.error", out var error))
            {
                return default;
            }

            var message = error.TryGetProperty("message", out var text) && text.TryGetProperty("value", out var value) ? value.GetString() : null;
            return (error.GetProperty("code").GetString(), message);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return default;
        }
    }

    private static (string? Code, string? Message) ReadXml(ReadOnlyMemory<byte> body)
    {
        string? code = null;
        string? message = null;
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (!xml.EOF)
            {
                var name = xml.NodeType == XmlNodeType.Element ? xml.LocalName.ToUpperInvariant() : "";
                switch (name)
                {
                    case "CODE":
                        code = xml.ReadElementContentAsString();
                        break;
                    case "MESSAGE":
                        message = xml.ReadElementContentAsString();
                        break;
                    default:
                        xml.Read();
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // A page of a proxy, or half an answer: the status says what there is to say.
        }

        return (code, message);
    }
}
