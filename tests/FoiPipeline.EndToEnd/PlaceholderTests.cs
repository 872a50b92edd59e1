namespace FoiPipeline.EndToEnd;

public sealed class PlaceholderTests
{
    [Fact]
    public void Builds() => typeof(PlaceholderTests).Assembly.ShouldNotBeNull();
}
