using System.Globalization;
using FoiPipeline.Benchmarks.Processes;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Benchmarks.Large;

/// <summary>What a person waits for on a large register: <c>foi status</c> and <c>foi check</c>, each beside the shipped size, as processes of their own.</summary>
internal static class LargeRound
{
    private const int Turns = 3;

    public static async Task<int> RunAsync(int requests)
    {
        await using var few = await SeededRound.MakeAsync(BenchmarkRound.Few);
        await using var many = await SeededRound.MakeAsync(requests);
        using var folder = ScratchFolder.InMemory();
        var register = WriteRound(folder.Path, many.Book.Round);

        Console.WriteLine("| command | size | runs | wall s | processor s | peak MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        await CompareAsync("foi status", requests, ["status", "--json", "--data", few.Data.Path], ["status", "--json", "--data", many.Data.Path]);
        await CompareAsync("foi check", requests, ["check", "--json", BenchmarkRound.Template], ["check", "--json", register]);
        return 0;
    }

    private static async Task CompareAsync(string name, int requests, string[] few, string[] many)
    {
        var (fewRuns, manyRuns) = (new ChildRuns(BenchmarkRound.Few), new ChildRuns(requests));
        for (var turn = 0; turn < Turns; turn++)
        {
            fewRuns.Add(await ChildRun.OfFoiThatWorksAsync(few));
            manyRuns.Add(await ChildRun.OfFoiThatWorksAsync(many));
        }

        foreach (var runs in new[] { fewRuns, manyRuns })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {runs.Requests} | {runs.Count} | {runs.WallSeconds:0.00} | {runs.ProcessorSeconds:0.00} | {runs.PeakMegabytes:0} |"));
        }
    }

    /// <summary>The shipped folder with a register of another size.</summary>
    private static string WriteRound(string parent, Round round)
    {
        var target = Path.Combine(parent, "round");
        Directory.CreateDirectory(Path.Combine(target, "letters"));
        foreach (var file in new[] { "round.yaml", Path.Combine("letters", "initial.txt") })
        {
            File.Copy(Path.Combine(BenchmarkRound.Template, file), Path.Combine(target, file));
        }

        File.WriteAllLines(
            Path.Combine(target, "authorities.csv"),
            round.Authorities.Select(a => $"{a.Id},\"{a.Name}\",{a.FoiAddress},\"{a.Attribute("short_name")}\",\"{a.Attribute("region")}\"").Prepend("code,name,address,short_name,region"));
        return target;
    }
}
