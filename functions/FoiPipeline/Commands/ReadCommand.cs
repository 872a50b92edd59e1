using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Import;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Commands;

/// <summary>
/// <c>foi read reply.eml policy.pdf --json</c>: what the pipeline makes of a mail or document, one JSON object a line. No round is touched; where
/// one is open in the data folder, its questions are used, and a mail may be named by its id.
/// </summary>
internal static class ReadCommand
{
    public static Command Build(CommonOptions common)
    {
        var files = new Argument<string[]>("FILE") { Description = "Mails (.eml) or documents, or ids of mails of the round.", Arity = ArgumentArity.OneOrMore };
        return Verb.Make("read", "Say what the pipeline makes of a mail or document, without touching a round.", [files], async (parsed, cancel) =>
        {
            var readers = Readers.Standard();
            var (round, documents) = await RoundOfAsync(parsed.GetValue(common.Data)!, cancel).ConfigureAwait(false);
            var exit = Verb.Fine;
            foreach (var file in parsed.GetValue(files)!)
            {
                var bytes = await BytesAsync(file, documents, cancel).ConfigureAwait(false);
                var report = bytes is null
                    ? FileReport.Unreadable(file, $"{file} cannot be read: there is no such file, you may not read it, or it is larger than {IngestMail.MostBytes >> 20} MB.")
                    : await ReadAsync(file, bytes, readers, round, cancel).ConfigureAwait(false);
                exit = bytes is null ? Verb.Failed : exit;
                Write(report, parsed.GetValue(common.Json));
            }

            return exit;
        });
    }

    private static async Task<FileReport> ReadAsync(string file, byte[] bytes, Readers readers, Round? round, CancellationToken cancel)
    {
        if (!IsMail(file, bytes))
        {
            var text = await readers.Extractor.ExtractAsync(new DocumentContent(Path.GetFileName(file), "", bytes), cancel).ConfigureAwait(false);
            return FileReport.OfDocument(file, text, bytes);
        }

        var mail = readers.Format.Read(bytes);
        var stored = await new ReadMail(readers.Extractor).RunAsync(mail, round?.Questions ?? [], round?.ReferencePrefix, cancel).ConfigureAwait(false);
        return FileReport.OfMail(file, mail, stored);
    }

    // Two fields of a mail, where the name does not say it: a letter may begin with 'To:', but hardly goes on with 'Received:'.
    private static bool IsMail(string file, byte[] bytes) =>
        Path.GetExtension(file).Equals(".eml", StringComparison.OrdinalIgnoreCase) || bytes.AsSpan().StartsWith("From "u8) || MailStart.CountFields(bytes) > 1;

    private static async Task<(Round? Round, FileDocumentStore? Documents)> RoundOfAsync(string data, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(data, "foi.db")))
        {
            return (null, null);
        }

        var documents = new FileDocumentStore(Path.Combine(data, "documents"), TimeProvider.System);
        return (await OpenRound.LoadAsync(documents, cancel).ConfigureAwait(false), documents);
    }

    private static async Task<byte[]?> BytesAsync(string file, FileDocumentStore? documents, CancellationToken cancel)
    {
        try
        {
            if (File.Exists(file) || documents is null || file.Length < 4 || !file.All(char.IsAsciiHexDigit))
            {
                return new FileInfo(file) is { Exists: true, Length: <= IngestMail.MostBytes } ? await File.ReadAllBytesAsync(file, cancel).ConfigureAwait(false) : null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        await foreach (var document in documents.ListAsync($"inbox/{file.ToLowerInvariant()}", cancel).ConfigureAwait(false))
        {
            return await documents.ReadAllAsync(document.Name, cancel).ConfigureAwait(false);
        }

        return null;
    }

    private static void Write(FileReport report, bool json)
    {
        if (json)
        {
            Output.JsonLine(report);
            return;
        }

        Output.Line($"{report.File}");
        foreach (var (name, value) in report.Lines())
        {
            Output.Line($"  {name,-12} {value}");
        }

        if (report.Body is { Length: > 0 } body)
        {
            Output.Line("");
            Output.Line(body);
        }

        Output.Line("");
    }
}
