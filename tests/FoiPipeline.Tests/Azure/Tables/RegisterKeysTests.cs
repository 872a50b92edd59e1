using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>The rows stand in the order that the register promises, because their keys do.</summary>
public sealed class RegisterKeysTests
{
    private const string InNames = "abcXYZ019-_./";
    private const string InLists = "abXY09-_.:+|~";

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Names_sort_as_streams_do() =>
        Prop.ForAll(Two(Text(InNames)), pair =>
            Math.Sign(string.CompareOrdinal(Key(pair.Item1), Key(pair.Item2))) == Math.Sign(string.CompareOrdinal(pair.Item1, pair.Item2))).Check(Often);

    [Fact]
    public void A_name_is_read_back_from_its_key() => Prop.ForAll(
        Text(InNames).ToArbitrary(),
        name => RegisterKeys.StreamOf(Key(name)).Value == name
            && RegisterKeys.StreamOf(RegisterKeys.Place(new ListEntry("outbox", "1|2"), new StreamId(name))).Value == name).Check(Often);

    [Fact]
    public void A_prefix_covers_exactly_what_starts_with_it() =>
        Prop.ForAll(Two(Text(InNames)), pair => Covers(RegisterKeys.Summaries(pair.Item2)!.Value, Key(pair.Item1)) == pair.Item1.StartsWith(pair.Item2, StringComparison.Ordinal))
            .Check(Often);

    [Fact]
    public void Places_sort_by_sort_key_and_then_by_name() =>
        Prop.ForAll(Two(Gen.Zip(Text(InLists), Text(InNames))), pair =>
        {
            var (a, b) = pair;
            var expected = string.CompareOrdinal(a.Item1, b.Item1) is var bySortKey and not 0 ? bySortKey : string.CompareOrdinal(a.Item2, b.Item2);
            return Math.Sign(string.CompareOrdinal(Place("outbox", a.Item1, a.Item2), Place("outbox", b.Item1, b.Item2))) == Math.Sign(expected);
        }).Check(Often);

    [Fact]
    public void A_worklist_ends_at_the_sort_key_asked_for_whatever_that_holds() =>
        Prop.ForAll(Two(Gen.OneOf(Text(InLists), Text("ab\u0001 !\",/}é\uffff😀"))), pair =>
        {
            var sortKey = string.Concat(pair.Item1.Where(InLists.Contains));
            return Covers(RegisterKeys.Places("outbox", pair.Item2)!.Value, Place("outbox", sortKey, "request/1")) == (string.CompareOrdinal(sortKey, pair.Item2) <= 0);
        }).Check(Often);

    [Fact]
    public void A_worklist_holds_no_places_of_another() =>
        Prop.ForAll(Two(Text(InLists)), pair =>
            Covers(RegisterKeys.Places($"x{pair.Item1}", null)!.Value, Place($"x{pair.Item2}", "1", "request/1")) == (pair.Item1 == pair.Item2)).Check(Often);

    [Fact]
    public void Events_of_a_stream_are_apart_from_those_of_every_other() =>
        Prop.ForAll(Two(Text(InNames)), pair =>
            Covers(RegisterKeys.Events(new StreamId($"x{pair.Item1}")), RegisterKeys.Event(new StreamId($"x{pair.Item2}"), "opened")) == (pair.Item1 == pair.Item2)).Check(Often);

    [Fact]
    public void The_longest_keys_are_short_enough_and_hold_nothing_that_is_forbidden()
    {
        var stream = new StreamId(new string('/', RegisterRules.MaxNameLength));
        string[] keys =
        [
            RegisterKeys.Summary(stream),
            RegisterKeys.Event(stream, "/ \\ # ? % \u0001"),
            RegisterKeys.Place(new ListEntry(new string('~', RegisterRules.MaxListLength), new string('~', RegisterRules.MaxSortKeyLength)), stream),
        ];

        // 1 KiB in UTF-16.
        keys.ShouldAllBe(k => k.Length <= 512);
        keys.ShouldAllBe(k => k.All(c => !"/\\#?%".Contains(c) && !char.IsControl(c)));
    }

    [Theory]
    [InlineData("request/é")]
    [InlineData("request!")]
    public void A_prefix_or_list_that_nothing_can_have_is_not_asked_for(string text)
    {
        RegisterKeys.Summaries(text).ShouldBeNull();
        RegisterKeys.Places(text, null).ShouldBeNull();
        RegisterKeys.IsStream(text).ShouldBeFalse();
    }

    private static string Key(string name) => RegisterKeys.Summary(new StreamId(name));

    private static string Place(string list, string sortKey, string name) => RegisterKeys.Place(new ListEntry(list, sortKey), new StreamId(name));

    private static bool Covers(RowRange range, string key) => string.CompareOrdinal(key, range.From) >= 0 && string.CompareOrdinal(key, range.Before) < 0;

    /// <summary>Short texts over few characters, so that equal ones and prefixes come up often.</summary>
    private static Gen<string> Text(string characters) => Gen.Elements(characters.ToCharArray()).ArrayOf().Resize(5).Select(c => new string(c));

    private static Arbitrary<(T, T)> Two<T>(Gen<T> gen) => Gen.Zip(gen, gen).ToArbitrary();
}
