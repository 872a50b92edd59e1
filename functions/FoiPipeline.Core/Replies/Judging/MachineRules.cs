namespace FoiPipeline.Core.Replies.Judging;

/// <summary>Wording of machines: reports of mail systems, absence notices, automatic confirmations, mail that is not about the request at all.</summary>
public static class MachineRules
{
    public static readonly IReadOnlyList<KindRule> All =
    [
        new("bounce.undeliverable", Sign.Bounce, 0.7, ["undeliver", "delivery", "returned mail", "failure notice", "mail delivery"],
            @"\bundeliver(able|ed)\b|\bdelivery (has |to .*)?failed\b|\bdelivery (status notification|failure|incomplete|is delayed)\b|\bmail delivery (failed|failure|system|subsystem)\b|\breturned mail\b|\bfailure notice\b"),
        new("bounce.not-delivered", Sign.Bounce, 0.7, ["deliver", "reach"],
            @"\b(could not|couldn't|cannot|can't|was not|wasn't|has not been|hasn't been|unable to|not) be(en)? delivered\b|\b(wasn't|was not|couldn't be|not yet been) delivered\b|\b(couldn't|could not|unable to|failed to) deliver\b|\b(has )?not reach(ed)? the (intended )?recipient\b|\bdidn't reach\b"),
        new("bounce.machine", Sign.Bounce, 0.7, ["mail system at host", "qmail", "mail delivery software", "diagnostic", "generating server", "remote server returned", "remote host", "permanent", "failed recipients", "requested action", "transcript of session", "mail loop"],
            @"\bthis is the mail system at host\b|\bqmail-send program\b|\bmail delivery software\b|\bdiagnostic (information|code)\b|\bgenerating server\b|\bremote (server|host) (returned|said)\b|\bpermanent (fatal )?error|\bfailed recipients\b|\brequested action (aborted|not taken)\b|\btranscript of session\b|\bmail loop\b"),
        new("bounce.no-such-address", Sign.Bounce, 0.5, ["address", "user", "recipient", "mailbox", "recipnotfound"],
            @"\b(address|user|recipient|mailbox)\b.*\b(couldn't be found|wasn't found|not found|does not exist|doesn't exist|unknown|rejected|unavailable|disabled|not recognised)\b|\b(unknown|no such|invalid) (user|recipient|mailbox|address)\b|\brecipnotfound\b|\baddress(es)? failed\b"),
        new("bounce.full", Sign.Bounce, 0.5, ["mailbox", "quota"], @"\bmailbox (is )?(full|over quota|has exceeded)|\b(over|exceeded) (its |the |their )?(storage )?quota\b|\bmailbox is almost full\b"),
        new("bounce.blocked", Sign.Bounce, 0.55, ["blocked", "quarantined", "rejected"],
            @"\b(message|e-?mail|mail|it) (you sent )?(was|has been|is being|is) (blocked|quarantined|rejected)\b|\brejected (your|the|this) (message|e-?mail)\b|\bmessage (blocked|rejected|quarantined)\b"),
        new("bounce.code", Sign.Bounce, 0.35, ["5.", "4.", "55"], @"\b[45]\.[0-9]{1,2}\.[0-9]{1,3}\b|\b5[05][0-9][ -]"),
        new("bounce.delay", Sign.Delay, 0.8, ["warning", "delay", "resend", "retr", "attempt", "still"],
            @"\bthis is (only )?a warning( message)? only\b|\bwarning message only\b|\bdelivery (status notification )?\(?(is |has been )?delay|\bdelayed\b.*\bdeliver|\bdo not need to resend\b|\b(continue|keep) (trying|to try|retrying|to attempt)\b|\bwill (be )?(retr|attempted|try|keep)[a-z]*\b.*\b(deliver|again|hours|days)|\bhas not yet been delivered\b|\bdelivery will (continue to )?be attempted\b"),

        new("away.leave", Sign.Away, 0.8, ["leave"],
            @"\bi('m| am| will be| shall be|'ll be)( currently| now| away)*( on| taking| having)?( some| a period of)? ?(annual|maternity|paternity|adoption|sick|study|parental|compassionate|carer's|extended|special)? ?leave\b|^(currently )?on (annual|maternity|paternity|sick|study) leave\b|\b(currently|presently) on (annual|maternity|paternity|sick|study) leave\b|\bon leave until\b|\bis (currently )?on (long.term )?(annual|maternity|sick) leave (and|until)\b"),
        new("away.office", Sign.Away, 0.8, ["out of", "away", "not in the office", "unavailable"],
            @"\bout of( the| my)? office\b|\b(i('m| am| will be| shall be|'ll be)|currently|be) (currently |now )?(away( from (the office|my desk|work))?|not in the office|unavailable|out of the country|on holiday)\b"),
        new("away.return", Sign.Away, 0.4, ["return", "back", "access to", "checking", "reading", "monitoring"],
            @"\b(on|upon|until|after) my return\b|\bi (will|shall|'ll)? ?(return|be back|be returning|am back)\b|\breturning (to (the office|work) )?on\b|\bback (in the office|at work|at my desk)\b|\b(won't|will not|not) be (checking|reading|monitoring)\b|\b(limited|no|intermittent|without) access to (my |your )?(e-?mails?|messages)\b"),
        new("away.left", Sign.Away, 0.8, ["left", "no longer", "leaving", "retired"],
            @"\bi (have|had|'ve) (now )?(left|retired)\b|\bi no longer work\b|\b(has|have) (now )?left (the (organisation|trust|ccg|csu)|nhs|this organisation)\b|\bno longer (works?|employed|with) (for|at|by|here|the|nhs)\b"),
        new("away.mailbox-closed", Sign.Away, 0.75, ["mailbox", "account", "address", "inbox", "monitored"],
            @"\b(mailbox|account|(e-?mail )?address|inbox)\b.*\b((is|are) (not|no longer|un|being) ?(monitored|in use|closed|used|checked|active)|has (now )?(been )?closed|(will be|is) clos(ed|ing))\b|\bunmonitored mailbox\b"),
        new("away.address-changed", Sign.Away, 0.55, ["changed"], @"\b(mailbox|account|(e-?mail )?address)\b.*\bhas (now |recently )?(been )?changed\b"),
        new("away.working-pattern", Sign.Away, 0.5, ["i work", "working days are", "working hours"],
            @"\bi (only )?work (only |part.time)?.*\b(mon|tue|wednes|thurs|fri)(sdays?|days?)\b|\bi work part.time\b|\bmy (normal )?working (days|hours) are\b"),

        new("automatic.says-so", Sign.Automatic, 0.85, ["automat", "auto-", "auto ", "autorepl", "autoresp"],
            @"\bauto(mated|matic)?[- ]?(response|repl(y|ies)|responder|acknowledge?ment|acknowledgment|confirmation|message|e-?mail|notification|receipt|note|notice)\b|\b(generated|sent|issued) automatically\b|\bautomatically[ -](generated|sent)\b|\bautogenerated\b|\bauto[- ]generated\b"),
        new("automatic.do-not-reply", Sign.Automatic, 0.6, ["not reply", "not respond", "unattended", "not monitored", "reply above this line"],
            @"\bdo not (reply|respond)( directly)? to this\b|\bplease do not reply\b|\b(unattended|unmonitored) (mailbox|address|account)\b|\breply above this line\b", evenIfHypothetical: true),
        new("automatic.ticket", Sign.Automatic, 0.75, ["ticket", "case", "call", "incident", "enquiry", "request", "query"],
            @"\b(ticket|case|call|incident|request|enquiry|query) ?(number |no\.? |id |ref(erence)?:? )*[:(#\[]*[a-z]{0,5}[-#]?[0-9]{4,12}[)\]]* (has been|was|is) (received|opened|created|logged|raised|registered)\b|\b(ticket|case|call|incident)\b.*\b(has been|was) (opened|created|raised|logged)\b|\b(has been|was) (logged|registered|opened|created|raised|assigned) (with|under|as|the)( the)? ?(unique )?(ticket|case|call|incident|reference|ref|number|id)\b"),
        new("automatic.portal", Sign.Automatic, 0.4, ["portal", "track", "status of your"], @"\b(track|view|check|follow)\b.*\b(progress|status|ticket|case)\b.*\b(portal|online|link|here|web)\b|\b(track|view) (its|your|the) (progress|status|ticket)\b"),

        new("unrelated.unsubscribe", Sign.Unrelated, 0.7, ["unsubscribe", "opt out", "mailing list", "view this email in", "view in browser", "view in your browser", "email preferences", "subscription"],
            @"\bunsubscribe\b|\bopt[- ]out of (these|future|receiving|our)\b|\bview (this|it|this e-?mail)? ?(e-?mail )?in (your |a )?(web )?browser\b|\b(e-?mail|subscription|communication) preferences\b|\byou (are receiving|received|have received) this (e-?mail|newsletter|message) because\b", evenIfHypothetical: true),
        new("unrelated.marketing", Sign.Unrelated, 0.5, ["webinar", "newsletter", "book your place", "register now", "early bird", "discount", "special offer", "delegate", "free trial", "exhibition", "masterclass", "limited time"],
            @"\b(webinar|newsletter|masterclass|exhibitors?|delegates?)\b|\bbook (your|a) (free )?(place|ticket|demo|seat)\b|\bregister (now|today|here|your place)\b|\bearly[- ]bird\b|\b[0-9]+ ?% (off|discount)\b|\bspecial offers?\b|\bfree trial\b|\blimited time\b", evenIfHypothetical: true),
        new("unrelated.invoice", Sign.Unrelated, 0.4, ["invoice", "subscription", "your order", "parcel", "password", "verify your account"],
            @"\b(your|attached|unpaid|overdue|outstanding) invoice\b|\byour (order|parcel|subscription|password|account)\b.*\b(dispatched|delivered|shipped|expire|renew|reset|suspended|verify)[a-z]*\b", evenIfHypothetical: true),
        new("about.request", Sign.AboutRequest, 0.8, ["freedom of information", "foi", "your request", "information request", "social value", "your question", "your recent", "your enquiry", "your query", "request for information", "information act"],
            @"\bfreedom of information\b|\bfoia?\b|\byour (recent )?(request|questions?|enquiry|query)\b|\binformation (request|act)\b|\brequest for information\b|\bsocial value\b", evenIfHypothetical: true),
    ];
}
