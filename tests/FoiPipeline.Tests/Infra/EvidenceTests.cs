using FoiPipeline.Core.Mails;

namespace FoiPipeline.Tests.Infra;

/// <summary>Where the round is kept in the cloud, and how it is protected.</summary>
public sealed class EvidenceTests
{
    private static IReadOnlyList<string> Queues => Bicep.Evidence.Texts("queueNames");

    [Fact]
    public void Every_queue_has_a_poison_queue_beside_it_or_is_one() =>
        Queues.Where(q => !q.EndsWith("-poison", StringComparison.Ordinal)).Select(q => q + "-poison").Except(Queues).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_made_twice()
    {
        string[] made = [.. Bicep.Evidence.Texts("evidenceContainers"), .. Bicep.Evidence.Texts("workContainers")];
        made.ShouldBeUnique();
        Queues.ShouldBeUnique();
    }

    [Fact]
    public void The_lists_are_what_is_made()
    {
        Over("evidenceContainer").ShouldBe("evidenceContainers");
        Over("workContainer").ShouldBe("workContainers");
        Over("queue").ShouldBe("queueNames");
        Over("table").ShouldBe("tableNames");
    }

    [Fact]
    public void Evidence_can_be_neither_changed_nor_deleted_and_the_policy_is_unlocked()
    {
        Bicep.Evidence.Texts("evidenceContainers").ShouldBe(["inbox", "letters", "round"]);
        Bicep.Evidence.Resource("evidenceContainer").Expression("properties", "immutableStorageWithVersioning", "enabled").ShouldBe("retentionDays > 0");
        Bicep.Evidence.Resource("retention").Expression("parent").ShouldBe("evidenceContainer[i]");
        Over("retention").ShouldBe("evidenceContainers");
        // A lock is an action of its own ('.../lock'), never a property: nothing that is deployed may hold one.
        Bicep.Resources.Where(r => r.Type.EndsWith("/lock", StringComparison.Ordinal) || r.Value("properties", "state") is not null).ShouldBeEmpty();
    }

    [Fact]
    public void What_must_stay_erasable_is_under_no_policy() =>
        Bicep.Evidence.Resource("workContainer").Value("properties", "immutableStorageWithVersioning").ShouldBeNull();

    [Fact]
    public void A_rehearsal_is_under_no_policy_so_that_it_can_be_thrown_away() =>
        Bicep.Main.Modules.Single(m => m.Name == "evidence").Body.GetProperty("params").GetProperty("retentionDays").GetProperty("$expression").GetString()
            .ShouldBe("empty(rehearsalSeed) ? evidenceRetentionDays : 0");

    [Fact]
    public void Old_versions_and_deleted_documents_can_be_brought_back()
    {
        var blobs = Bicep.Evidence.Resource("blobService");
        blobs.Value("properties", "isVersioningEnabled").ShouldBe("True");
        blobs.Value("properties", "changeFeed", "enabled").ShouldBe("True");
        blobs.Value("properties", "deleteRetentionPolicy", "enabled").ShouldBe("True");
        blobs.Value("properties", "containerDeleteRetentionPolicy", "enabled").ShouldBe("True");
    }

    [Fact]
    public void The_host_s_own_account_is_another_one_and_under_no_policy()
    {
        var host = Bicep.Of("modules/hostStorage.bicep");
        host.Resources.Count(r => r.Type == "Microsoft.Storage/storageAccounts").ShouldBe(1);
        host.Resources.ShouldNotContain(r => r.Type.Contains("immutab", StringComparison.OrdinalIgnoreCase) || r.Type.EndsWith("/containers", StringComparison.Ordinal));
        Bicep.FunctionApp.Variables["hostSettings"].GetProperty("AzureWebJobsStorage__blobServiceUri").GetProperty("$expression").GetString().ShouldBe("hostBlobUri");
        Bicep.FunctionApp.Variables["programSettings"].GetProperty("FoiStorage__blobServiceUri").GetProperty("$expression").GetString().ShouldBe("evidenceBlobUri");
    }

    [Fact]
    public void The_blob_trigger_s_right_is_given_on_the_inbox_alone()
    {
        Bicep.Evidence.Texts("evidenceContainers")[0].ShouldBe(MailDocument.Container);
        Bicep.Evidence.Resource("triggerGrant").Expression("scope").ShouldBe("evidenceContainer[0]");
    }

    private static string? Over(string resource) =>
        Bicep.Evidence.Resource(resource).Body.TryGetProperty("$over", out var list) ? list.GetString() : null;
}
