using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>What a mail to us is about, as its sender knows it.</summary>
internal enum MailEvent
{
    HardBounce,
    DelayNotice,
    OutOfOffice,
    Acknowledgement,
    AutoAcknowledgement,
    Clarification,
    FeesNotice,
    Extension,
    Answer,
    AfterAnswer,
    SecondDelivery,
    Stray,
    UsersFile,
}

/// <param name="Authority">Whose request it belongs to, or with whose letter it rides.</param>
/// <param name="Event">What it is.</param>
/// <param name="Detail">Tells mails of one kind apart: the letter that bounced, the user's file.</param>
/// <param name="Due">When it arrives.</param>
internal sealed record PlannedMail(AuthorityId Authority, MailEvent Event, string Detail, DateTimeOffset Due)
{
    /// <summary>The same mail has the same key in every run; planning it again changes nothing.</summary>
    public string Key => $"{Authority}/{Event}/{Detail}";
}
