using System.Net.Sockets;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>
/// Rings the functions as the Functions host would, from what stands in the round's store: each document until it was taken in, each message until it was worked off.
/// A call that got no answer comes again.
/// </summary>
/// <param name="round">The round that is served.</param>
/// <param name="killer">Decides after how many milliseconds of a call the handler is killed; nothing: not at all.</param>
internal sealed class PretendHost(SmallRound round, Func<int?> killer) : IDisposable
{
    private readonly HashSet<string> _takenIn = new(StringComparer.Ordinal);
    private ServingFoi? _serving;

    /// <summary>How many calls were killed before they were answered.</summary>
    public int Killed { get; private set; }

    /// <summary>Collects what came, and works it off to its end.</summary>
    public async Task WorkOffAsync()
    {
        while (!await RingAsync(HostCall.Timer("CollectMail")))
        {
            // The next tick of the timer.
        }

        for (var worked = true; worked;)
        {
            worked = false;
            foreach (var name in Inbox().Where(n => !_takenIn.Contains(n)))
            {
                worked = true;
                if (await RingAsync(HostCall.Blob(name, File.ReadAllBytes(Path.Combine(Folder, name)))))
                {
                    _takenIn.Add(name);
                }
            }

            foreach (var (id, message) in Messages())
            {
                worked = true;
                if (await RingAsync(HostCall.Message(message)))
                {
                    Complete(id);
                }
            }
        }
    }

    public void Dispose() => _serving?.Dispose();

    private string Folder => Path.Combine(round.Data, "documents", "inbox");

    private async Task<bool> RingAsync(HostCall call)
    {
        _serving ??= await ServingFoi.StartAsync(round.Foi);
        var asking = _serving.AskAsync(call);
        if (killer() is { } milliseconds)
        {
            await Task.Delay(milliseconds);
            _serving.Dispose();
            _serving = null;
        }

        try
        {
            (await asking).ShouldBeSuccess();
            return true;
        }
        catch (Exception e) when (e is IOException or SocketException && _serving is null)
        {
            Killed++;
            return false;
        }
    }

    private IEnumerable<string> Inbox() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.eml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal) : [];

    private List<(long Id, string Message)> Messages()
    {
        using var register = DataFile.Register(round.Data);
        return register.Rows("SELECT id, body FROM message WHERE queue = 'extract' ORDER BY id", r => (r.GetInt64(0), r.GetString(1)));
    }

    private void Complete(long id)
    {
        using var register = DataFile.Register(round.Data);
        register.Run(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DELETE FROM message WHERE id = {id}"));
    }
}
