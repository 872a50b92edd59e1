using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Documents;
using FoiPipeline.Documents.Native;

namespace FoiPipeline.Tests.Documents;

/// <summary>Documents made on the spot, and the extractor to read them with.</summary>
internal static class Some
{
    public static DocumentTextExtractor Extractor(ExtractionLimits? limits = null) => new(new TagStripper(), limits);

    public static Task<ExtractedText> Read(byte[] bytes, string name = "", string type = "", ExtractionLimits? limits = null) =>
        Extractor(limits).ExtractAsync(new DocumentContent(name, type, bytes), TestContext.Current.CancellationToken);

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Skips a test aloud where pdftotext is missing; on the build server it must be there.</summary>
    public static void NeedsPdfToText()
    {
        if (ToolPath.Find("pdftotext") is null)
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNullOrEmpty("pdftotext (poppler-utils) must be installed on the build server.");
            Assert.Skip("pdftotext is not installed: apt-get install poppler-utils");
        }
    }

    private sealed class TagStripper : IHtmlText
    {
        public string ToText(string html)
        {
            var text = new StringBuilder();
            var inside = false;
            foreach (var c in html)
            {
                inside = c == '<' || (inside && c != '>');
                text.Append(inside ? "" : c == '>' ? "\n\n" : c.ToString());
            }

            return text.ToString();
        }
    }
}
