using System.CommandLine;
using System.Text;
using FoiPipeline.Composition;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Commands;

/// <summary><c>foi preview templates/rounds/social-value-2016 02N</c>: the exact letter one authority would get.</summary>
internal static class PreviewCommand
{
    public static Command Build(CommonOptions common)
    {
        var folder = RoundArguments.Folder();
        var code = RoundArguments.Authority();
        var raw = new Option<bool>("--raw") { Description = "The very bytes of the mail instead of its text." };
        return Verb.Make("preview", "Show the exact letter that one authority would get. Nothing is stored or sent.", [folder, code, raw], (parsed, _) =>
        {
            var round = RoundArguments.ReadSound(parsed.GetValue(folder)!).Round!;
            var id = RoundArguments.Code(parsed.GetValue(code)!, round);
            var authority = round.Authorities.First(a => a.Id == id);
            var letter = new LetterComposer(round).Compose(
                authority, authority.FoiAddress, new LetterId(round.ReferencePrefix, id, LetterKind.Initial, 1), TimeProvider.System.GetUtcNow());
            if (parsed.GetValue(raw))
            {
                Console.Out.Write(Encoding.UTF8.GetString(Readers.Standard().Format.Write(letter)));
            }
            else if (parsed.GetValue(common.Json))
            {
                Output.Json(letter);
            }
            else
            {
                Output.Line($"From:     {letter.FromName} <{letter.FromAddress}>");
                Output.Line($"To:       {letter.ToName} <{letter.ToAddress}>");
                Output.Line($"Reply-To: {letter.ReplyTo}");
                Output.Line($"Subject:  {letter.Subject}");
                Output.Line("");
                Output.Line(letter.Body);
            }

            return Task.FromResult(Verb.Fine);
        });
    }
}
