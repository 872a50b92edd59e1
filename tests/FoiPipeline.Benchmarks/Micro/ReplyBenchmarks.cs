using BenchmarkDotNet.Attributes;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Mailing;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>Reading a reply (quotation cut, answers laid beside the questions, kind judged), and working out when an answer is due.</summary>
public class ReplyBenchmarks
{
    private readonly ReplyReader _reader = new("SV16");
    private readonly IReadOnlyList<Question> _questions = BenchmarkRound.Of(1).Questions;
    private readonly Mail _text = new MimeMailFormat().Read(MailSamples.Text());
    private readonly Mail _html = new MimeMailFormat().Read(MailSamples.Html());

    // A policy of a hundred pages in the attachment.
    private readonly ReadAttachment[] _policy =
    [
        new("policy.pdf", "application/pdf", 900_000, new string('0', 64), IsInline: false, new ExtractedText
        {
            Type = "pdf", Method = "pdftotext", Pages = 100,
            Passages = [.. Enumerable.Range(1, 100).Select(page => new Passage(string.Join('\n', Enumerable.Repeat($"{page}. The governing body has regard to social value when it commissions services.", 45)), page, ""))],
        }),
    ];

    [Benchmark(Baseline = true)]
    public Reading Judge_text() => _reader.Read(_text, [], _questions);

    [Benchmark]
    public Reading Judge_html() => _reader.Read(_html, [], _questions);

    [Benchmark]
    public Reading Judge_with_100_pages() => _reader.Read(_text, _policy, _questions);

    [Benchmark]
    public DueDates Work_out_due_dates() => DueDates.Compute(new DateOnly(2016, 7, 1));
}
