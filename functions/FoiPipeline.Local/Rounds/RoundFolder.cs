using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>What was found in a round's folder.</summary>
/// <param name="Round">The round, if there is no error; warnings do not stand in its way.</param>
/// <param name="Faults">Everything a person has to look at, by file and line.</param>
/// <param name="Sources">The files that were read, as they were, by their path within the folder.</param>
public sealed record RoundReading(Round? Round, IReadOnlyList<Fault> Faults, IReadOnlyDictionary<string, byte[]> Sources);

/// <summary>
/// The folder a researcher prepares: <c>round.yaml</c>, <c>authorities.csv</c> and the letters that round.yaml names. Reading it never throws for
/// what is in
/// it: all faults are found in one go.
/// </summary>
public static class RoundFolder
{
    public static RoundReading Read(string folder)
    {
        var faults = new FaultList();
        if (!Directory.Exists(folder))
        {
            faults.Error(".", 0, $"There is no folder '{folder}'.", "Copy templates/rounds/social-value-2016 and change it, or correct the path.");
            return new RoundReading(null, faults.InOrder, new Dictionary<string, byte[]>());
        }

        var yaml = SourceText.Read(folder, RoundSettings.File, "It holds the round's settings; copy the one in templates/rounds/social-value-2016.", faults);
        var csv = SourceText.Read(folder, RegisterCheck.File, "It lists the authorities; its first line is for example: code,name,address,region", faults);
        var settings = yaml is null ? null : RoundSettings.Read(yaml, faults);
        var register = csv is null ? null : RegisterCheck.Read(csv, faults);
        var letters = settings is null ? [] : ReadLetters(folder, settings, faults);
        if (settings is not null)
        {
            RoundCheck.Together(settings, register, letters, faults);
        }

        var sources = new[] { yaml, csv }.Concat(letters.Values).OfType<SourceText>().DistinctBy(s => s.File).ToDictionary(s => s.File, s => s.Bytes);
        return new RoundReading(faults.HasErrors ? null : Build(settings!, register!, letters), faults.InOrder, sources);
    }

    private static Dictionary<string, SourceText> ReadLetters(string folder, RoundSettings settings, FaultList faults)
    {
        var letters = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var letter in settings.Letters)
        {
            if (SourceText.Read(folder, letter.Path, $"round.yaml names it on line {letter.Line}; write the letter there or correct the name.", faults) is { } text)
            {
                letters.Add(letter.Kind, text);
            }
        }

        return letters;
    }

    private static Round Build(RoundSettings settings, Register register, Dictionary<string, SourceText> letters) => new()
    {
        Name = settings.Name!,
        ReferencePrefix = settings.Prefix!,
        Requester = settings.Requester!,
        Subject = settings.Subject!,
        Questions = settings.Questions!,
        Templates = letters.ToDictionary(l => l.Key, l => l.Value.Text.ReplaceLineEndings("\n"), StringComparer.Ordinal),
        Sending = settings.Sending!,
        Chase = settings.Chase!,
        TimeZone = settings.TimeZone!.Id,
        Authorities = [.. register.Rows.Select(r => r.Authority)],
    };
}
