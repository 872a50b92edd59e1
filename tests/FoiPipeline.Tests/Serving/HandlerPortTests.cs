using FoiPipeline.Commands;
using FoiPipeline.Serving;

namespace FoiPipeline.Tests.Serving;

public sealed class HandlerPortTests
{
    [Fact]
    public void The_port_is_the_one_the_host_names() => HandlerPort.Read(_ => "35431").ShouldBe(35431);

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData(" 80")]
    public void Anything_else_is_one_sentence_that_names_the_setting(string? port) =>
        Should.Throw<CommandException>(() => HandlerPort.Read(_ => port)).Message.ShouldContain("FUNCTIONS_CUSTOMHANDLER_PORT");
}
