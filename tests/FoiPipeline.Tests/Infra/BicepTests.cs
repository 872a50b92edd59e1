namespace FoiPipeline.Tests.Infra;

public sealed class BicepTests
{
    /// <summary>
    /// Versions seen in Microsoft's own type index, samples or generated clients. There is no compiler here that would know an invented one,
    /// and Azure says so only in the middle of a deployment.
    /// </summary>
    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["Microsoft.Authorization"] = "2022-04-01",
        ["Microsoft.ContainerRegistry"] = "2023-07-01",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/components"] = "2020-02-02",
        ["Microsoft.Insights/scheduledQueryRules"] = "2022-06-15",
        ["Microsoft.KeyVault"] = "2025-05-01",
        ["Microsoft.ManagedIdentity"] = "2024-11-30",
        ["Microsoft.OperationalInsights"] = "2025-02-01",
        ["Microsoft.Storage"] = "2025-01-01",
        ["Microsoft.Web"] = "2024-11-01",
    };

    [Fact]
    public void Every_file_follows_the_grammar()
    {
        Bicep.Files.Count.ShouldBeGreaterThan(7, "main, its parameters, and a module for each part");
        Bicep.Files.SelectMany(f => f.Faults.Select(fault => $"infra/{f.File} line {fault.Line}, column {fault.Column}: {fault.Near}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_resource_has_a_version_that_is_known_to_exist() =>
        Bicep.Resources.Where(r => VersionOf(r.Type) != r.Version).Select(r => $"{r.Type}@{r.Version}").ShouldBeEmpty();

    [Fact]
    public void Every_module_that_is_named_is_there_and_every_module_is_named() =>
        Bicep.Main.Modules.Select(m => m.Path).Order(StringComparer.Ordinal)
            .ShouldBe(Bicep.Files.Select(f => f.File).Where(f => f.StartsWith("modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_module_is_given_what_it_asks_for_and_nothing_else()
    {
        foreach (var module in Bicep.Main.Modules)
        {
            module.Given.Order(StringComparer.Ordinal)
                .ShouldBe(Bicep.Of(module.Path).Parameters.Select(p => p.Name).Order(StringComparer.Ordinal), $"parameters of {module.Path}");
        }
    }

    [Fact]
    public void Every_parameter_a_person_may_set_is_explained() =>
        Bicep.Main.Parameters.Where(p => !p.Decorators.Contains("@description(", StringComparison.Ordinal)).Select(p => p.Name).ShouldBeEmpty();

    [Fact]
    public void Every_parameter_is_used()
    {
        foreach (var file in Bicep.Files)
        {
            var text = Repository.Read("infra", file.File);
            file.Parameters.Where(p => Mentions(text, p.Name) < 2).Select(p => $"{file.File}: {p.Name}").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("main.bicepparam")]
    [InlineData("rehearsal.bicepparam")]
    public void A_parameters_file_sets_what_is_required_and_nothing_unknown(string file)
    {
        var set = Bicep.Of(file).Variables.Keys.ToHashSet(StringComparer.Ordinal);
        set.Except(Bicep.Main.Parameters.Select(p => p.Name)).ShouldBeEmpty("main.bicep has no such parameter");
        Bicep.Main.Parameters.Where(p => p.Required).Select(p => p.Name).Except(set).ShouldBeEmpty("main.bicep asks for it");
    }

    [Fact]
    public void Only_the_rehearsal_s_parameters_play_a_rehearsal()
    {
        Bicep.Of("main.bicepparam").Variables.Keys.ShouldNotContain("rehearsalSeed");
        Bicep.Of("rehearsal.bicepparam").Variables["rehearsalSeed"].GetString().ShouldNotBeNullOrEmpty();
    }

    private static string? VersionOf(string type) =>
        Versions.Where(v => type == v.Key || type.StartsWith(v.Key + "/", StringComparison.Ordinal)).Select(v => v.Value).SingleOrDefault();

    private static int Mentions(string text, string word) =>
        text.Split(word).Length - 1;
}
