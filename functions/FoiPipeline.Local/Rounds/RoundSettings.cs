using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>A letter named in round.yaml.</summary>
internal sealed record LetterFile(string Kind, string Path, int Line);

/// <summary>What round.yaml says. A part is null where it is missing or wrong, which is then a fault already.</summary>
internal sealed class RoundSettings
{
    public const string File = "round.yaml";

    private readonly FaultList _faults;
    private readonly Settings _settings;

    private RoundSettings(Settings settings, FaultList faults)
    {
        (_settings, _faults) = (settings, faults);
        Name = settings.Text("name", "Social value in commissioning, summer 2016");
        Prefix = ReadPrefix();
        Subject = settings.Text("subject", "\"Freedom of Information request: social value\"");
        Requester = ReadRequester();
        Questions = ReadQuestions();
        Letters = ReadLetters();
        Sending = ReadSending();
        Chase = ReadChase();
        TimeZone = ReadTimeZone();
        settings.RefuseOthers();
    }

    public string? Name { get; }

    public string? Prefix { get; }

    public string? Subject { get; }

    public Requester? Requester { get; }

    public IReadOnlyList<Question>? Questions { get; }

    public IReadOnlyList<LetterFile> Letters { get; }

    public SendingPolicy? Sending { get; }

    public ChasePolicy? Chase { get; }

    public TimeZoneInfo? TimeZone { get; }

    public static RoundSettings? Read(SourceText source, FaultList faults) =>
        YamlTree.Parse(source, faults) is { } map ? new RoundSettings(new Settings(File, "", 1, map, faults), faults) : null;

    public int LineOf(string setting) => _settings.LineOf(setting);

    private string? ReadPrefix()
    {
        var prefix = _settings.Text("reference", "SV16")?.ToUpperInvariant();
        if (prefix is null || (prefix.Length is >= 2 and <= 8 && prefix.All(char.IsAsciiLetterOrDigit)))
        {
            return prefix;
        }

        _faults.Error(
            File, _settings.LineOf("reference"), $"The reference '{prefix}' cannot start a request's reference.",
            "Use 2 to 8 letters and digits, for example: reference: SV16");
        return null;
    }

    private Requester? ReadRequester()
    {
        if (_settings.Section("requester", "{ name: Jane Miller, organisation: ..., address: [...], email: foi@example.org }") is not { } section)
        {
            return null;
        }

        var name = section.Text("name", "Jane Miller");
        var organisation = section.Text("organisation", "Healthy Commissioning Research Team");
        var address = section.Texts("address", "[12 High Street, London, EC1A 1AA]");
        var email = section.Text("email", "foi@example.org");
        var plus = section.YesNo("plus-addressing", otherwise: true);
        section.RefuseOthers();
        var named = RequesterCheck.IsRealName(name, section.LineOf("name"), _faults);
        var reachable = RequesterCheck.IsMailbox(email, plus ?? false, section.LineOf("email"), _faults);
        return named && reachable && organisation is not null && address is not null && plus is not null
            ? new Requester(name!, organisation, address, email!, plus.Value)
            : null;
    }

    private IReadOnlyList<Question>? ReadQuestions() =>
        _settings.Node("questions", "{ 1: \"What ...?\", 2: \"How many ...?\" }") is { } node ? QuestionSettings.Read(node, _settings.LineOf("questions"), _faults) : null;

    private List<LetterFile> ReadLetters()
    {
        const string Example = "letters/initial.txt";
        if (_settings.Section("letters", $"{{ initial: {Example} }}") is not { } section)
        {
            return [];
        }

        var path = section.Text(LetterComposer.InitialKey, Example);
        var line = section.LineOf(LetterComposer.InitialKey);
        section.RefuseOthers();
        if (path is null)
        {
            return [];
        }

        if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
        {
            _faults.Error(
                File, line, $"The letter '{path}' lies outside the round's folder.",
                $"Put it into the folder and write for example: initial: {Example}");
            return [];
        }

        return [new LetterFile(LetterComposer.InitialKey, path.Replace('\\', '/'), line)];
    }

    private SendingPolicy? ReadSending()
    {
        if (_settings.Section("sending", "{ first-day: 2016-07-13, opens: 09:00, closes: 17:00 }") is not { } section)
        {
            return null;
        }

        var first = section.Day("first-day", "2016-07-13");
        var lastIsSound = section.OptionalDay("last-day", "2016-07-20", out var last);
        var opens = section.Time("opens", new TimeOnly(9, 0));
        var closes = section.Time("closes", new TimeOnly(17, 0));
        var weekends = section.YesNo("weekends-too", otherwise: false);
        var pace = section.Number("letters-a-minute", least: 1, otherwise: 30);
        var host = section.Number("letters-a-minute-per-host", least: 1, otherwise: 10);
        section.RefuseOthers();
        return first is not null && lastIsSound && opens is not null && closes is not null && weekends is not null && pace is not null && host is not null
            ? new SendingPolicy(first.Value, last, opens.Value, closes.Value, weekends.Value, pace.Value, host.Value)
            : null;
    }

    private ChasePolicy? ReadChase()
    {
        if (_settings.OptionalSection("chase", "{ friendly-after: 1, firm-after: 10, internal-review-after: 20 }") is not { } section)
        {
            return null;
        }

        var friendly = section.Number("friendly-after", least: 1, otherwise: 1);
        var firm = section.Number("firm-after", least: 1, otherwise: 10);
        var review = section.Number("internal-review-after", least: 1, otherwise: 20);
        section.RefuseOthers();
        if (friendly is null || firm is null || review is null)
        {
            return null;
        }

        if (friendly >= firm || firm >= review)
        {
            _faults.Error(
                File, _settings.LineOf("chase"), $"The steps of the chase are not in order: {friendly}, {firm} and {review} working days after the due date.",
                "Let each step come later than the one before, for example 1, 10 and 20.");
            return null;
        }

        return new ChasePolicy(friendly.Value, firm.Value, review.Value);
    }

    private TimeZoneInfo? ReadTimeZone()
    {
        const string London = "Europe/London";
        var name = _settings.OptionalText("time-zone", London) ?? London;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        var meant = Nearest.To(name, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)) ?? London;
        _faults.Error(
            File, _settings.LineOf("time-zone"), $"The time zone '{name}' is not known.",
            $"Use a name of the IANA list, for example: time-zone: {meant}");
        return null;
    }
}
