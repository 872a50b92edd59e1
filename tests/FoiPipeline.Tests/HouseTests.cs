namespace FoiPipeline.Tests;

public sealed class HouseTests
{
    [Fact]
    public void Core_knows_nobody()
    {
        var names = typeof(Core.Rounds.Round).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        names.Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
