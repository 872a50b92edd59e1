namespace FoiPipeline.Core.Reporting;

/// <summary>Values of the axes for a person: <c>InConversation</c> is a name for programs, people read "in conversation".</summary>
public static class AxisWords
{
    public static string Of(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()))
            .Replace("nobodys", "nobody's", StringComparison.Ordinal);
}
