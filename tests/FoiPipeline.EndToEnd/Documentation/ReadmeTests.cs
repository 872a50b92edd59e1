using System.Diagnostics;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Documentation;

/// <summary>What the documentation tells people to type works, line after line, as they would type it.</summary>
public sealed class ReadmeTests
{
    private const string NotRun = "# not run by tests";

    [Theory]
    [InlineData("README.md")]
    [InlineData("functions/README.md")]
    public async Task Every_command_of_a_readme_works(string readme)
    {
        var path = Path.Combine(Foi.Repository, readme);
        File.Exists(path).ShouldBeTrue($"{readme} is missing");
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(folder.Below("templates"), Path.Combine(Foi.Repository, "templates"));
        File.WriteAllText(folder.Below("foi"), $"#!/bin/sh\nexec \"{Foi.Program}\" \"$@\"\n");

        var commands = Commands(File.ReadAllLines(path)).ToList();
        foreach (var command in commands)
        {
            await RunAsync(folder, command);
        }

        if (readme == "README.md")
        {
            commands.Count(c => c.StartsWith("./foi ", StringComparison.Ordinal)).ShouldBeGreaterThan(5, "the README shows how the program is used");
        }
    }

    /// <summary>The lines of all ```sh fences, in their order: a line shown later may need one shown before.</summary>
    private static IEnumerable<string> Commands(IEnumerable<string> lines)
    {
        var inside = false;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside && line == "```sh";
            }
            else if (inside && line.Length > 0 && line[0] != '#' && !line.Contains(NotRun, StringComparison.Ordinal))
            {
                (line.StartsWith("./foi ", StringComparison.Ordinal) || line.StartsWith("cp ", StringComparison.Ordinal)).ShouldBeTrue($"mark it '{NotRun}', or teach this test to run it: {line}");
                yield return line;
            }
        }
    }

    private static async Task RunAsync(TemporaryFolder folder, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command.Replace("./foi ", "sh ./foi ", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The demo makes a folder of its own, as it does for a reader who has just cloned the repository.
        start.Environment.Remove("FOI_DATA");
        if (!command.StartsWith("./foi demo", StringComparison.Ordinal))
        {
            start.Environment["FOI_DATA"] = folder.Below("data");
        }

        start.Environment["TMPDIR"] = folder.Path;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{command}\n{string.Join('\n', said)}");
    }
}
