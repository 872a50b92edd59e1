using System.Text.Json;

namespace FoiPipeline.Tests.Infra;

/// <summary>What one Bicep file says, as <c>tests/bicep/outline.mjs</c> reads it.</summary>
/// <param name="File">Path below <c>infra/</c>.</param>
/// <param name="Faults">Places the grammar does not accept.</param>
internal sealed record BicepFile(
    string File,
    IReadOnlyList<BicepFault> Faults,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyDictionary<string, JsonElement> Variables,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<BicepOutput> Outputs)
{
    public BicepResource Resource(string name) => Resources.Single(r => r.Name == name);

    /// <summary>The texts of an array of literals.</summary>
    public IReadOnlyList<string> Texts(string variable) => [.. Variables[variable].EnumerateArray().Select(t => t.GetString()!)];

    /// <summary>The names of an object's properties.</summary>
    public IReadOnlyList<string> Keys(string variable) => [.. Variables[variable].EnumerateObject().Select(p => p.Name)];
}

internal sealed record BicepFault(int Line, int Column, string Near);

/// <param name="Decorators">Everything before the parameter that starts with '@', as written.</param>
internal sealed record BicepParameter(string Name, string Decorators, bool Required);

internal sealed record BicepResource(string Name, string Type, string Version, bool Existing, JsonElement Body)
{
    /// <summary>The body, or for a loop what is repeated.</summary>
    public JsonElement One => Body.TryGetProperty("$for", out var repeated) ? repeated : Body;

    /// <summary>A value inside the body; its JSON text, or nothing where there is none.</summary>
    public string? Value(params string[] path)
    {
        var at = One;
        return path.All(step => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out at)) ? at.ToString() : null;
    }

    /// <summary>The expression that a value is, where it is no literal.</summary>
    public string? Expression(params string[] path) => Value([.. path, "$expression"]);
}

internal sealed record BicepModule(string Name, string Path, JsonElement Body)
{
    public IReadOnlyList<string> Given => [.. Body.GetProperty("params").EnumerateObject().Select(p => p.Name)];

    /// <summary>The condition under which it is deployed; nothing where it always is.</summary>
    public string? Condition => Body.TryGetProperty("$if", out var condition) ? condition.GetString() : null;
}

internal sealed record BicepOutput(string Name);
