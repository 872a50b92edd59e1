using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Matching;

/// <param name="Kind">What was done to it.</param>
/// <param name="MayBeCredited">The truth: whose answer it is; empty when nobody's.</param>
/// <param name="IsHonest">Whether it is a single reply that a program should attribute by itself.</param>
/// <param name="ShouldBeSuggested">Whom a person should be shown, if it is not attributed.</param>
internal sealed record CorpusMail(
    string Kind, MatchWorld World, MatchInput Input, IReadOnlyList<string> MayBeCredited, bool IsHonest, IReadOnlyList<string> ShouldBeSuggested);

/// <summary>Writes mails of every kind in the reply mix, and some that are meant to mislead. The same seed writes the same mails.</summary>
internal sealed class CorpusWriter(int seed)
{
    private static readonly IReadOnlyList<Authority> All = MatchWorld.RealAuthorities();

    /// <summary>Bodies whose names lie close to others'.</summary>
    private static readonly string[] LookAlikes =
        ["08Y", "02W", "02R", "01N", "00W", "01M", "13T", "99P", "11E", "12A", "11X", "11T", "05D", "05Q", "11M", "07P", "99E", "08P", "03D", "01K", "01H", "09A"];

    private readonly Random _random = new(seed);

    public IEnumerable<CorpusMail> Write(int ofEach)
    {
        for (var i = 0; i < ofEach; i++)
        {
            foreach (var write in (Func<string, string, CorpusMail>[])[
                         Plain, PlainByThread, Mangled, SubjectOnly, OwnWordsOnly, QuotedOnly, TicketSystem, RegisteredSender, SupportUnit, Bounce,
                         MentionsANeighbour, DamagedWithThread, Successor, Stp, Damaged, Forwarded, Several, WrongReference, WrongSender, Marketing,
                         OtherTopic, ForeignRound, NamesOnly, NamesOnlyANeighbour, LearnedSenderForAnother, SameNumberElsewhere])
            {
                var a = Pick();
                string b;
                do
                {
                    b = Pick();
                }
                while (b == a || Shared(a, b));

                yield return write(a, b);
            }
        }
    }

    private CorpusMail Plain(string a, string b) => Honest(nameof(Plain), a, MatchWorld.Mail(
        from: Somewhere(a), to: MatchWorld.ReplyAddress(a), subject: $"RE: FOI request [SV16-{a}]", own: Answer(), signature: Signature(a), quoted: Letter(a)));

    private CorpusMail PlainByThread(string a, string b) => Honest(nameof(PlainByThread), a, MatchWorld.Mail(
        from: Somewhere(a), subject: "FOI 4711 response", own: Answer(), signature: Signature(a), answers: Gateway(MatchWorld.LetterTo(a))));

    private CorpusMail Mangled(string a, string b) => Honest(nameof(Mangled), a, MatchWorld.Mail(
        from: Somewhere(a), own: Answer(), signature: Signature(a),
        to: OneOf($"FOI+{MatchWorld.Token(a).ToUpperInvariant()}@HEALTHY.EXAMPLE", $"foi=2B{MatchWorld.Token(a)}@healthy.example", $"foi%2b{MatchWorld.Token(a)}@healthy.example")));

    private CorpusMail SubjectOnly(string a, string b) => Honest(nameof(SubjectOnly), a, MatchWorld.Mail(
        from: Somewhere(a), subject: $"{OneOf("Response", "FW:", "Ticket 88123:", "[SECURE]")} {Retyped(a)}", own: Answer(), signature: Signature(a)));

    private CorpusMail OwnWordsOnly(string a, string b) => Honest(nameof(OwnWordsOnly), a, MatchWorld.Mail(
        from: Somewhere(a), subject: "Freedom of Information", own: $"Your ref: {Retyped(a)}\n{Answer()}", signature: Signature(a)));

    private CorpusMail QuotedOnly(string a, string b) => Honest(nameof(QuotedOnly), a, MatchWorld.Mail(
        from: Somewhere(a), subject: "Our ref FOI 221", own: Answer(), signature: Signature(a), quoted: Letter(a)));

    private CorpusMail TicketSystem(string a, string b)
    {
        var number = $"REQ-{_random.Next(100_000, 999_999)}";
        return Honest(nameof(TicketSystem), a, MatchWorld.Mail(
            from: "noreply@tickets.example", subject: $"[{number}] Your request has been completed", own: Answer(), theirReference: number),
            world => world.Memory.Reference(number, a));
    }

    private CorpusMail RegisteredSender(string a, string b) => Honest(nameof(RegisteredSender), a, MatchWorld.Mail(
        from: Address(a), subject: OneOf("FOI response", "Freedom of Information request: social value", "FOI 123 - acknowledgement of your request"),
        own: OneOf("We acknowledge your FOI request.", Answer()), signature: OneOf("", Signature(a))));

    private CorpusMail SupportUnit(string a, string b) => Honest(nameof(SupportUnit), a, MatchWorld.Mail(
        from: "foi@support.example", subject: $"RE: FOI request [SV16-{a}]", own: Answer(), signature: "Commissioning Support Unit"),
        world => world.Memory.Sender("foi@support.example", b));

    private CorpusMail Bounce(string a, string b)
    {
        var input = MatchWorld.Mail(from: "mailer-daemon@mx.example", subject: "Undeliverable: request", own: "Your message was not delivered.");
        var report = _random.Next(3) switch
        {
            0 => new DeliveryReport { OriginalMessageId = MatchWorld.LetterTo(a) },
            1 => new DeliveryReport { OriginalSubject = $"Freedom of Information request [SV16-{a}]" },
            _ => new DeliveryReport { Recipients = [new DeliveryReportRecipient(Address(a), "failed", "5.1.1", "unknown")] },
        };
        return Honest(nameof(Bounce), a, input with { Mail = input.Mail with { DeliveryReport = report } });
    }

    private CorpusMail MentionsANeighbour(string a, string b) => Honest(nameof(MentionsANeighbour), a, MatchWorld.Mail(
        from: Somewhere(a), to: OneOf(MatchWorld.Mailbox, MatchWorld.ReplyAddress(a)), subject: $"RE: [SV16-{a}]", signature: $"FOI team, {Name(a)}",
        own: Mention(b)));

    /// <summary>The same with nothing that names A: it might as well be B's, so nothing or A, never B.</summary>
    private CorpusMail NamesOnlyANeighbour(string a, string b) => Tricky(nameof(NamesOnlyANeighbour), [a], [a, b], MatchWorld.Mail(
        from: Somewhere(a), subject: $"RE: [SV16-{a}]", own: Mention(b)));

    private CorpusMail DamagedWithThread(string a, string b) => Honest(nameof(DamagedWithThread), a, MatchWorld.Mail(
        from: Somewhere(a), to: $"foi+{Slip(a)}@healthy.example", own: Answer(), signature: Signature(a),
        subject: OneOf($"RE: [SV16-{a}]", "RE: request"), answers: MatchWorld.LetterTo(a)));

    private CorpusMail Successor(string a, string b)
    {
        var code = OneOf("00W", "01M", "01N", "01H", "01K");
        return Honest(nameof(Successor), code, MatchWorld.Mail(
            from: "foi@new.example", to: MatchWorld.ReplyAddress(code), own: Answer(), signature: All.First(x => x.Id.Value == code).Attributes["successor"]));
    }

    private CorpusMail Stp(string a, string b) => Honest(nameof(Stp), a, MatchWorld.Mail(
        from: Somewhere(a), subject: $"FOI {Retyped(a)}", signature: Signature(a),
        own: $"{Answer()} See the plan of the {All[_random.Next(All.Count)].Attributes["stp"]}."));

    private CorpusMail Damaged(string a, string b) => Tricky(nameof(Damaged), [], [a], MatchWorld.Mail(
        from: "x@unknown.example", to: $"foi+{Slip(a)}@healthy.example", own: Answer()));

    private CorpusMail Forwarded(string a, string b) => Tricky(nameof(Forwarded), [], [a, b], MatchWorld.Mail(
        from: "x@unknown.example", subject: "FW: requests", own: "For you.", quoted: $"{Letter(a)}\n{Letter(b)}"));

    private CorpusMail Several(string a, string b)
    {
        var both = _random.Next(2) == 0 ? $"{Name(a)} and {Name(b)}" : $"SV16-{a} and SV16-{b}";
        return Tricky(nameof(Several), [a, b], [a, b], MatchWorld.Mail(
            from: "foi@support.example", to: OneOf(MatchWorld.Mailbox, MatchWorld.ReplyAddress(a)), own: $"I answer on behalf of {both}."));
    }

    /// <summary>A support unit answers for B on the thread of A.</summary>
    private CorpusMail WrongReference(string a, string b) => Tricky(nameof(WrongReference), [b], [b], MatchWorld.Mail(
        from: "foi@support.example", to: OneOf(MatchWorld.Mailbox, MatchWorld.ReplyAddress(a)), subject: $"RE: [SV16-{a}]", answers: MatchWorld.LetterTo(a),
        own: OneOf($"I write on behalf of {Name(b)}.", $"Thank you for your request to {Name(b)}.", $"{Name(b)} does not hold this."), quoted: Letter(a)));

    /// <summary>B's own mailbox and signature under A's reference.</summary>
    private CorpusMail WrongSender(string a, string b) => Tricky(nameof(WrongSender), [b], [b], MatchWorld.Mail(
        from: Address(b), to: OneOf(MatchWorld.Mailbox, MatchWorld.ReplyAddress(a)), subject: $"RE: [SV16-{a}]", own: Answer(), signature: Name(b)));

    private CorpusMail Marketing(string a, string b) => Tricky(nameof(Marketing), [], [], MatchWorld.Mail(
        from: Address(a), subject: "Freedom of Information training", own: "Book now. Social value in commissioning made easy. Unsubscribe here.",
        headers: new MailHeader("List-Unsubscribe", "<x>")));

    private CorpusMail OtherTopic(string a, string b) => Tricky(nameof(OtherTopic), [], [], MatchWorld.Mail(
        from: Address(a), subject: OneOf("RE: FOI request: agency nurses", "Board papers", "RE: request - car parking"), own: "Thank you for your request.", signature: Signature(a)));

    private CorpusMail ForeignRound(string a, string b) => Tricky(nameof(ForeignRound), [], [], MatchWorld.Mail(
        from: Address(a), to: $"foi+{ReplyToken.For(new Reference("HW17", AuthorityId.Parse(a)))}@healthy.example", own: Answer(), signature: Signature(a)));

    private CorpusMail NamesOnly(string a, string b) => Tricky(nameof(NamesOnly), [], [a], MatchWorld.Mail(
        from: "x@unknown.example", own: $"On behalf of {Name(a)}: your FOI request on social value in commissioning."));

    /// <summary>An address of a support unit was learned for A and now writes for B, lost thread and all.</summary>
    private CorpusMail LearnedSenderForAnother(string a, string b) => Tricky(nameof(LearnedSenderForAnother), [b], [], MatchWorld.Mail(
        from: "jane@support.example", own: Answer(), signature: OneOf("Commissioning Support", Name(b))),
        world => world.Memory.Sender("jane@support.example", a));

    /// <summary>B uses the number that A used before: every body counts from 1.</summary>
    private CorpusMail SameNumberElsewhere(string a, string b) => Tricky(nameof(SameNumberElsewhere), [b], [], MatchWorld.Mail(
        from: OneOf(Address(b), "y@unknown.example"), subject: "FOI 658", own: Answer(), signature: OneOf("", Name(b)), theirReference: "FOI 658"),
        world => world.Memory.Reference("FOI 658", a));

    private static CorpusMail Honest(string kind, string a, MatchInput input, Action<MatchWorld>? prepare = null) => Make(kind, [a], true, [a], input, prepare);

    private static CorpusMail Tricky(string kind, string[] truth, string[] suggested, MatchInput input, Action<MatchWorld>? prepare = null) =>
        Make(kind, truth, false, suggested, input, prepare);

    private static CorpusMail Make(string kind, string[] truth, bool honest, string[] suggested, MatchInput input, Action<MatchWorld>? prepare)
    {
        var world = new MatchWorld();
        prepare?.Invoke(world);
        return new CorpusMail(kind, world, input, truth, honest, suggested);
    }

    private string Pick() => _random.Next(3) == 0 ? OneOf(LookAlikes) : All[_random.Next(All.Count)].Id.Value;

    private T OneOf<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private string Somewhere(string a) => OneOf(Address(a), "jane.doe@nhsmail.example", "foi@support.example");

    private string Answer() => OneOf(
        "Please find our answers to your questions on social value in commissioning below.", "1. Yes.\n2. No.\n3. Two contracts.",
        "The CCG does not hold this information.", "We acknowledge receipt of your request.");

    private string Mention(string b) =>
        OneOf($"We procured this jointly with {Name(b)}.", $"You may wish to redirect your request to {Name(b)}.", $"The lead was {Name(b)}.");

    private string Signature(string a) => OneOf(
        $"FOI team, {Name(a)}", $"Kind regards\n{Name(a).Replace("CCG", "Clinical Commissioning Group", StringComparison.Ordinal)}",
        "Kind regards, Jane", $"{Name(a).ToUpperInvariant()}\nFloor 2");

    private string Retyped(string a) => OneOf($"SV16-{a}", $"sv16-{a.ToLowerInvariant()}", $"SV16 {a}", $"SV16/{a}", $"SV16–{a}", $"SV16-\n{a}", $"SV16=2D{a}", $"[SV16-{a}]");

    private string Gateway(string id) => OneOf(id, id.ToUpperInvariant(), id.Trim('<', '>'));

    private string Slip(string a) => OneOf(MarkTests.Damage(MatchWorld.Token(a)).ToArray());

    private static string Letter(string a) => $"> To: {Address(a)}\n> Subject: request [SV16-{a}]\n> Dear {Name(a)},\n> please answer under SV16-{a}.";

    private static string Name(string a) => All.First(x => x.Id.Value == a).Name;

    private static string Address(string a) => All.First(x => x.Id.Value == a).FoiAddress;

    private static bool Shared(string a, string b) =>
        All.First(x => x.Id.Value == a).Attribute("successor") is { } successor && successor == All.First(x => x.Id.Value == b).Attribute("successor");
}
