using FoiPipeline.Composition;

namespace FoiPipeline.Doctor;

/// <summary>Whether somebody stands at the door where the pages can be reached from outside.</summary>
internal static class SignInChecks
{
    private const string Check = "sign-in";

    public static IReadOnlyList<Finding> Look(Func<string, string?> setting)
    {
        if (setting(AppSettings.SiteName) is not { } site)
        {
            return [Finding.Ok(Check, "The program does not run in App Service; its pages can be reached from this machine only.")];
        }

        return bool.TryParse(setting(AppSettings.AuthEnabled), out var guarded) && guarded
            ? [Finding.Ok(Check, $"App Service Authentication stands before {site}.")]
            : [Finding.Failed(Check, $"{site} has no App Service Authentication: anybody who knows the address may ask for its pages.", "Turn it on as infra/README.md shows; until then the pages answer nobody from outside.")];
    }
}
