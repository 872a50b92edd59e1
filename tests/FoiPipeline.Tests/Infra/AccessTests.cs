using System.Text.RegularExpressions;

namespace FoiPipeline.Tests.Infra;

/// <summary>Who may do what in the cloud: by identity only, and no more than is needed.</summary>
public sealed partial class AccessTests
{
    /// <summary>Azure's built-in roles; their ids are the same in every tenant.</summary>
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["acrPull"] = "7f951dda-4ed3-4680-a7ca-43fe172d538d",
        ["blobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["blobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["blobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["queueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["queueDataReader"] = "19e7f393-937e-4f77-808e-94535e297925",
        ["tableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["tableDataReader"] = "76199698-9eea-4c19-bc75-cec21354c6b6",
    };

    private static IEnumerable<string> Texts =>
        Directory.EnumerateFiles(Repository.At("infra"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);

    [Fact]
    public void Every_role_has_the_id_that_its_name_stands_for()
    {
        var named = Bicep.Files.SelectMany(f => NamedId().Matches(Repository.Read("infra", f.File)))
            .Select(m => (Name: m.Groups["name"].Value, Id: m.Groups["id"].Value)).Distinct().ToList();
        named.ShouldBe(Roles.Select(r => (r.Key, r.Value)), ignoreOrder: true);
    }

    [Fact]
    public void No_id_of_a_role_stands_without_its_name() =>
        Bicep.Files.Select(f => Repository.Read("infra", f.File)).Sum(text => Id().Count(text)).ShouldBe(
            Bicep.Files.Select(f => Repository.Read("infra", f.File)).Sum(text => NamedId().Count(text)));

    [Fact]
    public void The_app_may_read_and_write_the_round_and_owns_nothing_but_the_inbox()
    {
        Bicep.Evidence.Variables["contributorRoles"].EnumerateArray().Select(r => r.GetProperty("$expression").GetString())
            .ShouldBe(["roles.blobDataContributor", "roles.queueDataContributor", "roles.tableDataContributor"]);
        Bicep.Evidence.Variables["readerRoles"].EnumerateArray().Select(r => r.GetProperty("$expression").GetString())
            .ShouldBe(["roles.blobDataReader", "roles.queueDataReader", "roles.tableDataReader"]);
        Repository.Read("infra", "modules", "evidence.bicep").Split("roles.blobDataOwner").Length.ShouldBe(3, "once in the name and once in the role of one assignment");
    }

    [Fact]
    public void Every_role_is_given_on_one_resource_and_never_on_the_whole_group() =>
        Bicep.Resources.Where(r => r.Type == "Microsoft.Authorization/roleAssignments").ShouldAllBe(r => r.Expression("scope") != null);

    [Fact]
    public void No_storage_account_can_be_opened_with_a_key_or_by_everybody()
    {
        var accounts = Bicep.Resources.Where(r => r.Type == "Microsoft.Storage/storageAccounts").ToList();
        accounts.Count.ShouldBe(2);
        accounts.ShouldAllBe(a => a.Value("properties", "allowSharedKeyAccess") == "False" && a.Value("properties", "allowBlobPublicAccess") == "False"
            && a.Value("properties", "supportsHttpsTrafficOnly") == "True" && a.Value("properties", "minimumTlsVersion") == "TLS1_2");
        Bicep.Resources.Where(r => r.Type.EndsWith("/containers", StringComparison.Ordinal)).ShouldAllBe(c => c.Value("properties", "publicAccess") == "None");
    }

    [Fact]
    public void Registry_logs_and_app_take_no_passwords_either()
    {
        Bicep.Of("modules/registry.bicep").Resource("registry").Value("properties", "adminUserEnabled").ShouldBe("False");
        Bicep.Of("modules/monitoring.bicep").Resource("insights").Value("properties", "DisableLocalAuth").ShouldBe("True");
        Bicep.Of("modules/monitoring.bicep").Resource("workspace").Value("properties", "features", "disableLocalAuth").ShouldBe("True");
        Bicep.FunctionApp.Resource("publishingPasswords").Value("properties", "allow").ShouldBe("False");
        Bicep.FunctionApp.Resource("app").Value("properties", "siteConfig", "acrUseManagedIdentityCreds").ShouldBe("True");
    }

    [Fact]
    public void There_is_no_secret_and_nothing_that_asks_for_one() =>
        Texts.ShouldAllBe(t => !SecretWord().IsMatch(t));

    [Fact]
    public void A_vault_is_made_only_where_the_mail_transport_has_a_password() =>
        Bicep.Main.Modules.Single(m => m.Name == "mailVault").Condition.ShouldBe("(mailNeedsSecret)");

    [Fact]
    public void Only_people_who_signed_in_get_further_than_the_health_check()
    {
        var signIn = Bicep.FunctionApp.Resource("signIn");
        signIn.Value("name").ShouldBe("authsettingsV2");
        signIn.Value("properties", "platform", "enabled").ShouldBe("True");
        signIn.Value("properties", "globalValidation", "requireAuthentication").ShouldBe("True");
        signIn.One.GetProperty("properties").GetProperty("globalValidation").GetProperty("excludedPaths").EnumerateArray().Select(p => p.GetString()).ShouldBe(["/health"]);
        signIn.Value("properties", "identityProviders", "azureActiveDirectory", "registration", "clientSecretSettingName")
            .ShouldBe("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "the identity vouches for the registration; there is no client secret");
        Bicep.FunctionApp.Resource("app").Value("properties", "siteConfig", "healthCheckPath").ShouldBe("/health");
        Bicep.FunctionApp.Resource("app").Value("properties", "httpsOnly").ShouldBe("True");
    }

    [Fact]
    public void There_is_no_app_without_a_sign_in() =>
        Bicep.Main.Modules.Single(m => m.Name == "functionApp").Condition.ShouldBe("(!empty(authClientId))");

    [GeneratedRegex("(?<name>[A-Za-z]+)( =|:) '(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedId();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("listKeys|listAccountSas|AccountKey=|SharedAccessSignature|AccountName=|--password|@secure\\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretWord();
}
