using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Core.Telemetry;

/// <summary>
/// The trace a mail or a letter has from its id alone. Every process that works on it comes to the same trace, so that a reply's way from the mailbox to the
/// queue is one picture although nothing is carried along between the steps. The span all of them hang on was never made: it is the mail itself.
/// </summary>
public static class TraceOrigin
{
    private const int TraceDigits = 32;
    private const int SpanDigits = 16;

    /// <param name="mail">Lower-case hexadecimal SHA-256: its first 32 digits are the trace, the next 16 the span above all others.</param>
    /// <returns>No context where it is no such hash.</returns>
    public static ActivityContext OfMail(string mail) => OfHash(mail);

    /// <summary>As for a mail, from the SHA-256 of the letter's id.</summary>
    public static ActivityContext OfLetter(LetterId letter) => OfHash(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.ToString()))));

    private static ActivityContext OfHash(string hash)
    {
        var digits = hash.AsSpan();
        if (digits.Length < TraceDigits + SpanDigits || digits.ContainsAnyExcept("0123456789abcdef"))
        {
            return default;
        }

        var trace = digits[..TraceDigits];
        var span = digits.Slice(TraceDigits, SpanDigits);
        return trace.ContainsAnyExcept('0') && span.ContainsAnyExcept('0')
            ? new ActivityContext(ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateFromString(span), ActivityTraceFlags.Recorded, traceState: null, isRemote: true)
            : default;
    }
}
