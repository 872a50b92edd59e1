using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// Remembers, from mails that are certainly one authority's, the sender's address and the authority's own reference, and finds them again by key.
/// </summary>
public sealed class LearnMatch(RoundBook book, AuthorityIndex index, TimeProvider clock) : IMatchMemory
{
    private static readonly Actor Rule = Actor.Rule("learn-match");

    /// <summary>
    /// Learns a sender. Only one whose mail host serves this authority alone on the register: an officer of a support unit answers for many
    /// bodies, and the first mail must not make the rest that body's.
    /// </summary>
    public async Task SenderAsync(MailState state, Mail mail, CancellationToken cancel)
    {
        if (state.Authorities is [var authority] && state.Doubt is null
            && MatchKeys.Sender(mail.From?.Address) is { } key && index.OwnsDomainOf(key, authority))
        {
            await RememberAsync(SenderMark(key), authority, state.Mail, cancel).ConfigureAwait(false);
        }
    }

    public async Task TheirReferenceAsync(MailState state, string? reference, CancellationToken cancel)
    {
        if (state.Authorities is [var authority] && state.Doubt is null && MatchKeys.TheirReference(reference) is { } key)
        {
            await RememberAsync(ReferenceMark(key), authority, state.Mail, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A person said whose mail it is. Where the sender or the reference had been learned for somebody else, it now speaks for two, and what
    /// speaks for two attributes nothing any more: a mistake that was put right must not come back with the next mail.
    /// </summary>
    public async Task CorrectAsync(MailState state, string? reference, CancellationToken cancel)
    {
        string?[] marks =
        [
            MatchKeys.Sender(AddressIn(state.From)) is { } sender ? SenderMark(sender) : null,
            MatchKeys.TheirReference(reference) is { } key ? ReferenceMark(key) : null,
        ];
        foreach (var mark in marks.OfType<string>())
        {
            var known = (await book.Marks.LoadAsync(mark, cancel).ConfigureAwait(false)).Authorities;
            foreach (var authority in known.Count == 0 ? [] : state.Authorities.Except(known))
            {
                await RememberAsync(mark, authority, state.Mail, cancel).ConfigureAwait(false);
            }
        }
    }

    public async Task<IReadOnlyList<AuthorityId>> ByTheirReferenceAsync(string reference, CancellationToken cancel) =>
        (await book.Marks.LoadAsync(ReferenceMark(reference), cancel).ConfigureAwait(false)).Authorities;

    public async Task<IReadOnlyList<AuthorityId>> BySenderAsync(string address, CancellationToken cancel) =>
        (await book.Marks.LoadAsync(SenderMark(address), cancel).ConfigureAwait(false)).Authorities;

    private Task RememberAsync(string mark, AuthorityId authority, string mail, CancellationToken cancel) =>
        book.Marks.DecideAsync(
            mark, state => state.Authorities.Contains(authority) ? [] : [new SeenFor(authority, mail) { At = clock.GetUtcNow(), By = Rule }], cancel);

    private static string AddressIn(string from) => from.EndsWith('>') && from.LastIndexOf('<') is >= 0 and var start ? from[(start + 1)..^1] : from;

    private static string SenderMark(string key) => $"sender/{Hash(key)}";

    private static string ReferenceMark(string key) => $"their-reference/{Hash(key)}";

    // Stream names know few characters, and addresses do not belong into names that turn up in logs.
    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
