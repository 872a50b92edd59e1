using System.Runtime.InteropServices;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>The lines by which a mail program introduces an earlier mail, and how many of them there are.</summary>
/// <param name="Style">What kind of introduction it is.</param>
/// <param name="Length">Number of lines it takes, blank ones between included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteHead(QuoteStyle Style, int Length)
{
    public bool Exists => Style != QuoteStyle.None;
}

internal enum QuoteStyle
{
    None,

    /// <summary><c>On 10 August 2016, Jane Doe wrote:</c></summary>
    Attribution,

    /// <summary>A separator, a block of From, Sent, To and Subject lines, or both.</summary>
    Headers,

    /// <summary>The same, where the words say that an earlier mail is passed on rather than answered.</summary>
    Forward,

    /// <summary>The line of a ticket system above which an answer is to be typed: what is below it may be the news itself.</summary>
    ReplyAbove,
}
