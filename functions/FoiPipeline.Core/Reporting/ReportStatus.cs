using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Core.Reporting;

/// <summary>Counts a round in one range read of the summaries.</summary>
public sealed class ReportStatus(RoundBook book, ListTriage triage, TimeProvider clock)
{
    private const int Nearest = 10;

    /// <param name="by">An attribute of the register to group by (<c>region</c>, <c>stp</c> ...), or nothing.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="TriageException">The register has no such column.</exception>
    public async Task<StatusReport> RunAsync(string? by, CancellationToken cancel)
    {
        var attribute = by?.Trim().ToLowerInvariant();
        if (attribute is not null && !book.Round.Authorities.Any(a => a.Attributes.ContainsKey(attribute)))
        {
            var known = book.Round.Authorities.SelectMany(a => a.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            throw new TriageException($"The register has no column '{by}'. Group by one of: {string.Join(", ", known)}.");
        }

        var today = LondonDay.Of(clock.GetUtcNow());
        var tally = new Tally(book, attribute, today);
        await foreach (var request in book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            tally.Add(request);
        }

        var waiting = await triage.RunAsync(cancel).ConfigureAwait(false);
        return tally.Report(book.Round, waiting.Count);
    }

    private sealed class Tally(RoundBook book, string? attribute, DateOnly today)
    {
        private readonly Dictionary<Delivery, int> _delivery = Zeroes<Delivery>();
        private readonly Dictionary<Correspondence, int> _correspondence = Zeroes<Correspondence>();
        private readonly Dictionary<Turn, int> _turn = Zeroes<Turn>();
        private readonly Dictionary<ClockRun, int> _clock = Zeroes<ClockRun>();
        private readonly Dictionary<Outcome, int> _outcome = Zeroes<Outcome>();
        private readonly Dictionary<string, GroupStatus> _groups = new(StringComparer.Ordinal);
        private readonly List<DueRequest> _late = [];
        private readonly List<DueRequest> _next = [];
        private int _asked;
        private int _answered;
        private int _usable;
        private int _held;
        private int _queued;

        public void Add(RequestState request)
        {
            var standing = Standing.Of(request, today);
            _asked++;
            _answered += standing.IsAnswered ? 1 : 0;
            _usable += standing.IsUsable ? 1 : 0;
            _held += request.Held is null ? 0 : 1;
            _queued += request.Replies.Count(r => r is { Queued: true, Detached: false });
            _delivery[standing.Delivery]++;
            _correspondence[standing.Correspondence]++;
            _turn[standing.Turn]++;
            _clock[standing.Clock.Run]++;
            _outcome[standing.Outcome]++;
            AddDue(request, standing);
            AddGroup(request, standing);
        }

        public StatusReport Report(Round round, int waiting) => new()
        {
            Round = round.Name,
            Prefix = round.ReferencePrefix,
            AsOf = today,
            Asked = _asked,
            Response = new ResponseRate(_answered, _usable, _asked),
            Delivery = _delivery,
            Correspondence = _correspondence,
            Turn = _turn,
            Clock = _clock,
            Outcome = _outcome,
            Late = [.. _late.OrderByDescending(d => d.DaysLate).ThenBy(d => d.Reference, StringComparer.Ordinal)],
            NextDeadlines = [.. _next.OrderBy(d => d.Strict).ThenBy(d => d.Reference, StringComparer.Ordinal).Take(Nearest)],
            Held = _held,
            QueuedForClassification = _queued,
            NeedsPerson = waiting,
            By = attribute,
            Groups = [.. _groups.Values.OrderBy(g => g.Name, StringComparer.Ordinal)],
        };

        private void AddDue(RequestState request, Standing standing)
        {
            if (standing.Clock is not { Run: ClockRun.Running, Strict: { } strict, Lenient: { } lenient } clock)
            {
                return;
            }

            var due = new DueRequest(request.Reference, book.Authority(request.Authority)?.Name ?? request.Reference, strict, lenient, clock.DaysLate);
            (clock.IsOverdue ? _late : _next).Add(due);
        }

        private void AddGroup(RequestState request, Standing standing)
        {
            if (attribute is null)
            {
                return;
            }

            var name = book.Authority(request.Authority)?.Attribute(attribute) ?? "(none given)";
            var group = _groups.GetValueOrDefault(name) ?? new GroupStatus(name, new ResponseRate(0, 0, 0), 0);
            _groups[name] = group with
            {
                Response = new ResponseRate(
                    group.Response.Answered + (standing.IsAnswered ? 1 : 0),
                    group.Response.Usable + (standing.IsUsable ? 1 : 0),
                    group.Response.Asked + 1),
                Late = group.Late + (standing.Clock.IsOverdue ? 1 : 0),
            };
        }

        // Every value is shown, the zeroes too: a figure that is missing looks like one that was forgotten.
        private static Dictionary<T, int> Zeroes<T>()
            where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v, _ => 0);
    }
}
