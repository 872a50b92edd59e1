namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Mail that reaches the round's mailbox and has nothing to do with it.</summary>
internal static class StrayWording
{
    public static readonly (string From, string Address, string Subject, string Text)[] All =
    [
        ("Health Leaders Forum", "events@healthleaders.example", "Last {few|20} places: Commissioning {Summit|Congress} {2016-2017}",
            "Dear colleague,\nBook by Friday and save {20-40}%. Hear from {12-40} speakers on integrated care, procurement and digital transformation. Delegates from CCGs go free.\nTo unsubscribe from these messages reply with the word remove."),
        ("Margaret Fielding", "m.fielding@homemail.example", "your survey",
            "Hello,\nI saw in the paper that you are asking about the NHS. My husband waited {8-14} months for his knee and nobody could tell us why. Can you take this up with the hospital for him?\nYours sincerely\nMrs M Fielding"),
        ("Tarrow Borough Council FOI", "foi@tarrow.example", "Response to Freedom of Information request F16/{100-900}",
            "Dear applicant,\nPlease find below our response to your request of February about social value in council procurement, reference SVC15-E0{1000-9000}.\n1. The council has a social value policy, adopted in 2014.\n2. It is applied to all contracts above \u00a3100,000.\nYours faithfully,\nInformation Team, Tarrow Borough Council"),
        ("PrintBright Office Supplies", "offers@printbright.example", "Toner from \u00a3{9-19} - this week only",
            "Save on toner, paper and laminating pouches. Free delivery on orders over \u00a340. You receive this because you are on our list of valued customers."),
        ("Patient Experience", "patient.experience@{domain}", "{short} patient newsletter, {summer|autumn} edition",
            "Welcome to our newsletter. In this issue: the new walk-in centre, a day in the life of a community nurse, and how to join your patient participation group. Forward it to a friend!"),
        ("Tom", "tom.hargreave@homemail.example", "Saturday",
            "Hi,\nAre we still on for Saturday? Train gets in at {9-11}.{10-50}. Let me know if you want me to bring the folding chairs.\nTom"),
        ("Harbour & Coast Foundation Trust", "foi.office@harbourcoast.example", "FOI {2000-3000}: agency expenditure 2015/16",
            "Dear Sir or Madam,\nThank you for your request of 3 May about agency nursing. Spend in 2015/16 was \u00a3{3-9}.{1-9} million. Your reference AG16/{10-99} refers.\nYours faithfully\nFreedom of Information Office"),
        ("Webinar Desk", "hello@procurelearn.example", "On demand: {five|seven} mistakes in NHS tenders",
            "Our free webinar on the new procurement regulations is now on demand. Watch it at http://www.procurelearn.example/webinar and earn one CPD point."),
    ];
}
