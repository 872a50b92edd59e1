using System.CommandLine;

namespace FoiPipeline.Commands;

/// <summary><c>foi answer 5f3a9c --text "All contracts, clinical and other."</c>: our answer to a clarification.</summary>
internal static class AnswerCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var text = new Option<string?>("--text") { Description = "The answer's text." };
        var file = new Option<string?>("--file") { Description = "A text file with the answer.", HelpName = "FILE" };
        return Verb.MakeToCarryOn(common, "answer", "Queue our answer to a clarification; the statutory clock starts again when it is delivered.", [mail, text, file], async (parsed, round, cancel) =>
        {
            var words = parsed.GetValue(text) ?? (parsed.GetValue(file) is { } path ? await ReadAsync(path, cancel).ConfigureAwait(false) : null);
            if (string.IsNullOrWhiteSpace(words))
            {
                throw new CommandException("The answer has no text: give it with --text \"...\" or --file FILE.");
            }

            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            var letters = await round.Pipeline.Letters.AnswerAsync(found, words, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Queued: {string.Join(", ", letters)}. They go out with the next sending ('foi send' shows them).", new { mail = found.Mail, letters });
            return Verb.Fine;
        });
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {e.Message}");
        }
    }
}
