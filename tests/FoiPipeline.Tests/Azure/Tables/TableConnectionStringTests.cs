using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TableConnectionStringTests
{
    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://acc.table.core.windows.net/")]
    [InlineData("AccountName=acc;AccountKey=a2V5", "https://acc.table.core.windows.net/")]
    [InlineData("AccountName=acc;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:4000/acc;", "http://127.0.0.1:4000/acc")]
    public void The_endpoint_is_named_or_follows_from_the_account(string text, string endpoint)
    {
        var connection = TableConnectionString.Parse(text);

        connection.Endpoint.AbsoluteUri.ShouldBe(endpoint);
        connection.Credential.AccountName.ShouldBe("acc");
    }

    [Fact]
    public void The_emulator_is_known_by_name() =>
        new TableServiceClient("UseDevelopmentStorage=true").Uri.AbsoluteUri.ShouldBe("http://127.0.0.1:10002/devstoreaccount1");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=acc")]
    [InlineData("AccountName=acc;AccountKey=")]
    [InlineData("AccountName=acc;AccountName=acc;AccountKey=a2V5")]
    [InlineData("AccountName=acc;AccountKey=not Base64!")]
    public void What_cannot_be_used_is_refused_without_repeating_it(string text)
    {
        var message = Should.Throw<FormatException>(() => TableConnectionString.Parse(text)).Message;

        message.ShouldNotContain("a2V5");
    }
}
