using System.Collections.Frozen;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Rounds;

/// <summary>An opened round: what was frozen, and the journals in which it is carried on.</summary>
public sealed class RoundBook(Round round, IRegister register)
{
    private readonly FrozenDictionary<AuthorityId, Authority> _authorities = round.Authorities.ToFrozenDictionary(a => a.Id);

    public Round Round { get; } = round;

    public Journal<RequestState, RequestEvent> Requests { get; } = new(register, JournalKinds.Request);

    public Journal<MailState, MailEvent> Mails { get; } = new(register, JournalKinds.Mail);

    public Journal<MarkState, MarkEvent> Marks { get; } = new(register, JournalKinds.Mark);

    public Authority? Authority(AuthorityId id) => _authorities.GetValueOrDefault(id);

    public Reference Reference(AuthorityId id) => new(Round.ReferencePrefix, id);

    /// <summary>The address letters to an authority go to now.</summary>
    public string AddressOf(RequestState request) => request.Address ?? _authorities[request.Authority].FoiAddress;
}
