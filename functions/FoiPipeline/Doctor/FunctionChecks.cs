using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Doctor;

/// <summary>The function app's own files: host.json, one function.json a function, and the schedules from the settings.</summary>
internal static class FunctionChecks
{
    private const string Check = "functions";

    public static IReadOnlyList<Finding> Look() => [Look(AppContext.BaseDirectory, AppSettings.Get)];

    public static Finding Look(string folder, Func<string, string?> setting)
    {
        try
        {
            var app = FunctionApp.Load(folder, setting);
            return Finding.Ok(Check, $"host.json, {app.Functions.Count} functions and their schedules can be read: {string.Join(", ", app.Functions.Select(f => f.Name))}.");
        }
        catch (FunctionAppException e)
        {
            return Finding.Failed(Check, e.Message, "Mend the file or the setting that is named; an untouched copy is in functions/FoiPipeline.");
        }
    }
}
