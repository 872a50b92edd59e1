namespace FoiPipeline.Core.Rounds;

/// <summary>When and how fast letters go out. All times are local times of the round's time zone.</summary>
/// <param name="FirstDay">No letter leaves before this day.</param>
/// <param name="LastDay">No letter leaves after this day; nothing means no end.</param>
/// <param name="Opens">Time of day from which letters may go.</param>
/// <param name="Closes">Time of day from which no letter goes any more (exclusive).</param>
/// <param name="WeekendsToo">Whether letters may go on days that are not working days under s.10(6).</param>
/// <param name="LettersAMinute">At most this many letters leave in one minute.</param>
/// <param name="LettersAMinutePerHost">At most this many of them to one mail host.</param>
public sealed record SendingPolicy(
    DateOnly FirstDay, DateOnly? LastDay, TimeOnly Opens, TimeOnly Closes, bool WeekendsToo, int LettersAMinute, int LettersAMinutePerHost);
