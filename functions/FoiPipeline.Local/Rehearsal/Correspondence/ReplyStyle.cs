using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>How one mail is addressed, titled, opened and signed, and what of our letter it still shows.</summary>
internal sealed class ReplyStyle
{
    private static readonly string[] Prefixes = ["RE: ", "RE: ", "Re: ", "Re: ", "FW: ", "RE: [EXTERNAL] ", "RE: FW: "];

    private static readonly string[] AnswerSubjects =
    [
        "FOI {response|request - response}", "{ccg} {response|reply} to FOI {theirs}", "Freedom of Information {Response|Act request}", "{Your request for information|Your FOI}",
        "{Response to|Re} your Freedom of Information request", "FOI Request Response - {short}",
    ];

    private static readonly string[] ReferenceSubjects = ["FOI {theirs}", "Response to FOI request {theirs}", "{theirs}", "Our ref {theirs} - {response|FOI response}", "{ccg} - {theirs}"];

    private static readonly string[] TicketSubjects = ["[{theirs}] Your request has been updated", "[Request {theirs}] Freedom of Information", "Case {theirs}: {resolved|update}", "{theirs} - FOI request - [{resolved|closed}]"];

    private static readonly string[] TicketOpened = ["[{theirs}] Your request has been received", "[Request {theirs}] {Received|Logged}: Freedom of Information", "{theirs} - FOI request - [{open|new}]"];

    private static readonly string[] Notices = ["FOI acknowledgement {theirs}", "Acknowledgement of your request - {theirs}", "Freedom of Information request {theirs}", "{theirs} - your FOI request"];

    private readonly RehearsalPlan _plan;
    private readonly AuthorityPlan _of;
    private readonly Persona _persona;
    private readonly PlannedMail _mail;
    private readonly SentLetter _letter;
    private readonly Draw _draw;
    private readonly bool _byMachine;
    private readonly bool _asOutOfOffice;

    public ReplyStyle(RehearsalPlan plan, AuthorityPlan of, Persona persona, PlannedMail mail, SentLetter letter)
    {
        (_plan, _of, _persona, _mail, _letter) = (plan, of, persona, mail, letter);
        _draw = plan.DrawFor($"style/{mail.Key}");
        _byMachine = mail.Event is MailEvent.AutoAcknowledgement or MailEvent.OutOfOffice;
        _asOutOfOffice = mail.Event == MailEvent.OutOfOffice || (mail.Event == MailEvent.AutoAcknowledgement && !of.Ticketing && _draw.Chance(50));

        // A unit that answers for several names all our references, or none: one reference alone would speak for one body only.
        var canShow = of.Thread != AnswerThread.TheirReferenceOnly && !_byMachine;
        QuotesLetter = canShow && _draw.Chance(of.Thread == AnswerThread.ReferenceInSubject ? 75 : 60);
        ShowsOurReference = canShow && (_draw.Chance(30) || (of.Thread == AnswerThread.ReferenceInText && !QuotesLetter));
        Salutation = SalutationOf();
    }

    public bool QuotesLetter { get; }

    public bool ShowsOurReference { get; }

    public string OurReferences => string.Join(", ", (_of.AnsweredTogether.Count > 0 ? _of.AnsweredTogether : [_of.Authority.Id]).Select(id => new Reference(_plan.Round.ReferencePrefix, id)));

    public string Salutation { get; }

    /// <summary>The text of the mail with salutation, references and signature around it.</summary>
    public IReadOnlyList<Block> Letter(IReadOnlyList<Block> words, Wording wording)
    {
        if (_byMachine)
        {
            return words;
        }

        var blocks = new List<Block>();
        if (_persona.Voice != Voice.Ticketing && (_persona.Voice != Voice.Terse || _draw.Chance(50)))
        {
            blocks.Add(new Block(BlockKind.Paragraph, Salutation));
        }

        blocks.AddRange(words);
        if (ShowsOurReference)
        {
            blocks.Insert(_draw.Chance(50) ? 0 : blocks.Count, new Block(BlockKind.Paragraph, _of.AnsweredTogether.Count > 1 ? $"Your references: {OurReferences}" : $"Your ref{_draw.Pick<string>(["", ".", "erence"])}: {OurReferences}"));
        }

        blocks.Add(new Block(BlockKind.Paragraph, Signature(wording)));
        if (_draw.Chance(40))
        {
            blocks.Add(new Block(BlockKind.Paragraph, wording.Say(NoticeWording.Disclaimers)));
        }

        return blocks;
    }

    public Envelope Envelope(Wording words) => new()
    {
        Key = _mail.Key,
        System = _byMachine && !_of.Ticketing ? MailSystem.OutlookPlain : _persona.System,
        FromName = _persona.DisplayName,
        FromAddress = _persona.Address,
        To = ToAddress(),
        ToName = _draw.Chance(60) ? _letter.FromName : "",
        Subject = Subject(words),
        Date = _mail.Due,
        Answers = PointsBack ? _letter.MessageId : null,
        AutoSubmitted = _asOutOfOffice ? "auto-replied" : _byMachine && _draw.Chance(60) ? "auto-generated" : null,
    };

    private bool PointsBack => _asOutOfOffice || (!_byMachine && _of.PointsBack);

    private string Subject(Wording words)
    {
        if (_asOutOfOffice)
        {
            return $"{_draw.Pick<string>(["Automatic reply: ", "Automatic reply: ", "Out of Office: ", "Auto: "])}{_letter.Subject}";
        }

        if (_of.Ticketing)
        {
            return words.Say(_byMachine ? TicketOpened : TicketSubjects);
        }

        return _of.Thread switch
        {
            AnswerThread.ReferenceInSubject when !_byMachine => _draw.Pick(Prefixes) + _letter.Subject,
            AnswerThread.ReferenceInText when _mail.Event is MailEvent.Answer or MailEvent.SecondDelivery => words.Say(AnswerSubjects),
            _ => words.Say(_mail.Event is MailEvent.Answer or MailEvent.SecondDelivery or MailEvent.AfterAnswer ? ReferenceSubjects : Notices),
        };
    }

    private string ToAddress()
    {
        var replyTo = _letter.ReplyTo.Length > 0 ? _letter.ReplyTo : _letter.FromAddress;
        return _asOutOfOffice ? _letter.EnvelopeFrom : _of.AnswersTo switch
        {
            AnswerAddress.Mailbox => _letter.FromAddress,
            AnswerAddress.SlipInToken => Slip(replyTo),
            _ => replyTo,
        };
    }

    /// <summary>One letter or digit after the plus is another one.</summary>
    private string Slip(string address)
    {
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        var at = address.LastIndexOf('@');
        if (plus < 0 || at < plus + 2)
        {
            return address;
        }

        var place = _draw.Between(plus + 1, at - 1);
        while (!char.IsAsciiLetterOrDigit(address[place]))
        {
            place = place + 1 < at ? place + 1 : plus + 1;
        }

        const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";
        var start = Characters.IndexOf(address[place], StringComparison.Ordinal);
        var other = Characters[(start + _draw.Between(1, Characters.Length - 1)) % Characters.Length];
        return string.Concat(address.AsSpan(0, place), other == address[place] ? "q" : other.ToString(), address.AsSpan(place + 1));
    }

    private string SalutationOf()
    {
        var name = _plan.Round.Requester.Name;
        return _persona.Voice switch
        {
            Voice.Chatty => $"{_draw.Pick<string>(["Hi", "Hello", "Dear"])} {name.Split(' ')[0]}{_draw.Pick<string>([",", ""])}",
            Voice.SupportUnit => _draw.Pick<string>(["Dear Sir or Madam,", "Dear applicant,", $"Dear {name},"]),
            _ => $"{_draw.Pick<string>(["Dear", "Dear", "Good afternoon"])} {name}{_draw.Pick<string>([",", ""])}",
        };
    }

    private string Signature(Wording words)
    {
        var ending = _persona.Voice switch
        {
            Voice.Chatty => "{Best wishes|Many thanks|All the best|Kind regards}",
            Voice.Terse => "{Regards|Thanks|}",
            Voice.Director => "Yours sincerely",
            _ => "{Kind regards|Regards|Yours sincerely|Yours faithfully}",
        };
        var lines = _persona.Voice == Voice.Terse && _draw.Chance(40)
            ? new[] { words.Say(ending), _persona.Organisation }
            : [words.Say(ending), "", _persona.Name, _persona.Title, _persona.Organisation, $"Tel: {_persona.Phone}", $"Web: {_persona.Site}"];
        return string.Join('\n', lines).Trim();
    }
}
