using System.Globalization;
using System.Text.Json;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>The shipped round with a few authorities, opened in a data folder whose clock the test sets.</summary>
internal sealed class SmallRound : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DateTimeOffset _now;

    private SmallRound(string? data) => Foi = new Foi(data ?? _folder.Below("data"));

    public Foi Foi { get; }

    /// <summary>The folder with round.yaml.</summary>
    public string Source => _folder.Below("round");

    public string Data => Foi.Data;

    /// <summary>A round that is open and has sent nothing, at ten in the morning of a working day.</summary>
    public static async Task<SmallRound> OpenAsync(int authorities, string? data = null)
    {
        var round = new SmallRound(data);
        round.WriteSource(authorities);
        await round.Foi.DoAsync("open", round.Source);
        round.SetClock(WorkingMorning());
        return round;
    }

    /// <summary>Makes the folder a rehearsal's, as the demo does: simulated authorities answer, drawn from this seed.</summary>
    public void LetAuthoritiesAnswer() => File.WriteAllText(Path.Combine(Data, "rehearsal", "seed"), "2016");

    /// <summary>Moves the rehearsal's clock on.</summary>
    public void Wait(TimeSpan time) => SetClock(_now + time);

    /// <summary>A file of the test's own.</summary>
    public string Write(string name, string text) => _folder.Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Below(string name) => _folder.Below(name);

    /// <summary>A mail to us from an authority, written by a person.</summary>
    public string WriteMail(string name, string subject, string body, string? id = null) => Write(name, Mail(subject, body, id ?? name));

    public string Mail(string subject, string body, string id) =>
        $"From: FOI Team <foi@somewhere.example>\r\nTo: foi@healthycommissioning.example\r\nSubject: {subject}\r\nDate: {_now.AddMinutes(-5).ToString("r", CultureInfo.InvariantCulture)}\r\n"
        + $"Message-ID: <{id}@somewhere.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n";

    public async Task<IReadOnlyList<JsonElement>> TriageAsync() => [.. (await Foi.DoAsync("triage", "--json")).Json().EnumerateArray()];

    public void Dispose() => _folder.Dispose();

    private void WriteSource(int authorities)
    {
        foreach (var file in Directory.EnumerateFiles(Foi.ShippedRound, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine("round", Path.GetRelativePath(Foi.ShippedRound, file)), File.ReadAllBytes(file));
        }

        var register = Path.Combine(Source, "authorities.csv");
        File.WriteAllLines(register, File.ReadLines(register).Take(authorities + 1).ToList());
    }

    private void SetClock(DateTimeOffset moment)
    {
        _now = moment;
        Directory.CreateDirectory(Path.Combine(Data, "rehearsal"));
        File.WriteAllText(Path.Combine(Data, "rehearsal", "clock"), moment.ToString("O", CultureInfo.InvariantCulture));
    }

    // The second Wednesday of these months is a bank holiday nowhere in the Kingdom.
    private static DateTimeOffset WorkingMorning()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);
        while (!(day is { DayOfWeek: DayOfWeek.Wednesday, Day: >= 8 and <= 14, Month: 2 or 6 or 9 or 10 or 11 }))
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day, new TimeOnly(10, 0), TimeSpan.Zero);
    }
}
