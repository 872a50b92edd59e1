namespace FoiPipeline.Core.Journals;

/// <summary>Who caused an event: a person with a name, or a rule of the program with its name.</summary>
public sealed record Actor(bool IsPerson, string Name)
{
    public static Actor Person(string name) => new(true, name);

    public static Actor Rule(string name) => new(false, name);

    public override string ToString() => IsPerson ? Name : $"rule '{Name}'";
}
