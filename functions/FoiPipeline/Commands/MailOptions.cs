using System.CommandLine;

namespace FoiPipeline.Commands;

/// <summary>Options of the verbs that settle a mail.</summary>
internal static class MailOptions
{
    public static Option<string> Why() => new("--why") { Description = "The reason, for the journal.", Required = true, HelpName = "TEXT" };
}
