using FoiPipeline.Composition;

namespace FoiPipeline.Demo;

/// <param name="Store">Where the round is kept; a rehearsal that was broken off there goes on.</param>
/// <param name="Authorities">How many authorities are asked; nothing means those of the shipped register.</param>
/// <param name="Seed">The same seed plays the same round.</param>
/// <param name="SettleAll">Whether the simulated person settles everything in triage, or leaves to the user what the round can go on without.</param>
/// <param name="With">A folder of the user's own mails to arrive among the others.</param>
/// <param name="DayPause">Pause after each simulated day, so that a person can watch.</param>
internal sealed record DemoOptions(StoreChoice Store, int? Authorities, int Seed, bool SettleAll, string? With, TimeSpan DayPause);
