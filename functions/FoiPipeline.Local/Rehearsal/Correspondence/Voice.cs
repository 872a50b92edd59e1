namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>How somebody writes.</summary>
internal enum Voice
{
    Formal,
    Terse,
    Chatty,
    SupportUnit,
    Ticketing,
    Director,
}

/// <summary>How the answers stand to the questions.</summary>
internal enum Layout
{
    /// <summary>Each question is repeated with its answer below.</summary>
    UnderQuestions,

    /// <summary>Answers only, numbered <c>1.</c>.</summary>
    Numbered,

    /// <summary>Answers only, numbered <c>Q1</c>.</summary>
    ShortNumbered,

    /// <summary>Answers only, numbered <c>Question 1</c>.</summary>
    LongNumbered,

    /// <summary>Questions repeated, and the numbering starts again at 1 after the second, as word processors will.</summary>
    Restarted,

    /// <summary>Questions in the left column, answers in the right.</summary>
    Table,
}

/// <summary>The program a mail was written with.</summary>
internal enum MailSystem
{
    Outlook,
    OutlookPlain,
    Gmail,
    AppleMail,
    Ticketing,
}
