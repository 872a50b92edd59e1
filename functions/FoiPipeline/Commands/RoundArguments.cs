using System.CommandLine;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Commands;

/// <summary>Arguments that several verbs take, and how they are read.</summary>
internal static class RoundArguments
{
    public static Argument<string> Folder() => new("DIR") { Description = "Folder with round.yaml, authorities.csv and letters/." };

    public static Argument<string> Authority() => new("CODE") { Description = "The authority's code on the register, for example 02N." };

    public static Argument<string> Mail() => new("MAIL") { Description = "The mail's id, or its first characters as 'foi triage' shows them." };

    /// <summary>The round of a folder without errors.</summary>
    /// <exception cref="CommandException">It has errors.</exception>
    public static RoundReading ReadSound(string folder)
    {
        var reading = RoundFolder.Read(folder);
        var errors = reading.Faults.Where(f => f.Severity == FaultSeverity.Error).ToList();
        return reading.Round is not null && errors.Count == 0
            ? reading
            : throw new CommandException($"{folder} has {errors.Count} error(s), the first: {errors[0]} 'foi check {folder}' lists them all.");
    }

    /// <exception cref="CommandException">The code is malformed or not on the register.</exception>
    public static AuthorityId Code(string text, Round round)
    {
        // People type references as readily as codes.
        var code = Reference.TryParse(text, out var reference) && reference.Prefix == round.ReferencePrefix ? reference.Authority.Value : text;
        return AuthorityId.TryParse(code, out var id) && round.Authorities.Any(a => a.Id == id)
            ? id
            : throw new CommandException($"'{text}' is not on the register of {round.Name}. Codes are those of authorities.csv, for example {round.Authorities[0].Id}.");
    }
}
