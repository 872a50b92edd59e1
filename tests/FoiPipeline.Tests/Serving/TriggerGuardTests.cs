using System.Net;
using FoiPipeline.Serving;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Tests.Serving;

public sealed class TriggerGuardTests
{
    private static readonly TriggerGuard Guard = new(35431);

    [Fact]
    public void A_call_as_the_host_makes_it_is_let_in() => Guard.Admits(Genuine()).ShouldBeTrue();

    [Theory]
    [InlineData("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")]
    [InlineData("Request-Id", "|4bf92f35.1.")]
    [InlineData("Expect", "100-continue")]
    [InlineData("Accept", "*/*")]
    public void What_the_hosts_own_client_may_add_is_let_in(string header, string value) => Guard.Admits(With(header, value)).ShouldBeTrue();

    [Theory]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Host", "foi.example")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("x-forwarded-anything", "")]
    [InlineData("x-ms-invocation-id", "b8f7c2b0-1b0e-4a57-9a86-6a2a7f5b1c11")]
    [InlineData("X-ARR-LOG-ID", "1")]
    [InlineData("DISGUISED-HOST", "foi.example")]
    [InlineData("X-Original-URL", "/x")]
    [InlineData("X-MS-CLIENT-PRINCIPAL", "e30=")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME", "a@b.example")]
    [InlineData("X-MS-TOKEN-AAD-ID-TOKEN", "t")]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("Cookie", "a=b")]
    [InlineData("Authorization", "Bearer t")]
    [InlineData("Origin", "https://foi.example")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    public void Whatever_front_ends_proxies_and_browsers_add_is_kept_out(string header, string value) => Guard.Admits(With(header, value)).ShouldBeFalse();

    [Theory]
    [InlineData("foi.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:35432")]
    [InlineData("localhost:35431")]
    [InlineData("127.0.0.1:35431.foi.example")]
    [InlineData("[::1]:35431")]
    [InlineData("")]
    public void Another_name_than_the_one_the_host_calls_is_kept_out(string host) => Guard.Admits(With("Host", host)).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("b8f7c2b0-1b0e-4a57-9a86-6a2a7f5b1c11, b8f7c2b0-1b0e-4a57-9a86-6a2a7f5b1c11")]
    public void A_call_without_the_id_of_an_invocation_is_kept_out(string id) => Guard.Admits(With(TriggerGuard.InvocationId, id)).ShouldBeFalse();

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public void Only_a_POST_rings(string method)
    {
        var context = Genuine();
        context.Request.Method = method;
        Guard.Admits(context).ShouldBeFalse();
    }

    [Fact]
    public void A_caller_on_another_machine_is_kept_out()
    {
        var context = Genuine();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
        Guard.Admits(context).ShouldBeFalse();
        context.Connection.RemoteIpAddress = null;
        Guard.Admits(context).ShouldBeFalse();
    }

    [Fact]
    public void A_call_with_a_query_is_kept_out()
    {
        var context = Genuine();
        context.Request.QueryString = new QueryString("?x=1");
        Guard.Admits(context).ShouldBeFalse();
    }

    private static DefaultHttpContext With(string header, string value)
    {
        var context = Genuine();
        context.Request.Headers[header] = value;
        return context;
    }

    private static DefaultHttpContext Genuine()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = "POST";
        context.Request.Headers.Host = "127.0.0.1:35431";
        context.Request.Headers.UserAgent = "Azure-Functions-Host/4.1037.0.0";
        context.Request.Headers.ContentType = "application/json; charset=utf-8";
        context.Request.Headers.ContentLength = 17;
        context.Request.Headers["X-Azure-Functions-HostVersion"] = "4.1037.0.0";
        context.Request.Headers[TriggerGuard.InvocationId] = "b8f7c2b0-1b0e-4a57-9a86-6a2a7f5b1c11";
        return context;
    }
}
