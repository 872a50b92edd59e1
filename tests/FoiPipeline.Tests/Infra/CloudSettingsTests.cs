using System.Text.Json;
using System.Text.RegularExpressions;
using FoiPipeline.Composition;

namespace FoiPipeline.Tests.Infra;

/// <summary>What the program, the functions' files and the Functions host read is what the cloud sets, and nothing is set that nobody reads.</summary>
public sealed partial class CloudSettingsTests
{
    /// <summary>Read by the Functions host, its extensions or App Service; the program knows nothing of them.</summary>
    private static readonly HashSet<string> HostReads = new(StringComparer.Ordinal)
    {
        "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME",
        "WEBSITES_ENABLE_APP_SERVICE_STORAGE", "WEBSITES_CONTAINER_START_TIME_LIMIT",
        "AzureWebJobsDisableHomepage", "AzureWebJobsFeatureFlags",
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
    };

    private static IReadOnlyList<string> Always => [.. Bicep.FunctionApp.Keys("hostSettings"), .. Bicep.FunctionApp.Keys("programSettings")];

    private static IReadOnlyList<string> OnRequest => [.. Bicep.FunctionApp.Keys("rehearsalSettings"), .. Bicep.FunctionApp.Keys("telemetrySettings")];

    [Fact]
    public void Every_setting_the_program_needs_in_the_cloud_is_set() =>
        Named(SettingScope.App).Except(Always).ShouldBeEmpty();

    [Fact]
    public void Every_setting_that_turns_something_on_can_be_asked_for_and_is_absent_otherwise()
    {
        OnRequest.ShouldBe(Named(SettingScope.AppOptional), ignoreOrder: true);
        Bicep.FunctionApp.Variables["settings"].GetProperty("$expression").GetString()
            .ShouldBe("union(hostSettings, programSettings, empty(rehearsalSeed) ? {} : rehearsalSettings, empty(otlpEndpoint) ? {} : telemetrySettings)");
    }

    [Fact]
    public void Nothing_is_set_that_nobody_reads()
    {
        Bicep.FunctionApp.Keys("programSettings").Except(Named(SettingScope.App)).ShouldBeEmpty();
        Bicep.FunctionApp.Keys("hostSettings").ShouldBe(HostReads, ignoreOrder: true);
    }

    [Fact]
    public void What_the_platform_or_a_laptop_sets_the_cloud_does_not() =>
        Always.Concat(OnRequest).Intersect([.. Named(SettingScope.Platform), .. Named(SettingScope.Laptop)]).ShouldBeEmpty();

    [Fact]
    public void The_app_is_given_the_settings() =>
        Bicep.FunctionApp.Resource("app").Expression("properties", "siteConfig", "appSettings").ShouldBe("appSettings");

    [Fact]
    public void Every_setting_a_function_names_is_set()
    {
        var named = Functions().SelectMany(f => SettingReference().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value)).ToList();
        named.ShouldContain("SendDueLettersSchedule");
        named.Except(Always).ShouldBeEmpty();
    }

    [Fact]
    public void Every_connection_a_function_names_is_set_for_the_services_it_uses()
    {
        var connections = Functions().SelectMany(Bindings).Where(b => b.TryGetProperty("connection", out _)).ToList();
        connections.Count.ShouldBeGreaterThan(1, "the blob trigger and the queue trigger");
        foreach (var binding in connections)
        {
            var prefix = binding.GetProperty("connection").GetString();
            // The blob trigger keeps its list of work in a queue, so it needs both.
            string[] services = binding.GetProperty("type").GetString() == "blobTrigger" ? ["blob", "queue"] : ["queue"];
            services.Select(s => $"{prefix}__{s}ServiceUri").Append($"{prefix}__credential").Append($"{prefix}__clientId").Except(Always).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_laptop_s_schedules_are_the_cloud_s()
    {
        using var local = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Functions, "local.settings.json")));
        foreach (var schedule in local.RootElement.GetProperty("Values").EnumerateObject().Where(v => v.Name.EndsWith("Schedule", StringComparison.Ordinal)))
        {
            Repository.Read("infra", "main.bicep").ShouldContain($"param {char.ToLowerInvariant(schedule.Name[0])}{schedule.Name[1..]} string = '{schedule.Value}'");
        }
    }

    private static IReadOnlyList<string> Named(SettingScope scope) => [.. AppSettings.All.Where(s => s.Scope == scope).Select(s => s.Name)];

    private static IEnumerable<string> Functions() =>
        Directory.EnumerateDirectories(Repository.Functions).Select(d => Path.Combine(d, "function.json")).Where(File.Exists);

    private static IEnumerable<JsonElement> Bindings(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("bindings").EnumerateArray().Select(b => b.Clone())];
    }

    [GeneratedRegex("%(?<name>[A-Za-z0-9_]+)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingReference();
}
