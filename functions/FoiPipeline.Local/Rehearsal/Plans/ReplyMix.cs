namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>
/// The mix of one round to 209 bodies: 192 usable answers is the published figure of the founding study, every other count is an estimate made for
/// rehearsals. Rounds of another size get the same proportions.
/// </summary>
internal static class ReplyMix
{
    public const int Round = 209;
    public const int Usable = 192;

    /// <summary>Bodies from which anything at all is heard.</summary>
    public const int Heard = 201;

    public const int HardBounces = 7;
    public const int DelayNotices = 3;
    public const int OutOfOffice = 10;
    public const int ClarificationsThatEndWell = 5;
    public const int Extensions = 2;
    public const int SaysLate = 14;
    public const int FeesNotices = 1;
    public const int Strays = 8;

    /// <summary>6 mails of support units answer for 17 bodies; 28 more bodies are answered for one by one.</summary>
    public const int AnsweredTogether = 17;
    public const int MailsForSeveral = 6;
    public const int AnsweredByUnitAlone = 28;
    public const int AnsweredFromElsewhere = 27;

    public static readonly (FinalState State, int Count)[] FinalStates =
    [
        (FinalState.Full, 128), (FinalState.FullNothingDone, 38), (FinalState.Partial, 20), (FinalState.NotHeld, 6), (FinalState.Silent, 8),
        (FinalState.AcknowledgedOnly, 3), (FinalState.Refused, 2), (FinalState.Lapsed, 1), (FinalState.Transferred, 2), (FinalState.Unreadable, 1),
    ];

    public static readonly (AcknowledgedBy By, int Count)[] Acknowledgements =
        [(AcknowledgedBy.Person, 105), (AcknowledgedBy.Machine, 45), (AcknowledgedBy.Nobody, 51)];

    /// <summary>
    /// The formats as they come in life, and what each is made as for now: old Word, scans, spreadsheets and wrapped files are stood in for by their
    /// nearest readable kin until the rehearsal can write them. A new format is one row here and one writer.
    /// </summary>
    public static readonly (string InLife, AnswerFormat MadeAs, int Count)[] Formats =
    [
        ("mail body", AnswerFormat.Body, 54),
        ("docx", AnswerFormat.Word, 40),
        ("doc", AnswerFormat.Word, 18),
        ("pdf with text", AnswerFormat.Pdf, 58),
        ("scanned pdf", AnswerFormat.Pdf, 8),
        ("spreadsheet", AnswerFormat.Word, 3),
        ("link only", AnswerFormat.Link, 6),
        ("winmail.dat, rtf, odt, zip, nested mail", AnswerFormat.Body, 5),
    ];

    public static readonly (SecondFile File, int Count)[] SecondFiles =
        [(SecondFile.PolicyPdf, 60), (SecondFile.PolicyLink, 25), (SecondFile.None, 107)];

    /// <summary>Answers by working day: cumulatively 10, 42, 94, 163 (85% on time), 182 and 192; a third of all on days 18 to 20.</summary>
    public static readonly (DayRange Days, int Count)[] AnswerDays =
    [
        (new DayRange(2, 5), 10), (new DayRange(6, 10), 32), (new DayRange(11, 15), 52), (new DayRange(16, 17), 5), (new DayRange(18, 20), 64),
        (new DayRange(21, 30), 19), (new DayRange(31, 60), 10),
    ];

    /// <summary>How the answer hangs together with our letter; the pairs sum to 105, 45 and 42, to 115 (60%) that point back, and to 25 tickets.</summary>
    public static readonly ((AnswerThread Thread, bool PointsBack, bool Ticketing) Kind, int Count)[] Threads =
    [
        ((AnswerThread.ReferenceInSubject, true, false), 89),
        ((AnswerThread.ReferenceInSubject, false, false), 16),
        ((AnswerThread.ReferenceInText, true, false), 23),
        ((AnswerThread.ReferenceInText, false, false), 22),
        ((AnswerThread.TheirReferenceOnly, false, true), 25),
        ((AnswerThread.TheirReferenceOnly, true, false), 3),
        ((AnswerThread.TheirReferenceOnly, false, false), 14),
    ];

    public static readonly (AnswerAddress To, int Count)[] Addresses =
        [(AnswerAddress.ReplyTo, 162), (AnswerAddress.Mailbox, 41), (AnswerAddress.SlipInToken, 6)];

    public static readonly (AfterAnswer After, int Count)[] AfterAnswers = [(AfterAnswer.Correction, 5), (AfterAnswer.SecondInstalment, 4)];

    public static readonly (SecondDelivery Second, int Count)[] SecondDeliveries = [(SecondDelivery.SameBytes, 3), (SecondDelivery.NewMessage, 3)];
}
