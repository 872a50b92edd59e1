using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>A sound row of the register.</summary>
/// <param name="Line">Where the row starts; a row with line breaks in quotes goes over several.</param>
internal sealed record RegisterRow(int Line, Authority Authority);

/// <summary>The register as far as it can be read.</summary>
/// <param name="Attributes">Headings of the columns besides code, name and address.</param>
/// <param name="Rows">Sound rows in the order of the file.</param>
/// <param name="RowsSeen">All rows, sound or not.</param>
internal sealed record Register(IReadOnlyList<string> Attributes, IReadOnlyList<RegisterRow> Rows, int RowsSeen);
