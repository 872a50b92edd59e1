using System.Text;

namespace FoiPipeline.Emulation;

/// <summary>What befalls a request on its way through a <see cref="FaultProxy"/>.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The line breaks before the service has heard of the request.</summary>
    public static Fault LoseRequest { get; } = new Lose(BeforeService: true, Share: 0);

    /// <summary>The service does what it was asked to, and the line breaks before the answer.</summary>
    public static Fault LoseAnswer { get; } = new Lose(BeforeService: false, Share: 0);

    /// <summary>The service does what it was asked to, and the line breaks in the middle of the answer.</summary>
    public static Fault HalveAnswer { get; } = new Lose(BeforeService: false, Share: 0.5);

    /// <summary>The service is not asked, and the caller gets an error in the form the service would give it.</summary>
    /// <param name="status">The HTTP status: 409, 412, 429, 500, 503.</param>
    /// <param name="code">The service's error code: <c>ServerBusy</c>.</param>
    /// <param name="retryAfter">Seconds to wait, if the service names them.</param>
    public static Fault Refuse(int status, string code, int? retryAfter = null) => new Refusal(status, code, retryAfter);

    /// <summary>The service does what it was asked to, and the caller gets an error all the same.</summary>
    /// <inheritdoc cref="Refuse"/>
    public static Fault DoAndRefuse(int status, string code) => new Refusal(status, code, null) { Forwarded = true };

    /// <summary>The request is held for a while and then forwarded.</summary>
    public static Fault Delay(TimeSpan span) => new Late(span);

    /// <summary>Something else happens at the service before the request arrives there.</summary>
    public static Fault Meanwhile(Func<Task> happens) => new Overtaken(happens);

    internal sealed record Overtaken(Func<Task> Happens) : Fault;

    internal sealed record Lose(bool BeforeService, double Share) : Fault;

    internal sealed record Late(TimeSpan Span) : Fault;

    internal sealed record Refusal(int Status, string Code, int? RetryAfter) : Fault
    {
        public bool Forwarded { get; init; }

        /// <summary>In the form of the service: tables speak JSON, the others XML, and nothing of either follows on HEAD.</summary>
        public byte[] AnswerTo(ServiceRequest request, string kind)
        {
            var (type, body) = request switch
            {
                { Method: "HEAD" } => ("", ""),
                _ when kind == "Table" => ("Content-Type: application/json;odata=minimalmetadata\r\n",
                    $$$$"""{"odata.error":{"code":"{{{{Code}}}}","message":{"lang":"en-US","value":"A fault of the test."}}}"""),
                _ => ("Content-Type: application/xml\r\n", $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{Code}</Code><Message>A fault of the test.</Message></Error>"""),
            };
            var code = kind == "Table" ? "" : $"x-ms-error-code: {Code}\r\n";
            var wait = RetryAfter is { } seconds ? $"Retry-After: {seconds}\r\n" : "";
            return Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Fault\r\nServer: Windows-Azure-{kind}/1.0\r\nDate: {TimeProvider.System.GetUtcNow():r}\r\n{type}{code}{wait}x-ms-version: 2020-12-06\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    }
}
