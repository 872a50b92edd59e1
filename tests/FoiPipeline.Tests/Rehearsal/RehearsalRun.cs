using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Tests.Rehearsal;

/// <summary>Drives a whole rehearsal as the pipeline would: letters out, clock on to the next arrival, mails in, and what they ask for sent.</summary>
internal sealed class RehearsalRun : IDisposable
{
    public const string Ours = "foi@rounds.example";

    private readonly RehearsalFaults? _faults;
    private string? _cursor;

    public RehearsalRun(int authorities, int seed = 7, RehearsalFaults? faults = null)
    {
        _faults = faults;
        Plan = RehearsalPlan.Make(RoundOf(authorities), seed);
        Mailbox = Open();
    }

    public RehearsalPlan Plan { get; }

    public RehearsalMailbox Mailbox { get; private set; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2016, 8, 10, 9, 30, 0, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("foi-rehearsal-").FullName;

    public List<Delivery> Deliveries { get; } = [];

    public static bool Weekdays(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static Round RoundOf(int authorities) => new()
    {
        Name = "Social value 2016",
        ReferencePrefix = "SV16",
        Requester = new Requester("Jo Example", "Rounds Institute", ["1 Any Street"], Ours),
        Subject = "Freedom of Information request: social value",
        Questions =
        [
            new(1, "Please send a copy of, or a link to, your social value policy, strategy, framework or similar document, if there is one."),
            new(2, "How have you applied the Act in commissioning, tendering and grant making?"),
            new(3, "Have you applied the concept of social value below the OJEU threshold?"),
            new(4, "What percentage and number of tenders over the past 12 months considered social value?"),
            new(5, "Where social value is weighted, what is the typical weighting in the scoring?"),
        ],
        Templates = new Dictionary<string, string>(StringComparer.Ordinal),
        Sending = new SendingPolicy(new DateOnly(2016, 8, 10), null, new TimeOnly(9, 0), new TimeOnly(17, 0), false, 30, 30),
        Chase = new ChasePolicy(1, 10, 20),
        TimeZone = "Europe/London",
        Authorities = [.. Enumerable.Range(0, authorities).Select(AuthorityNumber)],
    };

    public static OutgoingMail Letter(RehearsalPlan plan, AuthorityId id, LetterKind kind, string to)
    {
        var letter = new LetterId(plan.Round.ReferencePrefix, id, kind, 1);
        var messageId = LetterMessageId.For(letter, Ours);
        var replyTo = $"foi+{ReplyToken.For(letter.Reference)}@rounds.example";
        var raw = $"From: Jo Example <{Ours}>\r\nTo: <{to}>\r\nReply-To: {replyTo}\r\nSubject: {plan.Round.Subject}\r\n [{letter.Reference}]\r\nMessage-ID: {messageId}\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + $"Dear {plan.Find(id)!.Authority.Name},\r\n\r\nOur reference is {letter.Reference}. We should like to know a thing or two=\r\n about what you buy.\r\n\r\n"
            + string.Join("\r\n\r\n", plan.Round.Questions.Select(q => $"{q.Number}. {q.Text}")) + "\r\n\r\nJo Example\r\n";
        return new OutgoingMail(messageId, Ours, to, Encoding.UTF8.GetBytes(raw));
    }

    /// <summary>Sends the first letters, in an order and at a minute of the caller's choosing.</summary>
    public async Task SendAll(Func<IEnumerable<Authority>, IEnumerable<Authority>>? order = null)
    {
        foreach (var authority in order?.Invoke(Plan.Round.Authorities) ?? Plan.Round.Authorities)
        {
            await Send(Letter(Plan, authority.Id, LetterKind.Initial, authority.FoiAddress));
        }
    }

    public async Task Send(OutgoingMail letter)
    {
        while ((await Mailbox.SendAsync(letter, CancellationToken.None)).Stage != SendStage.Accepted
            && (await Mailbox.FindSentAsync(letter.MessageId, CancellationToken.None)).Stage != FindSentStage.Found)
        {
        }
    }

    /// <summary>Moves on from arrival to arrival until nothing more is due; <paramref name="beforeEach"/> may break things in between.</summary>
    public async Task ToTheEnd(Action? beforeEach = null, TimeSpan? stride = null)
    {
        while (Mailbox.NextArrival(Clock.Now) is { } next)
        {
            beforeEach?.Invoke();
            Clock.Now = next + (stride ?? TimeSpan.Zero);
            await Collect();
        }
    }

    public async Task Collect()
    {
        var asked = new List<OutgoingMail>();
        await foreach (var mail in Mailbox.CollectAsync(_cursor, CancellationToken.None))
        {
            using var copy = new MemoryStream();
            await mail.Raw.CopyToAsync(copy);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
            Deliveries.Add(new Delivery(mail.CursorAfter, mail.Received, sha256, copy.ToArray()));
            _cursor = mail.CursorAfter;
        }

        foreach (var truth in Truths(Deliveries.Skip(_answered)))
        {
            var id = truth.Authorities.Count > 0 ? truth.Authorities[0] : default;
            switch (truth.FollowUp)
            {
                case FollowUp.ResendTo resend:
                    asked.Add(Letter(Plan, id, LetterKind.Resend, resend.Address));
                    break;
                case FollowUp.AnswerClarification:
                    asked.Add(Letter(Plan, id, LetterKind.Clarification, Plan.Find(id)!.CorrectedAddress ?? Plan.Find(id)!.Authority.FoiAddress));
                    break;
            }
        }

        _answered = Deliveries.Count;
        foreach (var letter in asked)
        {
            await Send(letter);
        }
    }

    private int _answered;

    /// <summary>As after a kill: the file is opened anew, the reader goes on from its cursor.</summary>
    public void Reopen()
    {
        Mailbox.Dispose();
        Mailbox = Open();
    }

    public void Dispose()
    {
        Mailbox.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private IEnumerable<MailTruth> Truths(IEnumerable<Delivery> deliveries)
    {
        if (_answered == Deliveries.Count)
        {
            return [];
        }

        var mails = Mailbox.Truth().Mails;
        return deliveries.Where(d => mails.ContainsKey(d.Sha256)).Select(d => mails[d.Sha256]);
    }

    private RehearsalMailbox Open() => new(Plan, Folder, Clock, Weekdays, _faults);

    private static Authority AuthorityNumber(int number)
    {
        string[] starts = ["North", "South", "East", "West", "Upper", "Lower", "Great"];
        string[] ends = ["vale", "moor", "ham & Wold", "borough, Fen and Marsh", "shire", "ton", "ford"];
        var name = string.Create(CultureInfo.InvariantCulture, $"{starts[number % 7]}{ends[number / 7 % 7]} {number}");
        return new Authority
        {
            Id = AuthorityId.Parse(string.Create(CultureInfo.InvariantCulture, $"{number:D4}X")),
            Name = $"NHS {name} CCG",
            FoiAddress = string.Create(CultureInfo.InvariantCulture, $"foi@authority{number}.example"),
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["stp"] = string.Create(CultureInfo.InvariantCulture, $"Footprint {number / 5}") },
        };
    }
}

internal sealed record Delivery(string Cursor, DateTimeOffset Received, string Sha256, byte[] Raw);
