namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>What a question is about, as far as the wording of an answer needs to know.</summary>
internal enum Topic
{
    Policy,
    Practice,
    Threshold,
    Number,
    Weighting,
    Anything,
}

/// <summary>Answers to questions. Patterns of <see cref="Phrase"/>.</summary>
internal static class AnswerWording
{
    public static Topic TopicOf(string question) => Has(question, "weight") ? Topic.Weighting
        : Has(question, "threshold") ? Topic.Threshold
        : Has(question, "percentage") || Has(question, "how many") || Has(question, "number of") ? Topic.Number
        : Has(question, "policy") || Has(question, "strategy") ? Topic.Policy
        : Has(question, "appl") ? Topic.Practice
        : Topic.Anything;

    public static readonly Dictionary<Topic, string[]> Substance = new()
    {
        [Topic.Policy] =
        [
            "{Yes. |}{{The CCG|{ccg}} has its own|We have a|The CCG adopted a} {policy}{, approved by the {governing body|finance committee} in {month} {2013-2015}|}{enclosure}.",
            "{We do not have a stand-alone social value policy, but it is|Social value is} {covered|addressed} in {section|paragraph} {2-9} of our {policy}{enclosure}.",
            "Our {policy} {was adopted in|dates from} {2013-2015} and is {due for review|being reviewed} {this year|in {month}}{enclosure}.",
            "There is {a|one} document: the {policy}, version {1-4}.{0-9}, {which applies to all staff who buy on behalf of the CCG|written with our local authority}{enclosure}.",
            "The {policy} {of the CCG |}{sets out|describes} our {approach|commitments}{enclosure}. {It is {14-38} pages long.|It replaced an earlier statement of {2012-2013}.}",
        ],
        [Topic.Practice] =
        [
            "{The Act is considered|We consider the Act} at the start of {each|every} {commissioning|procurement} project, {before the procurement route is chosen|in the options appraisal}. {Providers are asked|Bidders have been asked} {how they would use local suppliers|about apprenticeships, local employment and volunteering}{, most recently for {service}|}.",
            "It {has been applied|was applied} in the {tender|procurement} for {service} in {2015-2016}, where {bidders had to describe|the specification asked for} {social and environmental benefits|benefits to the local community}, and in our {grants programme for voluntary groups|grant agreements with local charities}.",
            "{Through|By means of} a {checklist|prompt sheet} that {every business case|each commissioning lead} {must complete|has to answer}, and {through|by} {dialogue with the voluntary sector|market events} beforehand. {A recent|The latest} example {is|was} {service2}.",
            "Commissioners {complete an impact assessment|work through a template} {covering economic, social and environmental well-being|in which social value has its own section}; {contracts for {service}|the contract for {service}} {was|were} {shaped|changed} by it. Grants follow the same route.",
            "Mainly in {service}: {questions on local recruitment and the living wage|two questions on community benefit} were {part of|built into} the {invitation to tender|quality questionnaire}. Our {policy} {guides|governs} the rest.",
        ],
        [Topic.Threshold] =
        [
            "Yes{, on a case by case basis|. Contracts from \u00a3{10-50},000 upwards are treated in the same way}{|, {service} being one of them}.",
            "{Yes.|We have.} The {concept|principle} is applied {to all quotations above \u00a3{25-50},000|whatever the value of the contract}, and to {supplies|goods} as well as services{ where it is proportionate|}.",
            "It has been {used|considered} below the threshold {in {1-4} cases|for {service}}, {but not for contracts other than services|and for works to {1-3} of our buildings}.",
            "{Please see|See} {our answer to |}question {second}{; the same process is followed whatever the value|}.",
            "{The CCG does|We do} not distinguish: {service} fell {well |}below the OJEU threshold and was let in the same way.",
        ],
        [Topic.Number] =
        [
            "{k} of {m} tenders ({pct}%) {over the past twelve months|in the last financial year|between {month} 2015 and {month} 2016}.",
            "{In the last 12 months|Over the year} the CCG {ran|completed} {m} procurements. {Social value was considered in|The Act was applied to} {k} of them, {that is|or} {pct} per cent.",
            "{Number|Number of tenders}: {k}. {Percentage|As a percentage of all}: {pct}%.",
            "{m} tenders were {advertised|issued}, and social value featured in {k} ({pct}%){: among them {service}|}.",
        ],
        [Topic.Weighting] =
        [
            "{Typically|Usually|As a rule} {2-10} per cent {of the quality score|of the total marks|}{. It was {10-15}% once, for {service}|}.",
            "It {ranges from|varies between} {2-4}% {to|and} {6-10}%{, depending on the contract|}.",
            "{Social value questions|These questions} are {scored|marked} pass or fail{, so there is no weighting as such|}.",
            "{5-10}% {in all of these contracts|of the overall evaluation}{ and 2% for smaller lots|}.",
            "The {usual|typical} weighting is {3-10} per cent{, within the {quality|sustainability} section|}.",
        ],
        [Topic.Anything] =
        [
            "{The CCG holds|We hold} {this information|what you ask for}: {it is set out in|please refer to} our {policy}, section {2-9}{enclosure}.",
            "{In|During} {2015-2016} {this concerned|it was the case for} {k} of {m} contracts{, {service} among them|}.",
            "{Yes|Yes, we have}{, since {month} {2013-2015}|}. {It is led by our {contracts|commissioning} team.|The {finance|quality} committee receives a report twice a year.}",
        ],
    };

    public static readonly Dictionary<Topic, string[]> NothingDone = new()
    {
        [Topic.Policy] =
        [
            "{No.|There is none.} {{The CCG|{ccg}} has|We have} no {social value policy|policy, strategy or framework of this kind}{ at present|}.",
            "{The CCG|{ccg}} {does not have|has not adopted} a {separate |}social value policy{; one is {being considered|planned for {2016-2017}}|}.",
            "{None at present|We do not have such a document}{, although the subject has been raised with our governing body|}.",
        ],
        [Topic.Practice] =
        [
            "{The Act has not been applied to date|We have not applied it so far}{, as {no new services have been commissioned|existing contracts were rolled forward}|}.",
            "{No procurements have been carried out|There have been no procurements} {since the CCG was established|in the period}{, so the question has not arisen|}.",
            "{Not applied.|It has not been.} {Our contracts are held with NHS trusts on the national standard terms.|No grants were made.}",
        ],
        [Topic.Threshold] = ["No{, it has not|}.", "{The CCG|{ccg}} has not done so{ in any contract|}.", "{No. Please see question {second}.|Not to date.}"],
        [Topic.Number] =
        [
            "{No. of procurements = 0. Percentage = 0%.|0 tenders, 0%.|Number of procurements: 0. Percentage: 0%.}",
            "{None|Nil}{: there were {no|0} tenders in the period|, 0%}.",
            "{m} procurements were {run|completed}; social value was considered in 0 of them (0%).",
        ],
        [Topic.Weighting] = ["{Not applicable|N/A}{, see question {fourth}|}.", "{No weighting has been used|0%}{, as {above|no tender was issued}|}.", "{Nothing to report|None}{ for the reasons given above|}."],
        [Topic.Anything] = ["{No|Nothing of the kind}{ in the period you ask about|}.", "{None|Not to date}{, and there are no plans to change this|}."],
    };

    public static readonly string[] NotHeldHere =
    [
        "{The CCG does not hold this information|This information is not held}{ centrally|}{. {It would have to come from the providers themselves.|Tender papers are kept by the lead commissioner.}|}",
        "{This is not data that the CCG collects|The CCG does not record this}{, and we are therefore unable to provide it|}.",
        "{No recorded information is held|We do not hold recorded information} {in answer to this question|on this}.",
    ];

    public static readonly string[] Withheld =
    [
        "{This information is withheld under section 43(2)|The weightings are exempt under section 43(2) of the Act}, {because|as} disclosure would be likely to prejudice the commercial interests of {bidders in a live procurement|the CCG and of those who tender to it}. {On balance the public interest favours maintaining the exemption.|We have weighed the public interest and find that it lies in withholding.}",
        "{We are withholding this|This part is withheld} under section 43 (commercial interests){, since {the tender for {service}|a tender} is {still open|not yet concluded}|}.",
    ];

    public static readonly string[] NothingHeldAtAll =
    [
        "{I can confirm that|Following a search of our records,} {ccg} does not hold the information {you have asked for|requested}. {The CCG has no social value policy|There is no policy of this kind}, and {the matters you ask about are not recorded|no record is kept of whether or how the Act was considered} {in our procurement files|}.",
        "{Under section 1(1)(a) of the Act I have to tell you whether we hold the information. We do not.|In accordance with section 1(1) of the Act I confirm that no information falling within your request is held by {ccg}.} {No recorded information was found by our {contracts|finance} and {commissioning|quality} teams.|This applies to all {of your |}questions.}",
        "{The CCG holds no recorded information|We hold no information} on {any of the points|any of the questions} you raise{, nor is any held on our behalf|}. {Information not held.|We are sorry not to be able to help further.}",
    ];

    public static readonly Dictionary<Voice, string[]> Openings = new()
    {
        [Voice.Formal] =
        [
            "{Further to|With reference to|I refer to} your request {for information |}{dated|of} {day}{, which has been considered under the Freedom of Information Act 2000|}. {I can confirm that the CCG holds the information you requested.|The response of {ccg} is as follows.|Our answers are set out {below|beneath}.}",
            "Thank you for your {request|enquiry} {under|made under} the Freedom of Information Act {2000 |}about {topic}. {Please find our response below.|{ccg} is able to respond as follows.|The information requested is set out below.}",
            "{Freedom of Information request {theirs}|Our reference: {theirs}}\n{We have now completed our search|Your request has now been considered} and {our response follows|I am able to give you our response}.",
        ],
        [Voice.Terse] =
        [
            "{FOI {response|answer}|Response to your FOI}, {ref|our ref} {theirs}:",
            "{Answers below.|Please see our answers below.|Response below as requested.} {Ref {theirs}.|}",
            "{Response|Our response} to your request of {day}:",
        ],
        [Voice.Chatty] =
        [
            "{Thanks again for your patience.|I hope you are well.|Sorry this has taken {a little while|us until now}.} {Here is what we have|Here are our answers}{, which I hope are useful|}.",
            "{I\u2019ve been round|I have asked around} the {office|teams} and {can answer as follows|this is what people tell me}{. {Your project sounds interesting!|Do send us the report when it is out.}|}",
        ],
        [Voice.SupportUnit] =
        [
            "{unit} {provides|administers} the Freedom of Information service for {ccg}. {This response is sent on behalf of|The answers below are those of} {ccg}{ and concerns your request of {day}|}.",
            "{Please find below the response of|On behalf of our client, I set out the response of} {ccg} to {your request|the request you made on {day}}, {our |}reference {theirs}.",
        ],
        [Voice.Ticketing] =
        [
            "##- Please type your reply above this line -##\n{Your request {theirs} has been updated.|Request {theirs}: status changed to resolved.}\n{The response from|Response of} {ccg}:",
            "{A response has been added to|We have answered} {case |}{theirs}{ for {ccg}|, {ccg}}.",
        ],
        [Voice.Director] =
        [
            "Thank you for your letter of {day}{, to which I reply on behalf of the governing body|}. {ccg} {takes|has always taken} {its responsibilities to the local economy|its wider role in the community} seriously, {and I am glad to answer your questions|and my officers have supplied the answers below}.",
            "I write in reply to your {letter|request} {of {day} |}about {topic}{, which our reference {theirs} covers|}.",
        ],
    };

    public static readonly string[] OpeningsForSeveral =
    [
        "This response is sent {on behalf of|for} {several} and covers {all of these|each of these} organisations{, to all of whom you wrote on or about {day}|}. {They share one procurement service, so one set of answers applies to all of them.|The position is the same in each of them.}",
        "{unit} answers Freedom of Information requests for {several}. {Please accept this as the response of each of them|The following is the response of all these bodies} {to your request|to your questions}.",
    ];

    public static readonly string[] PartialOpenings =
    [
        "{We are able to provide part of the information requested.|Some of the information you asked for is held and is given below; the remainder is not.|Your request has been partially granted.}",
        "{Not all of the questions can be answered.|We can answer some, but not all, of your questions.} {Where we cannot, the reason is given.|The reasons are given beside each.}",
    ];

    public static readonly string[] CoverForAttachment =
    [
        "{Please find attached|Attached is} {the CCG\u2019s|our|{ccg}\u2019s} response to your {Freedom of Information|FOI} request{ {theirs}|}.",
        "{Please see the attached letter|I attach our letter} in {response|reply} to your request {of {day}|under the Freedom of Information Act}.",
        "Our {response|answer} to your {request|questions} {is attached|is enclosed with this e-mail} as a {document|file}. {I trust this answers your request.|I hope this is helpful.|}",
    ];

    public static readonly string[] LinkOnly =
    [
        "{Our response|The response of {ccg}} to your FOI request {{theirs} |}{is published on our website|has been added to our disclosure log}{, where you will find answers to all of your questions|}: {link}",
        "{The answers to your questions|All the information you ask for} can be found {at|under} {link}{. Nothing further is held.| (entry {theirs}).}",
    ];

    public static readonly string[] Closings =
    [
        "{I hope|We hope|I trust} {this information|this} is {helpful|of use}{ to you|}.",
        "{Please contact me|Do get in touch} if you have any {further |}{queries|questions}{ about this response|}.",
        "{This concludes|That completes} our response{ to your request|}.",
    ];

    public static readonly string[] Services =
    [
        "NHS 111", "community equipment", "patient transport", "wheelchair services", "GP out-of-hours care", "talking therapies", "a diabetes education programme",
        "non-emergency transport", "an urgent care centre", "community dermatology", "advocacy for carers", "interpreting", "stroke recovery support",
        "audiology", "home oxygen", "a falls service", "palliative care at home", "musculoskeletal services", "anticoagulation clinics", "bereavement support",
    ];

    public static readonly string[] Policies =
    [
        "{Social Value|Sustainable Procurement|Procurement and Social Value|Commissioning for Social Value|Responsible Commissioning} {Policy|Strategy|Framework|Statement}",
        "Procurement {Policy|Strategy}{ 2014-{2016-2018}|}",
        "{Sustainable Development Management Plan|Commissioning and Contracting Handbook}",
    ];

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
