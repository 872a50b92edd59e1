namespace FoiPipeline.Core.Rounds;

/// <summary>One numbered question of the letter. <paramref name="Number"/> starts at 1.</summary>
public sealed record Question(int Number, string Text);
