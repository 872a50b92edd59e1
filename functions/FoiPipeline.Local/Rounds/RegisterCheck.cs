using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>
/// Reads the register row by row: each row gets at most one fault a cell, and what depends on a faulty cell is not complained about again.
/// </summary>
internal sealed class RegisterCheck
{
    public const string File = "authorities.csv";

    private readonly FaultList _faults;
    private readonly RegisterHeading _heading;
    private readonly List<RegisterRow> _rows = [];
    private readonly Dictionary<AuthorityId, (int Line, string Cells)> _codes = [];
    private readonly SharedMailboxes _mailboxes = new();
    private int _seen;

    private RegisterCheck(RegisterHeading heading, FaultList faults) => (_heading, _faults) = (heading, faults);

    public static Register? Read(SourceText source, FaultList faults)
    {
        RegisterCheck? check = null;
        foreach (var record in RegisterCsv.Records(source, faults))
        {
            if (check is not null)
            {
                check.Row(record);
            }
            else if (RegisterHeading.Read(File, record.Line, record.Cells, faults) is { } heading)
            {
                check = new RegisterCheck(heading, faults);
            }
            else
            {
                return null;
            }
        }

        return check?.Finish() ?? Empty(faults);
    }

    private Register? Finish()
    {
        if (_seen == 0)
        {
            return Empty(_faults);
        }

        _mailboxes.Report(File, _faults);
        return new Register([.. _heading.Attributes.Select(a => a.Heading)], _rows, _seen);
    }

    private static Register? Empty(FaultList faults)
    {
        if (!faults.HasErrorsIn(File))
        {
            faults.Error(File, 0, "The register is empty.", "Give each authority a row with code, name and address under the line of headings.");
        }

        return null;
    }

    private void Row(CsvRecord record)
    {
        _seen++;
        var cells = record.Cells;
        if (!HasTheRightCells(record) || Code(record) is not { } code)
        {
            return;
        }

        var (name, address) = (Name(cells[_heading.Name], record.Line), Address(cells[_heading.Address], record.Line));
        if (name is not null && address is { } mailbox)
        {
            _mailboxes.Add(mailbox, code, name, record.Line);
            _rows.Add(new RegisterRow(record.Line, new Authority { Id = code, Name = name, FoiAddress = mailbox.ToString(), Attributes = Attributes(cells) }));
        }
    }

    private bool HasTheRightCells(CsvRecord record)
    {
        var count = record.Cells.Count;
        if (count == _heading.Columns || (count > _heading.Columns && record.Cells.Skip(_heading.Columns).All(string.IsNullOrWhiteSpace)))
        {
            return true;
        }

        _faults.Error(
            File, record.Line, $"The row has {count} cells under {_heading.Columns} headings.",
            "Put a cell that contains the separator in quotes, and keep the separators of empty cells.");
        return false;
    }

    private AuthorityId? Code(CsvRecord record)
    {
        var (text, line) = (record.Cells[_heading.Code].Trim(), record.Line);
        if (text.Length == 0)
        {
            _faults.Error(File, line, "The code is missing.", "Give the authority's code, for NHS bodies the ODS code, for example 02N.");
        }
        else if (!AuthorityId.TryParse(text, out var code))
        {
            _faults.Error(
                File, line, $"The code '{PlainLine.Of(text)}' is not 2 to 12 letters and digits.",
                "Correct it; a spreadsheet may have made a number or a date of it.");
        }
        else if (_codes.TryGetValue(code, out var earlier))
        {
            var same = earlier.Cells == Joined(record.Cells);
            _faults.Error(
                File, line,
                same ? $"The row of {code} stands here again; it is on line {earlier.Line} already."
                    : $"The code {code} is given a second time; line {earlier.Line} has it too.",
                same ? "Remove one of the two." : "Give each authority a code of its own; capital and small letters are the same.");
        }
        else
        {
            _codes.Add(code, (line, Joined(record.Cells)));
            return code;
        }

        return null;
    }

    private string? Name(string text, int line)
    {
        var name = PlainLine.Of(text.Trim());
        if (name.Length == 0)
        {
            _faults.Error(File, line, "The name is missing.", "Give the authority's full name, as it shall stand in the letter.");
            return null;
        }

        if (name != text.Trim())
        {
            _faults.Warn(
                File, line, $"The name '{name}' has a line break or an invisible character in it.",
                "It was read as one line; correct it if a part is missing.");
        }

        return name;
    }

    private AddrSpec? Address(string text, int line)
    {
        var written = text.Trim();
        if (written.Length == 0)
        {
            _faults.Error(File, line, "The FOI address is missing.", "Give the mailbox for FOI requests, or leave the authority out of the round.");
            return null;
        }

        if (!AddrSpec.TryParse(written, out var address, out var problem))
        {
            _faults.Error(
                File, line, $"The address '{PlainLine.Of(written)}' {problem}.",
                "Give one bare address, for example foi@ashfordccg.nhs.example");
            return null;
        }

        if (!address.IsAscii)
        {
            _faults.Warn(
                File, line, $"The address '{address}' has letters beyond a-z.",
                "Few mail systems deliver to such addresses; check that it is written so.");
        }

        return address;
    }

    private Dictionary<string, string> Attributes(IReadOnlyList<string> cells)
    {
        var attributes = new Dictionary<string, string>(_heading.Attributes.Count, StringComparer.Ordinal);
        foreach (var (column, heading) in _heading.Attributes)
        {
            attributes.Add(heading, cells[column].Trim());
        }

        return attributes;
    }

    private static string Joined(IReadOnlyList<string> cells) => string.Join('\u001F', cells);
}
