using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents;

/// <summary>Reads one format. It is handed only documents recognised as that format by their content.</summary>
internal interface IFormatReader
{
    /// <summary>The format's <see cref="Recognition.DocumentFormat.Type"/>.</summary>
    string Type { get; }

    /// <summary>May throw for damaged content; the extractor turns that into a problem.</summary>
    /// <exception cref="ToolMissingException">A native tool is not installed.</exception>
    Task<ExtractedText> ReadAsync(DocumentContent document, CancellationToken cancel);
}
