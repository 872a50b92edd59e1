using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class StorageSettingsTests
{
    private const string Secret = "dmVyeS1zZWNyZXQta2V5";
    private const string Client = "01234567-89ab-cdef-0123-456789abcdef";

    [Fact]
    public void A_connection_string_of_the_portal_names_the_three_services()
    {
        var settings = Read(("FoiStorage", $"DefaultEndpointsProtocol=https;AccountName=evidence;AccountKey={Secret};EndpointSuffix=core.windows.net"));

        settings.Account.ShouldBe("evidence");
        settings.Blobs.AbsoluteUri.ShouldBe("https://evidence.blob.core.windows.net/");
        settings.Queues.AbsoluteUri.ShouldBe("https://evidence.queue.core.windows.net/");
        settings.Tables.AbsoluteUri.ShouldBe("https://evidence.table.core.windows.net/");
        settings.Credential.ShouldBeOfType<StorageCredential.Key>().Base64.ShouldBe(Secret);
    }

    [Fact]
    public void The_emulator_has_a_short_name()
    {
        var settings = Read(("FoiStorage", "UseDevelopmentStorage=true"));

        settings.Account.ShouldBe("devstoreaccount1");
        (settings.Blobs.Port, settings.Queues.Port, settings.Tables.Port).ShouldBe((10000, 10001, 10002));
        settings.Credential.ShouldBeOfType<StorageCredential.Key>();
    }

    [Fact]
    public void An_emulator_with_accounts_of_its_own_is_told_by_its_endpoints()
    {
        var settings = Read(("FoiStorage", $"AccountName=one;AccountKey={Secret};BlobEndpoint=http://127.0.0.1:1/one;QueueEndpoint=http://127.0.0.1:2/one;TableEndpoint=http://127.0.0.1:3/one"));

        (settings.Account, settings.Tables.AbsoluteUri).ShouldBe(("one", "http://127.0.0.1:3/one"));
    }

    [Fact]
    public void A_shared_access_signature_is_kept_apart_from_the_addresses()
    {
        var settings = Read(("FoiStorage", "BlobEndpoint=https://evidence.blob.core.windows.net/;QueueEndpoint=https://evidence.queue.core.windows.net/;"
            + "TableEndpoint=https://evidence.table.core.windows.net/;SharedAccessSignature=?sv=2021&sig=abc%3D"));

        settings.Account.ShouldBe("evidence");
        settings.Credential.ShouldBeOfType<StorageCredential.Signature>().Query.ShouldBe("sv=2021&sig=abc%3D");
        settings.Blobs.Query.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("managedidentity", null)]
    [InlineData("ManagedIdentity", Client)]
    [InlineData(null, Client)]
    public void An_account_s_name_is_enough_for_an_identity(string? credential, string? client)
    {
        var settings = Read(("FoiStorage__accountName", " evidence "), ("FoiStorage__credential", credential), ("FoiStorage__clientId", client));

        (settings.Account, settings.Queues.Host).ShouldBe(("evidence", "evidence.queue.core.windows.net"));
        settings.Credential.ShouldBeOfType<StorageCredential.Identity>();
    }

    [Fact]
    public void Three_addresses_name_an_account_in_any_cloud()
    {
        var settings = Read(
            ("FoiStorage__blobServiceUri", "https://evidence.blob.core.chinacloudapi.cn"),
            ("FoiStorage__queueServiceUri", "https://evidence.queue.core.chinacloudapi.cn"),
            ("FoiStorage__tableServiceUri", "https://evidence.table.core.chinacloudapi.cn"));

        (settings.Account, settings.Tables.Host).ShouldBe(("evidence", "evidence.table.core.chinacloudapi.cn"));
    }

    [Theory]
    [InlineData("FoiStorage=|FoiStorage__clientId=" + Client, "No storage account is named: set FoiStorage__accountName")]
    [InlineData("FoiStorage=UseDevelopmentStorage=true|FoiStorage__accountName=evidence", "FoiStorage and FoiStorage__accountName are both set")]
    [InlineData("FoiStorage=UseDevelopmentStorage=true|FoiStorage__tableServiceUri=https://a", "FoiStorage and FoiStorage__tableServiceUri are both set")]
    [InlineData("FoiStorage=UseDevelopmentStorage=maybe", "UseDevelopmentStorage can only be true")]
    [InlineData("FoiStorage=evidence", "not all of the form Name=value")]
    [InlineData("FoiStorage=AccountName=evidence", "it has no AccountKey")]
    [InlineData("FoiStorage=AccountKey=" + Secret, "it has no AccountName")]
    [InlineData("FoiStorage=AccountName=evidence;AccountKey=" + Secret + "!", "its AccountKey is not Base64")]
    [InlineData("FoiStorage=AccountName=a;AccountName=b;AccountKey=" + Secret, "each name once")]
    [InlineData("FoiStorage=SharedAccessSignature=" + Secret, "neither BlobEndpoint nor AccountName")]
    [InlineData("FoiStorage=AccountName=evidence;DefaultEndpointsProtocol=http;AccountKey=" + Secret, "FoiStorage would send key and evidence in the clear to evidence.blob.core.windows.net")]
    [InlineData("FoiStorage=AccountName=e;AccountKey=" + Secret + ";QueueEndpoint=http://10.0.0.5/e", "QueueEndpoint in FoiStorage would send key")]
    [InlineData("FoiStorage=AccountName=e;AccountKey=" + Secret + ";TableEndpoint=nonsense", "TableEndpoint in FoiStorage is not the address")]
    [InlineData("FoiStorage=AccountName=e;BlobEndpoint=https://e.example/?sig=" + Secret + ";AccountKey=" + Secret, "BlobEndpoint in FoiStorage holds more than an address")]
    [InlineData("FoiStorage__accountName=evidence.blob.core.windows.net", "FoiStorage__accountName is not the name of a storage account")]
    [InlineData("FoiStorage__accountName=Evidence", "lower-case letters and digits")]
    [InlineData("FoiStorage__accountName=evidence|FoiStorage__blobServiceUri=https://a", "FoiStorage__accountName and FoiStorage__blobServiceUri are both set")]
    [InlineData("FoiStorage__blobServiceUri=https://a|FoiStorage__tableServiceUri=https://b", "FoiStorage__queueServiceUri is not set although others of its kind are")]
    [InlineData("FoiStorage__blobServiceUri=http://127.0.0.1:1|FoiStorage__queueServiceUri=https://a|FoiStorage__tableServiceUri=https://b", "FoiStorage__blobServiceUri begins with http:")]
    [InlineData("FoiStorage__blobServiceUri=https://a/?sig=" + Secret + "|FoiStorage__queueServiceUri=https://a|FoiStorage__tableServiceUri=https://b", "FoiStorage__blobServiceUri holds more than an address")]
    [InlineData("FoiStorage__accountName=evidence|FoiStorage__credential=key", "FoiStorage__credential can only be 'managedidentity'")]
    [InlineData("FoiStorage__accountName=evidence|FoiStorage__clientId=foi", "FoiStorage__clientId is not a client id")]
    public void What_is_wrong_is_one_sentence_that_names_the_setting_and_never_the_secret(string settings, string sentence)
    {
        var given = settings.Split('|').Select(s => s.Split('=', 2)).Select(s => (s[0], (string?)s[1])).ToArray();

        var fault = Should.Throw<StoreUnavailableException>(() => Read(given)).Message;

        fault.ShouldContain(sentence);
        fault.ShouldContain("FoiStorage");
        fault.ShouldNotContain(Secret);
        fault.ShouldEndWith(".");
        fault.ShouldContain(": ");
    }

    private static StorageSettings Read(params (string Name, string? Value)[] settings) =>
        StorageSettings.Read(name => Array.Find(settings, s => s.Name == name).Value);
}
