namespace FoiPipeline.ContractTests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Builds() => typeof(PlaceholderTests).Assembly.ShouldNotBeNull();
}
