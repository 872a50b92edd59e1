using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Rehearsal.Correspondence;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>
/// Stands for the mail server and everybody behind it. Letters it accepts reach simulated authorities, whose mails fall due as the clock moves on.
/// It keeps its own state in its own folder and outlives a killed process; it cannot reach any network. Several threads may call it, and several
/// programs may have a mailbox on one folder: all that changes, changes in transactions of its store.
/// </summary>
public sealed class RehearsalMailbox : IMailbox, IDisposable
{
    private readonly RehearsalPlan _plan;
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly RehearsalFaults? _faults;
    private readonly Timetable _timetable;
    private readonly ReplyMaker _maker;
    private readonly RehearsalStore _store;
    private readonly bool _authoritiesAnswer;
    private readonly Lock _lock = new();

    /// <param name="plan">What will become of every letter.</param>
    /// <param name="folder">Where the server keeps its state; made if it is not there. A folder used before goes on where it stopped.</param>
    /// <param name="clock">Decides what has arrived.</param>
    /// <param name="isWorkingDay">Working days as authorities count them.</param>
    /// <param name="faults">Faults of the server; nothing means that none happen.</param>
    /// <param name="authoritiesAnswer">Whether simulated authorities answer. In a round in earnest nobody may: letters are accepted and go no further.</param>
    /// <exception cref="StoreUnavailableException">The folder cannot be used.</exception>
    public RehearsalMailbox(RehearsalPlan plan, string folder, TimeProvider clock, Func<DateOnly, bool> isWorkingDay, RehearsalFaults? faults = null, bool authoritiesAnswer = true)
    {
        _authoritiesAnswer = authoritiesAnswer;
        _plan = plan;
        _folder = folder;
        _clock = clock;
        _faults = faults;
        _timetable = new Timetable(plan, isWorkingDay);
        _maker = new ReplyMaker(plan);
        _store = new RehearsalStore(folder);
    }

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_store.Atomically(() => Send(mail)));
        }
    }

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var at = _store.AcceptedAt(messageId);
            return Task.FromResult(at is null
                ? new FindSentResult(FindSentStage.Absent, null, "not among the messages the rehearsal's server accepted")
                : new FindSentResult(FindSentStage.Found, at, "among the messages the rehearsal's server accepted"));
        }
    }

    public async IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancel)
    {
        var uid = cursor is null ? 0 : long.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        lock (_lock)
        {
            _store.Atomically(() =>
            {
                _store.Arrive(_clock.GetUtcNow());
                return true;
            });
        }

        while (Next(uid) is { } next)
        {
            cancel.ThrowIfCancellationRequested();
            uid = next.Uid;
            await using var raw = next.Raw;
            yield return new IncomingMail(uid.ToString(CultureInfo.InvariantCulture), next.Due, raw);
        }
    }

    /// <summary>When the first mail after a moment is due that has not arrived yet; nothing when none is on its way.</summary>
    public DateTimeOffset? NextArrival(DateTimeOffset after)
    {
        lock (_lock)
        {
            return _store.NextDue(after);
        }
    }

    /// <summary>
    /// Lets the user's own messages (all <c>.eml</c> files below a folder) arrive among the others during the round. They are copied, so that a later
    /// change of the folder changes nothing; adding them again adds nothing. Answers how many there are.
    /// </summary>
    public int AddFolder(string path)
    {
        var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })
            .Where(f => f.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        var kept = Directory.CreateDirectory(Path.Combine(_folder, "with"));
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(path, file);
            var copy = UsersFile.Copy(file, kept.FullName);
            lock (_lock)
            {
                _store.Atomically(() => Add(name, copy));
            }
        }

        return files.Count;
    }

    /// <summary>The truth about one mail that was delivered; nothing for the user's own files and for what never came from here.</summary>
    public MailTruth? TruthOf(string sha256)
    {
        lock (_lock)
        {
            return _store.ArrivedAs(sha256) is { } mail && mail.Event != MailEvent.UsersFile
                ? TruthOfMails.Of(_plan.Find(mail.Authority)!, mail.Event, sha256)
                : null;
        }
    }

    /// <summary>Everything known to be true by now.</summary>
    public RehearsalTruth Truth()
    {
        lock (_lock)
        {
            return new TruthTelling(_plan, _store, Bytes).Tell();
        }
    }

    public void Dispose() => _store.Dispose();

    private SendResult Send(OutgoingMail mail)
    {
        var fault = _faults?.Draw(mail.MessageId, _store.CountAttempt(mail.MessageId)) ?? Fault.None;
        switch (fault)
        {
            case Fault.Deferred:
                return new SendResult(SendStage.Deferred, "451 4.7.1 Greylisted, please try again later");
            case Fault.LostBefore:
                return new SendResult(SendStage.Unknown, "the line broke while the message was being sent");
            default:
                Accept(mail);
                return fault == Fault.LostAfter
                    ? new SendResult(SendStage.Unknown, "the line broke before the server's answer to the message")
                    : new SendResult(SendStage.Accepted, "250 2.0.0 Ok: queued for rehearsal");
        }
    }

    /// <summary>A second acceptance of one letter is counted, and sets nothing off: authorities see that they have it already.</summary>
    private void Accept(OutgoingMail mail)
    {
        var now = _clock.GetUtcNow();
        if (_store.Accept(mail.MessageId, now) > 1
            || !_authoritiesAnswer
            || !LetterMessageId.TryParse(mail.MessageId, out var id)
            || !id.Prefix.Equals(_plan.Round.ReferencePrefix, StringComparison.OrdinalIgnoreCase)
            || _plan.Find(id.Authority) is not { } authority)
        {
            return;
        }

        var letter = Received(mail, id, Timetable.LondonDay(now));
        _store.Keep(letter);
        foreach (var planned in Consequences(authority, letter))
        {
            _store.Plan(planned, letter.Id);
        }

        PlanAnswerForSeveral(authority);
    }

    private IEnumerable<PlannedMail> Consequences(AuthorityPlan authority, SentLetter letter)
    {
        var strays = authority.Stray is null ? [] : new[] { _timetable.Stray(authority.Authority.Id, letter.Day) };
        var files = _store.UsersFilesWith(authority.Authority.Id).Select(f => _timetable.UsersFile(authority.Authority.Id, letter.Day, f));
        if (letter.Id.Kind == LetterKind.Clarification)
        {
            return authority.AsksClarification ? _timetable.Answer(authority, letter.Day) : [];
        }

        var along = letter.Id.Kind == LetterKind.Initial ? strays.Concat(files) : [];
        if (authority.CorrectedAddress is { } right && !letter.EnvelopeTo.Equals(right, StringComparison.OrdinalIgnoreCase))
        {
            return along.Concat(_timetable.ForBounce(letter.Id, letter.Day));
        }

        // A request that reached the authority before is only a reminder of itself.
        return IsFirstThere(authority, letter) ? along.Concat(_timetable.ForRequest(authority, letter.Day)) : along;
    }

    private bool IsFirstThere(AuthorityPlan authority, SentLetter letter) => !_store.LettersTo(letter.Authority).Any(l =>
        l.Id != letter.Id && l.Id.Kind != LetterKind.Clarification
        && (authority.CorrectedAddress is null || l.EnvelopeTo.Equals(authority.CorrectedAddress, StringComparison.OrdinalIgnoreCase)));

    /// <summary>One mail for several is planned when the letters to all of them have arrived, and counts from the day of the last.</summary>
    private void PlanAnswerForSeveral(AuthorityPlan authority)
    {
        if (authority.AnsweredTogether.Count == 0 || _plan.Find(authority.AnsweredTogether[0]) is not { } leader || _store.IsPlanned(leader.Authority.Id, MailEvent.Answer))
        {
            return;
        }

        var letters = authority.AnsweredTogether.Select(id => _store.LettersTo(id).FirstOrDefault(l => l.Id.Kind == LetterKind.Initial)).ToList();
        if (letters.TrueForAll(l => l is not null))
        {
            foreach (var planned in _timetable.Answer(leader, letters.Max(l => l!.Day)))
            {
                _store.Plan(planned, letters[0]!.Id);
            }
        }
    }

    private bool Add(string name, string copy)
    {
        var authorities = _plan.Authorities;
        var with = authorities[_plan.DrawFor($"with/{name}").Below(authorities.Count)].Authority.Id;
        _store.KeepUsersFile(name, copy, with);
        if (_store.LettersTo(with).FirstOrDefault(l => l.Id.Kind == LetterKind.Initial) is { } letter)
        {
            _store.Plan(_timetable.UsersFile(with, letter.Day, name), letter.Id);
        }

        return true;
    }

    private (long Uid, DateTimeOffset Due, Stream Raw)? Next(long uid)
    {
        lock (_lock)
        {
            if (_store.NextAfter(uid) is not { } next)
            {
                return null;
            }

            if (next.Mail.Event == MailEvent.UsersFile)
            {
                return (next.Uid, next.Mail.Due, File.OpenRead(_store.UsersFilePath(next.Mail.Detail)));
            }

            var raw = Bytes(next.Mail, next.Letter);
            _store.RememberHash(next.Mail.Key, Convert.ToHexStringLower(SHA256.HashData(raw)));
            return (next.Uid, next.Mail.Due, new MemoryStream(raw, writable: false));
        }
    }

    private byte[] Bytes(PlannedMail mail, LetterId letter) =>
        _maker.Make(mail, _store.Letter(letter) ?? throw new InvalidOperationException($"mail {mail.Key} answers letter {letter}, which was never accepted"));

    private static SentLetter Received(OutgoingMail mail, LetterId id, DateOnly day)
    {
        var reader = new IncomingLetterReader(mail.Raw.Span);
        return new SentLetter
        {
            Id = id,
            MessageId = mail.MessageId,
            Day = day,
            EnvelopeFrom = mail.EnvelopeFrom,
            EnvelopeTo = mail.EnvelopeTo,
            FromName = reader.From.Name,
            FromAddress = reader.From.Address.Length > 0 ? reader.From.Address : mail.EnvelopeFrom,
            ReplyTo = reader.ReplyTo,
            Subject = reader.Subject,
            Body = reader.Body,
        };
    }
}
