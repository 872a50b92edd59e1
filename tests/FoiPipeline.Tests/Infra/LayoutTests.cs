using System.Text.Json;
using FoiPipeline.Azure;

namespace FoiPipeline.Tests.Infra;

/// <summary>The program and the deployment speak of the same containers, queues and tables. The app may make none of them itself.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Every_container_the_program_uses_is_made_and_no_other() =>
        Containers.ShouldBe(StorageLayout.Containers, ignoreOrder: true);

    [Fact]
    public void Every_queue_the_program_uses_is_made_and_no_other() =>
        Bicep.Evidence.Texts("queueNames").ShouldBe(StorageLayout.Queues, ignoreOrder: true);

    [Fact]
    public void Every_table_the_program_uses_is_made_and_no_other() =>
        Bicep.Evidence.Texts("tableNames").ShouldBe(StorageLayout.Tables, ignoreOrder: true);

    [Fact]
    public void Every_queue_and_container_that_rings_a_function_is_made()
    {
        var bindings = Directory.EnumerateDirectories(Repository.Functions).Select(d => Path.Combine(d, "function.json")).Where(File.Exists).SelectMany(Bindings).ToList();
        var queues = bindings.Where(b => b.TryGetProperty("queueName", out _)).Select(b => b.GetProperty("queueName").GetString()!).ToList();
        var containers = bindings.Where(b => b.GetProperty("type").GetString() == "blobTrigger").Select(b => b.GetProperty("path").GetString()!.Split('/')[0]).ToList();
        queues.ShouldNotBeEmpty();
        containers.ShouldNotBeEmpty();
        queues.Except(Bicep.Evidence.Texts("queueNames")).ShouldBeEmpty();
        containers.Except(Containers).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Containers => [.. Bicep.Evidence.Texts("evidenceContainers"), .. Bicep.Evidence.Texts("workContainers")];

    private static IEnumerable<JsonElement> Bindings(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("bindings").EnumerateArray().Select(b => b.Clone())];
    }
}
