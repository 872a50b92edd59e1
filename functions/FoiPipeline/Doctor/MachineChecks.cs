using System.Runtime.InteropServices;
using FoiPipeline.Core.Deadlines;

namespace FoiPipeline.Doctor;

/// <summary>What the machine must have for any command: the runtime, and the zone in which the law counts its days.</summary>
internal static class MachineChecks
{
    private const int Runtime = 10;

    public static IReadOnlyList<Finding> Look() => [Version(Environment.Version), Zone()];

    private static Finding Version(Version version) => version.Major >= Runtime
        ? Finding.Ok("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.OSArchitecture}).")
        : Finding.Failed("runtime", $"The program runs on .NET {version}, and is made for .NET {Runtime}.", $"Install the .NET {Runtime} runtime.");

    private static Finding Zone()
    {
        try
        {
            // Midsummer: without zone data it would be the day before, an hour earlier.
            var day = LondonDay.Of(new DateTimeOffset(2016, 7, 1, 23, 30, 0, TimeSpan.Zero));
            return day == new DateOnly(2016, 7, 2)
                ? Finding.Ok("time zone", "Days are counted in Europe/London.")
                : Finding.Failed("time zone", "The data for Europe/London on this machine knows no summer time.", "Install the Debian package tzdata anew.");
        }
        catch (TimeZoneNotFoundException)
        {
            return Finding.Failed("time zone", "There is no data for Europe/London on this machine, so no legal day can be told.", "Install the Debian package tzdata.");
        }
    }
}
