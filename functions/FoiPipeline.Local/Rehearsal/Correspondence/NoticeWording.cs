namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>What is written to us before, beside or instead of an answer. Patterns of <see cref="Phrase"/>, one paragraph each line.</summary>
internal static class NoticeWording
{
    public static readonly Dictionary<Voice, string[]> Acknowledgements = new()
    {
        [Voice.Formal] =
        [
            "{Thank you for|I write to acknowledge receipt of} your {letter|e-mail|request} {of|dated} {day}{, in which you ask about {topic}|}.\n{It|Your request} is being {handled|considered|dealt with} under the Freedom of Information Act 2000 and {we will reply|you will hear from us|a response will be sent to you} {no later than|by} {due}.\n{Please quote {theirs} in any further correspondence.|Our reference is {theirs}, which it would help us if you quoted.|Our reference: {theirs}.}",
            "Freedom of Information Act 2000: {theirs}\n{I can confirm|This is to confirm} receipt {by {ccg} |}of your request for information. {The Act allows|We have} twenty working days {in which to answer|to respond}, {that is until|which takes us to} {due}.\n{Should a fee be payable we will tell you beforehand.|If we need anything from you to be able to answer we will be in touch.|}",
            "{ccg} acknowledges your {FOI request|request under the Act} {received on {day}|of {day}}.\nIt has been {logged|registered} as a Freedom of Information request under number {theirs} and {passed|sent} to the {relevant team|officers who hold the information}. {You can expect our response within the statutory period.|We aim to respond by {due}.}",
        ],
        [Voice.Terse] =
        [
            "{Received, thanks.|Thank you for your request.|FOI received.} {Ref|Our ref:|Reference} {theirs}. {Reply due|We will respond by} {due}.",
            "{Acknowledged|This is to acknowledge your FOI request}{ - |: }{theirs}. {Answer to follow within 20 working days.|Statutory deadline {due}.}",
        ],
        [Voice.Chatty] =
        [
            "{Thanks for this.|Thanks very much for your e-mail.|Hello, and thank you for getting in touch.}\n{I have forwarded|I\u2019ve passed} your questions to {our procurement leads|the contracts team|colleagues in commissioning} and will come back to you as soon as {I have their input|they let me have something}{. It may take them a little while as {two of them are on leave|it is our year end return this week}|}.\n{We\u2019ve called it|It\u2019s down here as} {theirs}{ in case you need to ring me about it|}.",
            "{Just a quick note|A line} to say that your {request|FOI} {has reached us|arrived safely} and {is with the right people|somebody is looking at it}. {The deadline is {due} but I hope to be quicker than that.|You will have an answer by {due} at the latest.}",
        ],
        [Voice.SupportUnit] =
        [
            "{unit} {handles|manages} Freedom of Information requests on behalf of {ccg}.\nWe acknowledge {your request|receipt of your request} {of {day}|dated {day}}, {reference|which has the reference} {theirs}. {The CCG will aim to respond|A response will be sent to you} no later than {due}.",
        ],
        [Voice.Ticketing] =
        [
            "##- Please type your reply above this line -##\nYour request {theirs} has been {assigned|passed} to a member of the information governance team at {ccg}, who {confirms|has asked us to confirm} receipt. {It will be answered by {due}.|You will hear from us within 20 working days.}",
        ],
        [Voice.Director] =
        [
            "Thank you for your letter of {day} {concerning|about} {topic}. {I have asked {my colleagues|our governance team} to prepare a reply|It is receiving attention}, and {we will write again|you may expect to hear from us} {by {due}|within the twenty working days that the Act allows}.",
        ],
    };

    public static readonly string[] AutoAcknowledgements =
    [
        "This is an automated {response|message} to {let you know|confirm} that your e-mail has {arrived in|reached} the {Freedom of Information|FOI} {inbox|mailbox} of {ccg}. {A member of the team will be in touch.|It will be read by a member of staff on the next working day.}\nPlease do not reply to this {message|e-mail}.",
        "##- Please type your reply above this line -##\nYour request ({theirs}) has been received and {is being looked at|will be reviewed} by our {information governance|corporate} staff.{ To add to it, reply to this e-mail.|}",
        "{Thank you for contacting|You have contacted} {ccg}. {Your call has been logged with|A case has been opened under} reference {theirs}.\nIf your message is a request under the Freedom of Information Act, {the statutory 20 working days apply from receipt|we will answer it within 20 working days}. This message was generated automatically.",
        "We have received your e-mail {to the Freedom of Information team of {ccg}|}. This is an automatic confirmation of receipt; {no further action is needed from you|you need do nothing} at this point.",
    ];

    public static readonly string[] OutOfOffice =
    [
        "{Thank you for your e-mail.|} I am {on annual leave|out of the office} and will be back {at my desk |}on {back}. {Freedom of Information requests sent to this mailbox are picked up by my colleagues.|If your message is urgent please ring {phone}.}",
        "{I am currently away from the office with {limited|no} access to e-mail.|Out of the office until {back}.} {Your message will be dealt with on my return.|The team will see your message in the meantime.}",
        "I work {Tuesdays to Thursdays|Mondays and Tuesdays} only and will {pick up|read} your message on my next working day. {officer}, {ccg}",
    ];

    /// <summary>What is asked, and what a sensible requester answers.</summary>
    public static readonly (string Asked, string Answer)[] Clarifications =
    [
        ("{So that we can identify what you need|Before we can begin}, {please could you|could you please} {tell us which {financial |}year your {fourth question|question about the number of tenders} relates to|confirm whether the past twelve months mean a calendar or a financial year}? {The twenty working day period will begin once we hear from you.|We have put the request on hold until we receive your answer.}",
            "By the past twelve months we mean the financial year 2015/16, from 1 April 2015 to 31 March 2016. If your figures are kept for another period of twelve months, those will do just as well."),
        ("We need {some further|further} information from you under section 1(3) of the Act {before we can proceed|to be able to answer}. By \u2018tenders\u2019 do you mean clinical services only, or {all contracts|every contract, estates and supplies included}?\n{The request is on hold meanwhile.|The clock has stopped until you reply.}",
            "By tenders we mean every competitive procurement of services, clinical or not. If it is easier, please answer for clinical services and say so."),
        ("{I am|We are} seeking clarification of your {first|} question. {Please clarify what you mean|It is not clear to us what is meant} by \u2018similar document\u2019: {would a paragraph in our procurement strategy count|do you want only documents that the governing body has approved}?\nIf we do not {hear from you|receive a reply} within two months we will treat the request as closed.",
            "Any document, or part of one, that sets out how the organisation considers social value in what it buys: a paragraph of a procurement strategy counts, whether or not the governing body has approved it."),
        ("{Could|Would} you {please |}confirm whether {grants to voluntary organisations|grants} should be included in your {second |}question? {We have stopped the clock until we receive your answer.|Time will start to run when we have your reply.}",
            "Yes, please include grants as well as contracts. If they are recorded separately, please give them separately."),
    ];

    public static readonly string[] FeesNotices =
    [
        "This is a fees notice under section 9 of the Act. {A charge|The sum} of \u00a3{14-29}.{20-80} for {photocopying and postage|copying} is payable before we {send the documents|can supply copies}.\n{If payment does not reach us within three months we shall take it that you no longer want them.|The twenty working day period excludes the time taken for your payment to arrive.} {Cheques should be made out to|Please make your cheque payable to} {ccg}.",
        "{Some|Part} of what you ask for is held on paper only, and the CCG is entitled to charge for copying at 10p a sheet; {120-190} sheets are involved. {A fee applies to this request, and the clock will pause from today until it is received.|Please find below our fees notice.}\nAmount payable as disbursements: \u00a3{12-19}.{20-90}.",
    ];

    public static readonly string[] Extensions =
    [
        "{I am writing about|Further to} your request {theirs}. {We are still weighing|The CCG has not yet finished weighing} the public interest in relation to section 43 (commercial interests), and under section 10(3) of the Act we need {up to a further|an additional} 20 working days. {We expect to reply by {later}.|We hope to write to you well before {later}.}",
        "The time limit for your request {theirs} has been extended {so that|in order that} the public interest test can be completed, as {section 10(3) of the Act allows|allowed by section 10(3)}. {A revised date of {later} has been set.|You will have our decision by {later}.}",
    ];

    public static readonly string[] SorryLate =
    [
        "I am {very |}sorry that our answer {to your request {theirs} |}will be late. We are {waiting for|still waiting to hear from} {one of our teams|colleagues in contracts} and hope to send it to you by {later}.",
        "Unfortunately we {have not been able|are not going to be able} to meet the 20 working day deadline {owing to staff leave|because of sickness in the team|because the officer who holds the figures has been away}; please accept our apologies for the delay. {Our reference is {theirs}.|}",
        "{A holding reply|Holding reply} {on {theirs}|to your FOI}: the information is with our director for approval and we anticipate releasing it on {later}. {You may complain to the Information Commissioner about the delay if you wish.|Apologies again.}",
        "{This is to let you know that|Just to say that} {your FOI|our response to your FOI} is overdue. {I have chased the department concerned|I am chasing the people who hold it} and will reply as soon as {possible|they let me have it}. Sorry.",
    ];

    public static readonly string[] Refusals =
    [
        "{I am writing in answer to|Further to} your request of {day}, {our reference|reference} {theirs}.\nThe CCG holds {some of |}the information you have asked for. {However, we|We} estimate that {locating, retrieving and extracting it|finding it} would take more than 18 hours, because {each of our {140-390} contract files would have to be opened by hand|procurement records before this spring were not indexed}, and would so exceed the appropriate limit of \u00a3450.\nThis letter is therefore a refusal notice under section 17 of the Act. Section 12(1) applies and we are not obliged to comply with the request.\nUnder our duty to advise and assist we suggest that you {narrow your request to a single contract|ask for one quarter only}, {although we cannot promise that even this could be done within the limit|when we would look at it again}.",
        "{ccg} has considered your request {theirs}.\nUnder section 12 of the Freedom of Information Act 2000 a public authority need not comply with a request if the cost of doing so would be above the appropriate limit, which for this CCG is \u00a3450 or eighteen hours of work. {Having carried out a sampling exercise|Having looked at a sample}, we {find|estimate} that the work would take {26-71} hours. {For this reason your request is refused|We therefore refuse the request} in full.",
    ];

    public static readonly string[] Transfers =
    [
        "{Thank you for your request|I refer to your request} {of {day}|}. {ccg} does not {deal with|carry out} procurement itself. Please redirect your {request|questions} to {unit}, which {runs procurement on our behalf|undertakes all tenders for us}{; the address of its FOI team is {unitmail}|}.",
        "{We have looked at|Thank you for} your questions. {You may wish to contact|We suggest that you approach} NHS England, which is responsible for {primary care contracts|the contracts you describe} in this area, as this is not something that the CCG can help you with. {Your request {theirs} has been closed.|}",
    ];

    public static readonly string[] Corrections =
    [
        "{Further to our response {to {theirs} |}|Since we wrote to you} {I am afraid|it has come to light that} {there was a slip|a figure was wrong} in our {answer|response} to question {fourth}. The number of tenders should read {k2}, not {k1}. {The rest of our answers stand.|Apologies for the error.} Please {use|substitute} this {corrected figure|figure} in your analysis.",
        "{Please note a correction|I need to correct something} in {our|the} response {theirs}: {the weighting|the figure} we gave {you |}should have been {5-10} per cent. {Everything else is as we told you.|Sorry for any inconvenience.}",
    ];

    public static readonly string[] SecondInstalments =
    [
        "{As promised|Further to our answers {under {theirs}|}}, please find attached the {policy|document} {mentioned in|that belongs to} our answer to question {first}, {which was missing from|left off} our {earlier |}e-mail. {This completes our response.|With this we consider the request answered in full.}",
    ];

    public static readonly string[] Complaints =
    [
        "If you are {dissatisfied|unhappy} with {the handling of your request|this response} you {may|have the right to} ask for an internal review, {in writing and within {forty|two months|40 working days} of this letter|by replying to this message}. If you remain {dissatisfied|unhappy} you may complain to the Information Commissioner\u2019s Office, Wycliffe House, Water Lane, Wilmslow.",
        "You are entitled to {request a review of this decision|an internal review}. {Should the review not satisfy you|After that}, the Information Commissioner (Wycliffe House, Water Lane, Wilmslow) can {decide whether we have|consider whether the CCG has} complied with the Act.",
        "{Complaints about this response|If you wish to complain about our response, complaints} should be sent to the {Head of Governance|Company Secretary} at the address above, and if we cannot resolve {them|the matter} you may apply to the Information Commissioner for a decision.",
    ];

    public static readonly string[] Copyright =
    [
        "{Most of the|The} information {that we provide|supplied} in response to Freedom of Information Act 2000 requests {is subject to copyright|remains the copyright of {ccg}}. You may use it {for your own purposes, including non-commercial research|under the Open Government Licence}.",
        "{Please note that|For transparency,} our response {may be|will be} published on our disclosure log {without your name|in anonymous form}.",
    ];

    public static readonly string[] Disclaimers =
    [
        "This message may contain confidential information. If you are not the intended recipient please inform the sender that you have received the message in error before deleting it. Please do not disclose, copy or distribute information in this e-mail or take any action in relation to its contents.",
        "{ccg} operates a policy of recording and monitoring e-mail. The views expressed are those of the sender and not necessarily of the organisation. Think before you print.",
        "The information contained in this e-mail may be subject to public disclosure under the Freedom of Information Act 2000. Unless it is legally exempt, the confidentiality of this e-mail and of your reply cannot be guaranteed.",
    ];
}
