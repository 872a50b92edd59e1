namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>How an authority's part of the round ends.</summary>
public enum FinalState
{
    /// <summary>All questions are answered.</summary>
    Full,

    /// <summary>All questions are answered, and the answers are: no policy, nothing done, no procurements.</summary>
    FullNothingDone,

    /// <summary>Some questions are answered; others are not held or withheld.</summary>
    Partial,

    /// <summary>Nothing asked for is held.</summary>
    NotHeld,

    Silent,

    /// <summary>The request is acknowledged, and never heard of again.</summary>
    AcknowledgedOnly,

    /// <summary>Refused in full under s.12 (appropriate limit).</summary>
    Refused,

    /// <summary>Clarification is sought, and our answer to it leads to nothing.</summary>
    Lapsed,

    /// <summary>The only answer is to ask somebody else.</summary>
    Transferred,

    /// <summary>An answer comes in a file that nobody can open.</summary>
    Unreadable,
}

/// <summary>Who or what confirms receipt.</summary>
public enum AcknowledgedBy
{
    Nobody,
    Person,
    Machine,
}

/// <summary>The form the answer has in the mail.</summary>
public enum AnswerFormat
{
    Body,
    Word,
    Pdf,
    Link,
}

/// <summary>What comes with the answer besides.</summary>
public enum SecondFile
{
    None,
    PolicyPdf,
    PolicyLink,
}

public enum AnswerSender
{
    MailboxAsked,
    AnotherOfTheAuthority,
    SupportUnit,
}

/// <summary>What of our letter the answer still shows.</summary>
public enum AnswerThread
{
    /// <summary>Our reference is in the subject.</summary>
    ReferenceInSubject,

    /// <summary>The subject is theirs; our reference is in the quoted letter or in the text.</summary>
    ReferenceInText,

    /// <summary>A new subject with their own reference only.</summary>
    TheirReferenceOnly,
}

/// <summary>The address of ours that replies are written to.</summary>
public enum AnswerAddress
{
    /// <summary>The Reply-To of our letter.</summary>
    ReplyTo,

    /// <summary>Our plain mailbox: somebody typed the address, or their system answers the From line.</summary>
    Mailbox,

    /// <summary>The Reply-To with a slip of one character in its token.</summary>
    SlipInToken,
}

public enum AfterAnswer
{
    Nothing,
    Correction,
    SecondInstalment,
}

public enum SecondDelivery
{
    None,

    /// <summary>The same bytes arrive again.</summary>
    SameBytes,

    /// <summary>The same text is sent again as a message of its own.</summary>
    NewMessage,
}
