using System.Text;
using System.Text.Json;
using FoiPipeline.Azure.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TableEntityJsonTests
{
    [Fact]
    public void What_JSON_cannot_tell_is_annotated()
    {
        var entity = new TableEntity("p", "r")
        {
            { "Text", "a\"b<é>" }, { "Flag", false }, { "Whole", -3 }, { "Long", 9007199254740993L }, { "Double", 2.0 }, { "None", null },
            { "Moment", new DateTimeOffset(2016, 7, 1, 10, 0, 0, TimeSpan.FromHours(1)) }, { "Id", new Guid("11111111-2222-3333-4444-555555555555") },
            { "Bytes", BinaryData.FromString("hi") },
        };
        entity.Timestamp = DateTimeOffset.UnixEpoch;
        entity.ETag = new("W/\"1\"");

        Encoding.UTF8.GetString(TableEntityJson.Write(entity).Span).ShouldBe(
            """
            {"PartitionKey":"p","RowKey":"r","Text":"a\"b<é>","Flag":false,"Whole":-3,"Long@odata.type":"Edm.Int64","Long":"9007199254740993",
            "Double@odata.type":"Edm.Double","Double":"2","Moment@odata.type":"Edm.DateTime","Moment":"2016-07-01T09:00:00.0000000Z",
            "Id@odata.type":"Edm.Guid","Id":"11111111-2222-3333-4444-555555555555","Bytes@odata.type":"Edm.Binary","Bytes":"aGk="}
            """.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"odata.metadata":"x","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2016-07-01T09:00:00.5Z","Long@odata.type":"Edm.Int64","Long":"5","Double":1.5,"Whole":3,"None":null}""")]
    [InlineData("""{"odata.metadata":"x","odata.type":"acc.register","odata.id":"i","odata.etag":"W/\"1\"","odata.editLink":"e","PartitionKey":"p","RowKey":"r","Timestamp@odata.type":"Edm.DateTime","Timestamp":"2016-07-01T09:00:00.5Z","Long@odata.type":"Edm.Int64","Long":"5","Double@odata.type":"Edm.Double","Double":1.5,"Whole@odata.type":"Edm.Int32","Whole":3}""")]
    public void Rows_with_minimal_and_full_metadata_are_read_the_same(string json)
    {
        var entity = Read(json);

        entity.ETag.ToString().ShouldBe("W/\"1\"");
        entity.Timestamp.ShouldBe(new DateTimeOffset(2016, 7, 1, 9, 0, 0, 500, TimeSpan.Zero));
        entity.GetInt64("Long").ShouldBe(5);
        entity.GetDouble("Double").ShouldBe(1.5);
        entity.GetInt32("Whole").ShouldBe(3);
        entity.Keys.Order(StringComparer.Ordinal).ShouldBe(["Double", "Long", "PartitionKey", "RowKey", "Timestamp", "Whole", "odata.etag"]);
    }

    [Fact]
    public void A_property_of_another_type_is_not_given_out() =>
        Should.Throw<InvalidOperationException>(() => new TableEntity("p", "r") { { "Version", "5" } }.GetInt64("Version"));

    [Fact]
    public void A_type_that_tables_do_not_keep_is_refused() =>
        Should.Throw<ArgumentException>(() => TableEntityJson.Write(new TableEntity("p", "r") { { "Price", 1.5m } }));

    [Fact]
    public void Any_value_comes_back_as_it_was() =>
        Prop.ForAll<(NonNull<string> Text, long Long, int Whole, double Number, Guid Id, byte[] Bytes)>(v =>
        {
            // Half of a surrogate pair is no text and has no form in UTF-8.
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(v.Text.Get));
            var back = Read(Encoding.UTF8.GetString(TableEntityJson.Write(new TableEntity("p", "r")
            {
                { "Text", text }, { "Long", v.Long }, { "Whole", v.Whole }, { "Number", v.Number }, { "Id", v.Id }, { "Bytes", new BinaryData(v.Bytes) },
            }).Span));
            return back.GetString("Text") == text && back.GetInt64("Long") == v.Long && back.GetInt32("Whole") == v.Whole
                && back.GetDouble("Number")!.Value.Equals(v.Number) && back.GetGuid("Id") == v.Id
                && back.GetBinaryData("Bytes")!.ToMemory().Span.SequenceEqual(v.Bytes);
        }).Check(Config.QuickThrowOnFailure);

    private static TableEntity Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TableEntityJson.Read(document.RootElement);
    }
}
