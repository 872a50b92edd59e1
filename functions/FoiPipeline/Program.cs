using System.CommandLine;
using System.CommandLine.Invocation;
using FoiPipeline.Commands;

namespace FoiPipeline;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // Output is UTF-8 whatever the terminal's locale says: names of authorities and replies need it.
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = Root(new CommonOptions());
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync($"foi: {Misunderstood(parsed)}").ConfigureAwait(false);
            return Verb.Failed;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>The command line with all its verbs.</summary>
    internal static RootCommand Root(CommonOptions common)
    {
        var root = new RootCommand("Runs a Freedom of Information round: sends one letter to every authority on a register, takes in the replies, and tells who owes what.");
        common.AddTo(root);
        foreach (var command in Verbs(common))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>What was wrong with the words of the command line, in one sentence, and where to look.</summary>
    private static string Misunderstood(ParseResult parsed)
    {
        // A word nobody knows is the cause; what is missing because of it is not worth telling.
        var problem = (parsed.Errors.FirstOrDefault(e => e.Message.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? parsed.Errors[0]).Message;
        var cut = problem.IndexOf(" as expected type", StringComparison.Ordinal);
        var verb = parsed.CommandResult.Command is RootCommand ? "foi --help" : $"foi {parsed.CommandResult.Command.Name} --help";
        return $"{(cut < 0 ? problem : problem[..cut]).TrimEnd('.')}; '{verb}' shows what can be said.";
    }

    private static Command[] Verbs(CommonOptions common) =>
    [
        CheckCommand.Build(common), PreviewCommand.Build(common), OpenCommand.Build(common), SendCommand.Build(common), RunCommand.Build(common),
        ServeCommand.Build(common), ImportCommand.Build(common), StatusCommand.Build(common), LogCommand.Build(common), TriageCommand.Build(common), ReadCommand.Build(common),
        AttachCommand.Build(common), JudgeCommand.Build(common), SetAsideCommand.Build(common), DoneCommand.Build(common), AnswerCommand.Build(common),
        ResendCommand.Build(common), SettleCommand.Build(common), .. AnnotateCommands.Build(common), RetryCommand.Build(common),
        ExportCommand.Build(common), DueCommand.Build(common), RebuildCommand.Build(common), DoctorCommand.Build(common), CopyCommand.Build(common), HomeCommand.Build(common),
        DemoCommand.Build(common),
    ];
}
