using System.Net.Sockets;
using Azure.Identity;
using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class StorageFaultsTests
{
    private readonly ScriptedService _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AuthorizationPermissionMismatch", "give this identity the role Storage Queue Data Contributor")]
    [InlineData(403, "AuthenticationFailed", "does not believe who we are")]
    [InlineData(403, "AuthorizationFailure", "allow its network in the account's firewall")]
    [InlineData(403, "KeyBasedAuthenticationNotPermitted", "remove FoiStorage and set FoiStorage__accountName")]
    [InlineData(403, "AccountIsDisabled", "is disabled or read-only")]
    [InlineData(403, "SomethingNew", "refuses us (403 SomethingNew)")]
    [InlineData(401, "InvalidAuthenticationInfo", "az login --tenant")]
    [InlineData(404, "QueueNotFound", "has not got the queue, so no message was sent to the queue 'extract': deploy infra/main.bicep, or run `foi open`")]
    [InlineData(404, "ResourceNotFound", "does not exist or has nothing of that name")]
    [InlineData(409, "QueueBeingDeleted", "wait a minute")]
    [InlineData(400, "InvalidHeaderValue", "answered 400 InvalidHeaderValue")]
    public async Task A_refusal_is_one_sentence_with_what_to_do_and_is_asked_once(int status, string code, string sentence)
    {
        _service.Answer = _ => ScriptedService.Reply(status, code);

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Queue.SendAsync("extract", "x", Cancel));

        fault.Message.ShouldStartWith("The storage account evidence ");
        fault.Message.ShouldContain(sentence);
        _service.AllAsked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(503, "ServerBusy")]
    [InlineData(500, "OperationTimedOut")]
    [InlineData(429, "TooManyRequests")]
    public async Task A_busy_service_is_asked_again_and_then_said_to_be_busy(int status, string code)
    {
        _service.Answer = _ => ScriptedService.Reply(status, code);

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Queue.SendAsync("extract", "x", Cancel));

        fault.Message.ShouldContain($"is busy or in trouble ({status} {code})");
        _service.AllAsked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_service_that_was_busy_for_a_moment_is_not_mentioned()
    {
        _service.Answer = _ => _service.AllAsked.Count == 1 ? ScriptedService.Reply(503, "ServerBusy") : ScriptedService.Reply(200, headers: ("x-ms-approximate-messages-count", "7"));

        (await _service.Open().Queue.CountAsync("extract", Cancel)).ShouldBe(7);
    }

    [Fact]
    public async Task A_refused_key_is_told_with_the_service_s_time()
    {
        _service.Answer = _ => ScriptedService.Reply(403, "AuthenticationFailed", headers: ("Date", "Fri, 01 Jul 2016 08:00:00 GMT"));

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Documents.OpenAsync("inbox/1.eml", Cancel));

        fault.Message.ShouldContain("the service says it is 2016-07-01 08:00 UTC");
    }

    [Fact]
    public async Task An_unknown_name_a_silent_service_and_a_closed_door_are_told_apart()
    {
        (await BrokenBy(new HttpRequestException(HttpRequestError.NameResolutionError, "c2VjcmV0"))).ShouldContain("is not known under its address");
        (await BrokenBy(new HttpRequestException(HttpRequestError.ConnectionError, "", new SocketException(111)))).ShouldContain("cannot be reached");
        (await BrokenBy(new HttpRequestException(HttpRequestError.SecureConnectionError))).ShouldContain("cannot prove who it is");
        (await BrokenBy(new TaskCanceledException("too slow"))).ShouldContain("does not answer");
        (await BrokenBy(new IOException("reset"))).ShouldContain("broke off the connection");
    }

    [Fact]
    public async Task Cancelling_escapes_as_such_even_between_two_attempts()
    {
        using var stop = new CancellationTokenSource();
        _service.Answer = _ =>
        {
            stop.Cancel();
            throw new IOException("reset");
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _service.Open().Queue.SendAsync("extract", "x", stop.Token));
        _service.AllAsked.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_signed_in_is_told_with_the_way_to_sign_in()
    {
        StorageFaults.Explain(new CredentialUnavailableException("none of them"), "evidence", "nothing was done").Message
            .ShouldContain("`az login`; in the cloud set FoiStorage__credential to managedidentity");
        StorageFaults.Explain(new AuthenticationFailedException("token c2VjcmV0"), "evidence", "nothing was done").Message.ShouldContain("the sign-in failed");
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_explained_away() =>
        await Should.ThrowAsync<InvalidOperationException>(() => StorageFaults.GuardAsync<int>("evidence", "", () => throw new InvalidOperationException(), Cancel));

    [Fact]
    public async Task The_role_that_is_missing_is_that_of_the_service_which_signed_the_answer()
    {
        _service.Answer = _ => ScriptedService.Reply(403, "AuthorizationPermissionMismatch", headers: ("Server", "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0"));

        var fault = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Documents.OpenAsync("inbox/1.eml", Cancel));

        fault.Message.ShouldContain("the role Storage Blob Data Contributor");
    }

    [Fact]
    public async Task The_emulator_s_word_for_a_wrong_key_is_understood()
    {
        _service.Answer = _ => ScriptedService.Reply(403, "AuthorizationFailure", headers: ("Server", "Azurite-Blob/3.35.0"));

        (await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Documents.OpenAsync("inbox/1.eml", Cancel))).Message.ShouldContain("check the key");
    }

    private async Task<string> BrokenBy(Exception fault)
    {
        _service.Answer = _ => throw fault;
        var explained = await Should.ThrowAsync<StoreUnavailableException>(() => _service.Open().Queue.SendAsync("extract", "x", Cancel));
        explained.Message.ShouldNotContain("c2VjcmV0");
        return explained.Message;
    }
}
