using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Journals;

namespace FoiPipeline.Commands;

/// <summary>The options that every command understands.</summary>
internal sealed class CommonOptions
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "The data folder of the round (or set FOI_DATA).",
        DefaultValueFactory = _ => AppSettings.Get(AppSettings.Data) ?? "foi-data",
        Recursive = true,
        HelpName = "DIR",
    };

    public Option<string> Store { get; } = new("--store")
    {
        Description = "Where the round is kept: 'local' (the data folder) or 'azure' (the storage account of the setting FoiStorage). Or set FOI_STORE.",
        DefaultValueFactory = _ => AppSettings.Get(AppSettings.Store) ?? "local",
        Recursive = true,
        HelpName = "PLACE",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON for other programs instead of text.", Recursive = true };

    public Option<string> As { get; } = new("--as")
    {
        Description = "Your name, as the journal shall give it (or set FOI_USER).",
        DefaultValueFactory = _ => AppSettings.Get(AppSettings.User) ?? Environment.UserName,
        Recursive = true,
        HelpName = "NAME",
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(Data);
        root.Options.Add(Store);
        root.Options.Add(Json);
        root.Options.Add(As);
    }

    /// <exception cref="CommandException">The place is neither of those we know.</exception>
    public StoreChoice Choice(ParseResult parsed) => StoreChoice.Of(parsed.GetValue(Store)!, parsed.GetValue(Data)!);

    /// <param name="parsed">The command line.</param>
    /// <param name="otherwise">The place where neither the command line nor the setting names one.</param>
    /// <exception cref="CommandException">The place is neither of those we know.</exception>
    public StoreChoice Choice(ParseResult parsed, string otherwise) =>
        parsed.GetResult(Store) is null or { Implicit: true } && AppSettings.Get(AppSettings.Store) is null
            ? StoreChoice.Of(otherwise, parsed.GetValue(Data)!)
            : Choice(parsed);

    public Actor Person(ParseResult parsed) => Actor.Person(parsed.GetValue(As)!);
}
