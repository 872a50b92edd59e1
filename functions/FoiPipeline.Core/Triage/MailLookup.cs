using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>Finds the mail a person means by the first characters of its id.</summary>
public sealed class MailLookup(RoundBook book, IDocumentStore documents)
{
    /// <returns>The mail.</returns>
    /// <exception cref="TriageException">No mail, or more than one, starts like this.</exception>
    public async Task<MailState> FindAsync(string start, CancellationToken cancel)
    {
        var wanted = start.Trim().ToLowerInvariant();
        if (wanted.Length < 4 || wanted.AsSpan().IndexOfAnyExcept("0123456789abcdef") >= 0)
        {
            throw new TriageException($"'{start}' is not the id of a mail: give at least its first four characters (0-9, a-f), as 'foi triage' shows them.");
        }

        string? found = null;
        await foreach (var document in documents.ListAsync($"{MailDocument.Container}/{wanted}", cancel).ConfigureAwait(false))
        {
            if (MailDocument.ClaimedId(document.Name) is { } id)
            {
                found = found is null ? id : throw new TriageException($"More than one mail starts with '{start}': give more characters of its id.");
            }
        }

        var mail = found is null ? null : await book.Mails.LoadAsync(found, cancel).ConfigureAwait(false);
        return mail is { Exists: true } ? mail : throw new TriageException($"No mail of this round starts with '{start}'. 'foi triage' lists those that wait.");
    }
}

/// <summary>What a person asked for cannot be done. The message says why and what to do instead.</summary>
public sealed class TriageException(string message) : Exception(message);
