using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>An authority's place in the order of sending.</summary>
/// <param name="Number">From 1 on, without a gap.</param>
/// <param name="Authority">Who is written to.</param>
/// <param name="Host">The mail host of its address, in lower case.</param>
public readonly record struct SendingPlace(int Number, Authority Authority, string Host);

/// <summary>
/// The order in which a round's letters leave: the letters to one mail host are spread evenly over the whole run, so that a host that serves half of the
/// register neither gets a burst nor holds up the rest. It depends on the frozen register only and is the same in every run.
/// </summary>
public static class SendingOrder
{
    public static IReadOnlyList<SendingPlace> Of(IReadOnlyList<Authority> authorities)
    {
        // Letter k of a host with n letters stands at (k + phase) / n of the run. Hosts of one size share the phases between 0 and 1, otherwise
        // all hosts with a single letter would meet in the middle.
        var hosts = authorities.Select((a, row) => (Authority: a, Row: row)).GroupBy(x => HostOf(x.Authority), StringComparer.Ordinal).ToList();
        return hosts
            .GroupBy(host => host.Count())
            .SelectMany(size => Positions([.. size], size.Key))
            .OrderBy(x => x.Position).ThenBy(x => x.Row)
            .Select((x, index) => new SendingPlace(index + 1, x.Authority, x.Host))
            .ToList();
    }

    private static IEnumerable<(double Position, int Row, Authority Authority, string Host)> Positions(
        List<IGrouping<string, (Authority Authority, int Row)>> hosts, int letters) =>
        hosts.SelectMany((host, rank) => host.Select((x, k) => ((k + ((rank + 0.5) / hosts.Count)) / letters, x.Row, x.Authority, host.Key)));

    private static string HostOf(Authority authority) =>
        authority.FoiAddress[(authority.FoiAddress.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();
}
