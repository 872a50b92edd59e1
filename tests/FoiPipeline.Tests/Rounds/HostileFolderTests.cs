using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Tests.Rounds;

public sealed class HostileFolderTests : IDisposable
{
    private readonly FolderOfARound _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Noise_is_answered_with_faults_and_never_with_an_exception()
    {
        var random = new Random(16);
        var signs = "\"\",;\n\r\t@a{}:-\0\u00FF#&*!|>'%[]?".ToCharArray();
        for (var i = 0; i < 120; i++)
        {
            var noise = new string(random.GetItems(signs, random.Next(1, 200)));
            var reading = _folder.Csv(noise).Yaml(noise).Letter(noise).Read();
            reading.Round.ShouldBeNull();
            reading.Faults.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_slip_anywhere_either_leaves_a_round_or_is_an_error()
    {
        var random = new Random(17);
        for (var i = 0; i < 150; i++)
        {
            var reading = _folder
                .Csv(Slip(FolderOfARound.Register, random)).Yaml(Slip(FolderOfARound.Settings, random)).Letter(Slip(FolderOfARound.LetterText, random)).Read();
            (reading.Round is null).ShouldBe(reading.Faults.Any(f => f.Severity == FaultSeverity.Error));
        }
    }

    private static string Slip(string text, Random random)
    {
        const string Signs = "\",;\n\t@{}:- #&*1a";
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)),
            1 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
            _ => text,
        };
    }
}
