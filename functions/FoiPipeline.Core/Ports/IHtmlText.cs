namespace FoiPipeline.Core.Ports;

/// <summary>HTML as the text a person would read. Never throws for its content; fetches and runs nothing.</summary>
public interface IHtmlText
{
    /// <summary>Text with '\n' line ends that keeps paragraphs, lists, tables and links.</summary>
    string ToText(string html);
}
