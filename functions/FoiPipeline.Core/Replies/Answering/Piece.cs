using System.Runtime.InteropServices;

namespace FoiPipeline.Core.Replies.Answering;

/// <summary>A stretch of a source that may head or belong to an answer: a line, a cell of a table's row, or the part of a line that starts at a number within it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Line">The line of the source it comes from.</param>
/// <param name="Joins">Continues the line of the piece before it.</param>
/// <param name="Marker">The number it starts with.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(string Text, SourceLine Line, bool Joins, QuestionMarker Marker)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Cuts a source into pieces.</summary>
    public static List<Piece> Of(AnswerSource source)
    {
        var pieces = new List<Piece>(source.Lines.Count);
        foreach (var line in source.Lines)
        {
            if (line.Text.Contains(" | ", StringComparison.Ordinal) || line.Text.StartsWith("| ", StringComparison.Ordinal))
            {
                AddCells(pieces, line);
            }
            else
            {
                AddPoints(pieces, line);
            }
        }

        return pieces;
    }

    private static void AddCells(List<Piece> pieces, SourceLine line)
    {
        var cells = line.Text.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var first = true;
        foreach (var cell in cells)
        {
            if (cell.Length > 0)
            {
                pieces.Add(new Piece(cell, line, Joins: false, first ? QuestionMarker.Read(cell, bareIsEnough: cells.Length > 1) : default));
                first = false;
            }
        }
    }

    /// <summary>"Q1: yes. Q2: no." on one line, "1. Yes. 2. No.", which mail programs make of a list, and "In answer to your first question, ...".</summary>
    private static void AddPoints(List<Piece> pieces, SourceLine line)
    {
        var text = line.Text;
        var previous = QuestionMarker.Read(text);
        var start = 0;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (!CanStartPoint(text, i))
            {
                continue;
            }

            var point = QuestionMarker.Read(text.AsSpan(i));
            var goesOn = previous.Exists
                ? point.Strength == previous.Strength && point.First == previous.Last + 1
                : point is { Strength: MarkerStrength.Named, First: 1 };
            if (goesOn)
            {
                pieces.Add(new Piece(text[start..i].Trim(), line, start > 0, QuestionMarker.Read(text.AsSpan(start..i))));
                start = i;
                previous = point;
            }
        }

        pieces.Add(new Piece(start == 0 ? text : text[start..], line, start > 0, start == 0 ? QuestionMarker.Read(text) : previous));
    }

    private static bool CanStartPoint(string text, int i) =>
        (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '(') && char.IsWhiteSpace(text[i - 1])
        && LastBefore(text, i - 1) is '.' or '?' or '!' or ';' or ':' or ')' or ',';

    private static char LastBefore(string text, int i)
    {
        while (i > 0 && char.IsWhiteSpace(text[i]))
        {
            i--;
        }

        return text[i];
    }
}
