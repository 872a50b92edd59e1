namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>The text of a procurement policy. Patterns of <see cref="Phrase"/>.</summary>
internal static class PolicyWording
{
    public static readonly (string Title, string[] Paragraphs)[] Sections =
    [
        ("Purpose and scope",
        [
            "This document {sets out|describes} how {ccg} {buys|procures} {goods and services|health services} and {applies|must be followed} {to all staff, members and contractors|by everybody who commits the CCG\u2019s money}. It {replaces|supersedes} {earlier guidance|all previous versions}.",
            "{The CCG|{short} CCG} spends most of its allocation on services {provided by|bought from} others. {Good procurement|The way in which it does so} {affects|shapes} the well-being of the {population|communities} it serves, {now and in the long term|beyond the service itself}.",
        ]),
        ("Principles",
        [
            "All procurement shall be {transparent|open}, proportionate, {fair|non-discriminatory} and {consistent|equal in treatment}. {Decisions are recorded, and the record is kept for {6-12} years.|Conflicts of interest are declared at every stage.}",
            "{Quality|Clinical quality} {comes before|is weighed together with} price. {Bidders may be asked|The specification may ask} for {local employment|apprenticeships}, {volunteering|support for carers} or {a smaller carbon footprint|lower emissions}, where these are {relevant|related} to the subject of the contract.",
            "The {Public Services (Social Value) Act 2012|Act of 2012} {requires commissioners|obliges the CCG} to consider, before {a procurement begins|the procurement process starts}, how {it|what is bought} might improve the economic, social and environmental well-being of the area, and whether to consult.",
        ]),
        ("Thresholds and routes",
        [
            "Below \u00a3{5-10},000 one quotation is enough; up to \u00a3{25-50},000 three written quotations are needed; above that a {formal tender|competition} is run unless {the governing body|the finance committee} has agreed to {a waiver|an exception}.",
            "{Waivers|Single tender actions} are {reported to|reviewed by} the audit committee {at each meeting|every quarter}. {Reasons must be given in writing.|There were {0-7} in the year before this version.}",
        ]),
        ("Evaluation",
        [
            "Bids are {scored|marked} by a panel of at least {3-6} members against criteria that were published with the tender. {Social value|Added value to the community} {may carry|carries} between {2-4} and {5-10} per cent of the marks{, or may be tested as pass or fail|}.",
            "{Scores|Marks} are moderated in a meeting that is minuted. Bidders who {are not successful|lose} are told the {relative advantages|strengths} of the winning bid. {A standstill period of ten days follows.|The file is then closed and signed.}",
            "{Pricing|The financial model} is opened only after {quality|the written answers} {has|have} been scored, by somebody who is not on the panel.",
        ]),
        ("Roles and delegated authority",
        [
            "The {governing body|finance and performance committee} approves {awards|contracts} above \u00a3{200-900},000; {directors|executive members} may approve up to \u00a3{50-150},000, and heads of service up to \u00a3{5-25},000. {Nobody may split a requirement to stay below a limit.|Signatures are held by the finance team.}",
            "{A procurement lead|A named officer} is {appointed|named} for {each|every} project and {keeps|is responsible for} the {risk log|timetable|evaluation file}. {Clinical members|Lay members} {take part in|advise on} the {design of the service|choice of criteria}.",
            "{Support units|External advisers} may {run|manage} a procurement on behalf of the CCG, {which remains|but the CCG remains} {accountable|answerable} for it. {Their terms are set out in a service level agreement.|They follow this document.}",
        ]),
        ("Working with communities and suppliers",
        [
            "{Before|Ahead of} {larger|significant} procurements the CCG {holds|will hold} a market event {to which|and} voluntary organisations and {small firms|social enterprises} are {invited|made welcome}. {Notes are published.|Questions and answers are shared with all.}",
            "{Patients and carers|People who use the service} are {involved in|asked about} the specification, {and two of them sit on the panel|through the patient reference group}. {Expenses are paid.|Training is offered.}",
            "{Lots|Contracts} are {divided|kept} {small enough for local providers|so that consortia can bid} where {this is practical|it does not raise the cost unduly}. {Payment within 30 days is passed down the supply chain.|Prompt payment is a term of every contract.}",
        ]),
        ("Monitoring",
        [
            "Contract managers {review|report on} the promises made in the bid {every {2-6} months|at each contract meeting}. {What cannot be measured is not promised.|A dashboard is presented to the committee.}",
            "The {policy|document} is {reviewed|looked at again} every {2-3} years{, or sooner if the law changes|}. {Training is given to all budget holders.|An equality impact assessment has been carried out.}",
        ]),
    ];
}
