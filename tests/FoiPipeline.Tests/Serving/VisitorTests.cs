using FoiPipeline.Serving.Pages;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Tests.Serving;

public sealed class VisitorTests
{
    private static readonly HeaderDictionary Nobody = [];
    private static readonly HeaderDictionary Ann = new() { ["X-MS-CLIENT-PRINCIPAL-ID"] = "0b1c", ["X-MS-CLIENT-PRINCIPAL-NAME"] = "Ann" };

    [Fact]
    public void On_a_laptop_everybody_there_may_see_the_page() => Of(Nobody, auth: null, site: null).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("yes")]
    public void In_App_Service_without_its_authentication_nobody_may_and_no_header_helps(string? auth)
    {
        Of(Nobody, auth, "func-foi").ShouldBe(403);
        Of(Ann, auth, "func-foi").ShouldBe(403);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("true")]
    public void With_its_authentication_those_may_who_signed_in(string auth)
    {
        Of(Nobody, auth, "func-foi").ShouldBe(401);
        Of(new HeaderDictionary { ["X-MS-CLIENT-PRINCIPAL-ID"] = " " }, auth, "func-foi").ShouldBe(401);
        Of(Ann, auth, "func-foi").ShouldBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1:7316", null)]
    [InlineData("localhost:7316", null)]
    [InlineData("rebound.example:7316", 403)]
    [InlineData("127.0.0.1.rebound.example", 403)]
    public void Foi_run_shows_its_pages_only_to_who_asks_for_this_machine(string host, int? status) => Visitor.OnThisMachine(new HostString(host)).Status.ShouldBe(status);

    private static int? Of(HeaderDictionary headers, string? auth, string? site)
    {
        var visitor = Visitor.Of(headers, name => name switch
        {
            "WEBSITE_AUTH_ENABLED" => auth,
            "WEBSITE_SITE_NAME" => site,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no other setting decides"),
        });
        (visitor.Status is null || visitor.Sentence.EndsWith('.')).ShouldBeTrue();
        return visitor.Status;
    }
}
