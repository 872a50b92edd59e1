using System.Text;

namespace FoiPipeline.Documents.Word;

/// <summary>The fields that are open at one point of a story: of each the instruction is kept back and the result shown. Fields nest and cross paragraphs.</summary>
internal sealed class FieldStack
{
    private const int LongestInstruction = 2000;

    private readonly Stack<Field> _open = new();
    private int _instructions;

    /// <summary>Whether what comes is part of an instruction, which nobody sees.</summary>
    public bool IsInstruction => _instructions > 0;

    public void Begin()
    {
        _open.Push(new Field());
        _instructions++;
    }

    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field) && !field.ShowsResult && field.Instruction.Length < LongestInstruction)
        {
            field.Instruction.Append(text);
        }
    }

    /// <param name="paragraph">The text in which the result begins, at its present end.</param>
    public void Separate(StringBuilder paragraph)
    {
        if (_open.TryPeek(out var field) && !field.ShowsResult)
        {
            field.ShowsResult = true;
            field.Paragraph = paragraph;
            field.ResultAt = paragraph.Length;
            _instructions--;
        }
    }

    /// <returns>The field that ended, if one was open.</returns>
    public Field? End()
    {
        if (!_open.TryPop(out var field))
        {
            return null;
        }

        _instructions -= field.ShowsResult ? 0 : 1;
        return field;
    }

    internal sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool ShowsResult { get; set; }

        public StringBuilder? Paragraph { get; set; }

        public int ResultAt { get; set; }
    }
}
