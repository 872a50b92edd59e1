using System.CommandLine;
using FoiPipeline.Core.Journals;

namespace FoiPipeline.Commands;

/// <summary>The options that every command understands.</summary>
internal sealed class CommonOptions
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "The data folder of the round (or set FOI_DATA).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FOI_DATA") is { Length: > 0 } set ? set : "foi-data",
        Recursive = true,
        HelpName = "DIR",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON for other programs instead of text.", Recursive = true };

    public Option<string> As { get; } = new("--as")
    {
        Description = "Your name, as the journal shall give it (or set FOI_USER).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FOI_USER") is { Length: > 0 } set ? set : Environment.UserName,
        Recursive = true,
        HelpName = "NAME",
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(Data);
        root.Options.Add(Json);
        root.Options.Add(As);
    }

    public Actor Person(ParseResult parsed) => Actor.Person(parsed.GetValue(As)!);
}
