using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>Where in a mail something stood; the groups differ in how much they prove.</summary>
internal enum Place
{
    Address,
    InReplyTo,
    References,
    Report,
    Subject,
    OwnWords,
    Signature,
    Quoted,
}

/// <summary>
/// The marks of ours in one mail, sorted by what they prove. A mark in an address or in the thread was put there by a machine; one in the subject or
/// the own words by the sender; one in quoted text came along with it.
/// </summary>
internal sealed class Clues
{
    private readonly List<MatchEvidence> _evidence = [];
    private readonly HashSet<(MatchRung, Place, AuthorityId)> _seen = [];

    /// <summary>Whose reply address the mail was sent to.</summary>
    public HashSet<AuthorityId> Addressed { get; } = [];

    /// <summary>Whose letter it answers (In-Reply-To), or reports on.</summary>
    public HashSet<AuthorityId> Answers { get; } = [];

    /// <summary>Whose letters stand further up in the thread.</summary>
    public HashSet<AuthorityId> Thread { get; } = [];

    /// <summary>Whom the sender names by a mark of ours.</summary>
    public HashSet<AuthorityId> Explicit { get; } = [];

    /// <summary>Whom the quoted text names.</summary>
    public HashSet<AuthorityId> Quoted { get; } = [];

    /// <summary>Damaged tokens in addresses, subject or own words.</summary>
    public List<Mark> Damaged { get; } = [];

    /// <summary>References by the sender to authorities that are not on the register.</summary>
    public List<Mark> Unknown { get; } = [];

    /// <summary>Marks of other rounds in addresses, thread, subject or own words.</summary>
    public List<Mark> Foreign { get; } = [];

    public IReadOnlyList<MatchEvidence> Evidence => _evidence;

    public void Add(Mark mark, Place place)
    {
        if (mark.Authority is { } authority)
        {
            SetOf(place).Add(authority);
            Record(RungOf(mark.Kind, place), place, mark.Words, authority);
            return;
        }

        if (place is not (Place.Quoted or Place.Signature or Place.References))
        {
            (mark.Kind switch { MarkKind.DamagedToken => Damaged, MarkKind.Foreign => Foreign, _ => Unknown }).Add(mark);
        }

        if (_evidence.Count < MatchFinding.MostEvidence)
        {
            _evidence.Add(new MatchEvidence(RungOf(mark.Kind, place), Where(place), Cut(mark.Words), null));
        }
    }

    /// <summary>The strongest rung on which an authority was found in the given kind of places.</summary>
    public MatchRung RungFor(AuthorityId authority, Func<Place, bool> places) =>
        _seen.Where(s => s.Item3 == authority && places(s.Item2)).Min(s => s.Item1);

    public static string Where(Place place) => place switch
    {
        Place.Address => "address",
        Place.InReplyTo => "in-reply-to",
        Place.References => "references",
        Place.Report => "delivery report",
        Place.Subject => "subject",
        Place.OwnWords => "body",
        Place.Signature => "signature",
        _ => "quoted text",
    };

    public static string Cut(string words) => words.Length <= 160 ? words : words[..160];

    private void Record(MatchRung rung, Place place, string words, AuthorityId authority)
    {
        if (_seen.Add((rung, place, authority)) && _evidence.Count < MatchFinding.MostEvidence)
        {
            _evidence.Add(new MatchEvidence(rung, Where(place), Cut(words), authority));
        }
    }

    private HashSet<AuthorityId> SetOf(Place place) => place switch
    {
        Place.Address => Addressed,
        Place.InReplyTo or Place.Report => Answers,
        Place.References => Thread,
        Place.Subject or Place.OwnWords => Explicit,
        _ => Quoted,
    };

    private static MatchRung RungOf(MarkKind kind, Place place) => kind switch
    {
        MarkKind.Token or MarkKind.DamagedToken => MatchRung.Token,
        MarkKind.MessageId => MatchRung.Thread,
        MarkKind.Foreign => place is Place.InReplyTo or Place.References or Place.Report ? MatchRung.Thread : MatchRung.Token,
        _ when place is Place.Subject or Place.Report => MatchRung.SubjectReference,
        _ => MatchRung.BodyReference,
    };
}
