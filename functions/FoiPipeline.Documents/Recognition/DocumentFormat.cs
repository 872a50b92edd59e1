namespace FoiPipeline.Documents.Recognition;

/// <summary>A format that is recognised by content.</summary>
/// <param name="Type">Short name as it stands in results: <c>xlsx</c>.</param>
/// <param name="Description">With article, to stand in a sentence: <c>an Excel workbook (.xlsx)</c>.</param>
/// <param name="Advice">What a person can do about it when it is not read.</param>
internal sealed record DocumentFormat(string Type, string Description, string Advice = DocumentFormat.AskForAnother)
{
    private const string AskForAnother = "Open it by hand or ask for a PDF or Word copy.";

    public static readonly DocumentFormat Text = new("text", "plain text");
    public static readonly DocumentFormat Html = new("html", "an HTML page");
    public static readonly DocumentFormat Pdf = new("pdf", "a PDF");
    public static readonly DocumentFormat Docx = new("docx", "a Word document (.docx)");

    /// <summary>The sentence for a format that no reader takes.</summary>
    public string Problem => Type switch
    {
        "empty" => $"This is {Description}. {Advice}",
        _ => $"This is {Description}; this version reads text, HTML, PDF and Word (.docx). {Advice}",
    };
}
