using System.Text.Json;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>How a run of the program ended and what it said.</summary>
public sealed record FoiResult(int ExitCode, string Out, string Err)
{
    /// <summary>Standard output as the one JSON value it must then be.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>Standard output as one JSON object a line.</summary>
    public IReadOnlyList<JsonElement> JsonLines() => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    })];

    /// <summary>It failed as a program should: a code, one sentence for a person on standard error, nothing on standard output, no stack.</summary>
    public string ShouldBeOneClearError()
    {
        var (message, exit) = (Err.TrimEnd('\n'), ExitCode);
        exit.ShouldNotBe(0, Out);
        message.ShouldStartWith("foi: ");
        message.ShouldNotContain("\n");
        message.ShouldNotContain("did not foresee");
        message.ShouldNotContain("   at ");
        Out.ShouldBeEmpty();
        return message;
    }
}
