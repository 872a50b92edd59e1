using System.Globalization;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Tests.Rounds;

namespace FoiPipeline.Tests.Letters;

public sealed class SendingOrderTests
{
    [Fact]
    public void Letters_to_one_host_are_spread_over_the_whole_run()
    {
        var order = SendingOrder.Of(Register(shared: 90, own: 110));
        var places = order.Where(p => p.Host == "nhs.example").Select(p => p.Number).ToList();

        places.Count.ShouldBe(90);
        places.Zip(places.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 1 && gap <= 4);
        Enumerable.Range(0, 180).ShouldAllBe(start => places.Count(p => p > start && p <= start + 20) <= 11);
    }

    [Fact]
    public void Every_authority_has_one_place_and_the_places_have_no_gap()
    {
        var register = Register(shared: 7, own: 13);
        var order = SendingOrder.Of(register);

        order.Select(p => p.Number).ShouldBe(Enumerable.Range(1, 20));
        order.Select(p => p.Authority.Id).Order().ShouldBe(register.Select(a => a.Id).Order());
    }

    [Fact]
    public void The_order_is_the_same_in_every_run_and_keeps_that_of_the_register_where_all_hosts_differ()
    {
        var register = Register(shared: 20, own: 30);

        SendingOrder.Of(register).ShouldBe(SendingOrder.Of(register));
        SendingOrder.Of(Register(shared: 0, own: 30)).Select(p => p.Authority.Id).ShouldBe(Register(shared: 0, own: 30).Select(a => a.Id));
    }

    [Fact]
    public void Capitals_make_no_other_host() =>
        SendingOrder.Of([SampleRound.Authority("AA", "A", "foi@NHS.example"), SampleRound.Authority("BB", "B", "foi@nhs.example")])
            .Select(p => p.Host).Distinct().ShouldBe(["nhs.example"]);

    private static List<Authority> Register(int shared, int own) =>
    [
        .. Enumerable.Range(0, shared).Select(i => SampleRound.Authority(Code("S", i), "Shared", $"a{i}.foi@nhs.example")),
        .. Enumerable.Range(0, own).Select(i => SampleRound.Authority(Code("W", i), "Own", $"foi@own{i}.example")),
    ];

    private static string Code(string letter, int i) => letter + i.ToString("000", CultureInfo.InvariantCulture);
}
