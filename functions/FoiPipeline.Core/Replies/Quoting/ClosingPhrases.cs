using System.Buffers;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>The facts by which closings are known: wording that recurs in mails of public bodies, lower case, plain quotes.</summary>
internal static class ClosingPhrases
{
    /// <summary>Words that stand alone on the line before a signature.</summary>
    public static readonly string[] Farewells =
    [
        "regards", "kind regards", "kindest regards", "with kind regards", "with kindest regards", "best regards", "with best regards",
        "warm regards", "warmest regards",
        "many thanks", "with thanks", "thanks", "thank you", "thanks again", "many thanks and kind regards", "many thanks and regards",
        "thanks and regards", "best wishes",
        "with best wishes", "best", "all the best", "yours sincerely", "yours faithfully", "yours truly", "yours", "sincerely", "cheers", "rgds",
        "kr", "br", "respectfully",
        "thank you and kind regards", "regards and thanks", "yours in health",
    ];

    /// <summary>Lines that mail programs and telephones put under a mail.</summary>
    public static readonly SearchValues<string> ProgramLines = SearchValues.Create(
        [
            "sent from my ", "sent from mail for", "get outlook for", "download outlook for", "sent from outlook", "sent from yahoo", "sent via blackberry",
            "sent from samsung", "envoyé de mon",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence with one of these is a notice of a mail system, whoever wrote the rest.</summary>
    public static readonly SearchValues<string> Disclaimers = SearchValues.Create(
        [
            "intended recipient", "intended only for", "intended solely for", "solely for the use of", "solely for the addressee",
            "solely for the person", "for the attention of the addressee only",
            "files transmitted with it", "confidential and may be", "may contain confidential", "contains confidential information", "contain confidential information",
            "confidential and intended", "confidential and privileged",
            "legally privileged", "privileged information", "received this email in error", "received this e-mail in error",
            "received this message in error", "received it in error",
            "receive this email in error", "received this transmission in error", "received in error", "received by mistake",
            "not the named addressee", "you are not the addressee",
            "unauthorised use", "unauthorized use", "unauthorised disclosure", "copying, distribution", "disclose, copy", "disclosure, copying",
            "dissemination",
            "views expressed", "views or opinions", "opinions expressed", "do not necessarily represent", "not necessarily reflect",
            "checked for viruses", "scanned for viruses", "virus free", "virus-free",
            "swept for", "swept by", "presence of computer viruses", "free from viruses", "any virus", "anti-virus", "no liability is accepted",
            "accept no liability", "accepts no liability", "no responsibility is accepted", "accepts no responsibility", "been scanned by",
            "email has been scanned", "e-mail has been scanned",
            "consider the environment", "before printing this", "need to print this", "do not print", "save paper", "nhsmail is",
            "nhs.net is the secure", "secure email and directory service", "secure email, collaboration",
            "approved for exchanging patient data", "connects nhs staff", "monitored for operational", "may be monitored",
            "be subject to monitoring", "subject to public disclosure under", "may be disclosed under the freedom",
            "email originated from outside", "e-mail originated from outside", "external email", "external sender", "do not click links",
            "do not click on links", "do not open attachments unless", "think before you click",
            "registered in england", "registered office", "company number", "registered charity", "delete this email", "delete this e-mail",
            "delete this message", "delete it from your system", "delete the message", "delete the email", "delete all copies",
            "follow us on twitter", "find us on facebook", "like us on facebook", "how we use your information", "read our privacy notice",
            "privacy notice can be", "disclaimer:", "files transmitted with it", "liability for any virus",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence with one of these belongs to the closing of an FOI answer.</summary>
    public static readonly SearchValues<string> Boilerplate = SearchValues.Create(
        [
            "wycliffe house", "water lane", "wilmslow", "sk9 5af", "0303 123 1113", "01625 545", "ico.org.uk", "ico.gov.uk",
            "request an internal review", "ask for an internal review", "asking for an internal review",
            "requesting an internal review", "right to an internal review", "right to request a review", "ask for a review", "request a review",
            "apply for an internal review", "seek an internal review", "internal review procedure", "internal review process",
            "internal review of", "request for internal review", "requests for internal review", "internal complaints procedure",
            "complaints procedure", "right of appeal", "right to appeal", "right to complain", "rights of appeal", "appeal rights",
            "unhappy with the way", "unhappy with this response",
            "unhappy with our", "unhappy with the response", "unhappy with the handling", "dissatisfied with", "not satisfied with",
            "not content with", "remain dissatisfied", "are unhappy with", "still unhappy", "not happy with",
            "apply directly to the information commission", "apply to the information commission", "information commissioner can be contacted",
            "commissioner's office can be contacted", "commissioner will not", "commissioner cannot", "commissioner for a decision",
            "commissioner's office at", "the information commissioner's office (ico) at",
            "exhausted the", "exhausted our", "within two months of the date", "within 40 working days of", "within forty working days of",
            "open government licence", "open government license", "protected by copyright", "subject to copyright", "copyright, designs",
            "copyright of", "is copyright", "crown copyright", "re-use of", "reuse of", "re-use the information", "reuse the information",
            "re-using public sector", "re-use of public sector", "for re-use", "re-use regulations", "non-commercial research",
            "commercial purposes", "own use, including", "for your own purposes", "for your own use", "for your personal use",
            "you are free to use", "infringe copyright", "intellectual property rights", "copyright holder", "copyright law",
            "disclosure log", "published on our website without", "applicant's details", "your personal details will not be",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Speaking of the Commissioner, a complaint or a review at all is boilerplate only where the reader is told what may be done next.
    /// </summary>
    public static readonly SearchValues<string> Rights = SearchValues.Create(
        ["information commission", " ico ", "internal review", "complain", "section 50", "appeal"], StringComparison.OrdinalIgnoreCase);

    public static readonly string[] RightsStarts =
        [
            "if ", "should you", "you ", "your right", "please note", "alternatively", "the information commission", "generally",
            "further information", "any complaint", "any request", "in the event", "following ", "a complaint", "complaints", "where you",
            "details of", "unless", "under section 50",
        ];

    /// <summary>Short lines that head such a closing.</summary>
    public static readonly string[] Headings =
    [
        "internal review", "your rights", "your right to complain", "your right of appeal", "right of appeal", "rights of appeal",
        "appeal rights", "complaints", "complaint", "complaints procedure", "copyright",
        "re-use of information", "reuse of information", "re-use", "copyright and re-use", "appeals", "appeals procedure", "right to complain",
        "information commissioner", "the information commissioner",
        "information commissioner's office", "the information commissioner's office", "ico", "what to do if you are unhappy",
        "if you are not satisfied", "review procedure", "how to complain", "disclaimer",
    ];
}
