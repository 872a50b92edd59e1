using BenchmarkDotNet.Attributes;
using FoiPipeline.Core.Replies;
using FoiPipeline.Mailing;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>Parsing raw bytes to a mail.</summary>
public class MailBenchmarks
{
    private readonly MimeMailFormat _format = new();
    private readonly byte[] _text = MailSamples.Text();
    private readonly byte[] _html = MailSamples.Html();
    private readonly byte[] _smallDocument = MailSamples.WithAttachment(60_000);
    private readonly byte[] _largeDocument = MailSamples.WithAttachment(5_000_000);

    [Benchmark(Baseline = true)]
    public Mail Parse_text() => _format.Read(_text);

    [Benchmark]
    public Mail Parse_html_with_quote() => _format.Read(_html);

    [Benchmark]
    public Mail Parse_with_60_kB_document() => _format.Read(_smallDocument);

    [Benchmark]
    public Mail Parse_with_5_MB_document() => _format.Read(_largeDocument);
}
