namespace FoiPipeline.Core.Replies.Judging;

/// <summary>Wording of people who answer, or say why they do not yet. Public bodies share their templates, and so these phrases.</summary>
public static class LetterRules
{
    private const string Months = "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";

    public static readonly IReadOnlyList<KindRule> All =
    [
        .. Acknowledging(), .. Asking(), .. Charging(), .. Delaying(), .. Passing(), .. Withholding(), .. Lacking(), .. Answering(),
    ];

    private static IEnumerable<KindRule> Acknowledging() =>
    [
        new("received.acknowledge", Sign.Received, 0.8, ["acknowledg", "confirm", "receipt", "received", "got ", "had your", "reached"],
            @"\b(acknowledge?s?|acknowledging|confirm(s|ing)?|confirmation of) (safe |the )?(receipt|your (e-?mail|request|letter|enquiry|foi)|that (we|the ccg|nhs .*) (have|has) received|we (have )?received)\b|\backnowledge?ment (of|letter|e-?mail|attached)\b|\backnowledgment (of|letter|e-?mail)\b|\backnowledgement\b.*\brequest\b|\b(has been|was|have been|is|been) (safely )?received (and|on|by|in|at)\b|\bwe (have )?received your\b|\bin receipt of (your|the)\b|\b(we've|we have|i've|i have) (now )?(had|got|received) (your|this)\b|^(got|received) (this|it|your|with thanks)\b|\bgot (this|your)\b|\breached the right (place|team)\b"),
        new("received.telegram", Sign.Received, 0.75, ["received", "acknowledged", "logged", "noted", "registered", "acknowledg"],
            @"^(your |the |this )?(foi|foi request|request|information request|e-?mail|letter|enquiry|query)( [a-z/.-]*[0-9][a-z0-9/.-]*)?( is| has been| was)?( now| safely| duly)* (received|acknowledged|logged|noted|registered)\b|^(safely )?(received|acknowledged|logged|noted)( with thanks|,? thanks?( you)?)?[.!]?$|^acknowledged ?[-:]|^(this is|just|a note|i write) to acknowledge\b"),
        new("received.arrived", Sign.Received, 0.75, ["reached", "arrived", "come in", "come through", "landed", "is here", "has come"],
            @"\b(your|the|this) ((freedom of information|information|foi) )?(foi|requests?|e-?mail|letter|message|enquiry|query|questions?)( has| have| did)?( now| just| safely| all| duly| finally)* (reached (us|me|our|the)|arrived|come (in|through|to (us|me|my|our))|landed|is here|are here)\b"),
        new("received.in-hand", Sign.Received, 0.6, ["looking at", "look at", "looking into", "dealing with", "working on", "in hand", "with the", "with our", "attention", "people", "colleagues", "pick", "on to it", "onto it"],
            @"\b(somebody|someone|a colleague|colleagues?|the team|our team|we|i)( is| are|'re| am|'m)( now| already| currently)* (looking (at|into)|dealing with|working on|on ?to) (it|this|them|your)\b|\b(is|it's|are|request is|foi is) (now |already )?(in hand|with (the|our|my) (right|relevant|appropriate|procurement|contracts?|contracting|commissioning|finance|foi|governance|information|colleagues|team)( [a-z]+)*)\b|\b(is|are) (receiving|having|getting) (our |their )?attention\b"),
        new("received.due", Sign.Received, 0.5, ["due", "deadline", "target date", "to follow", "will follow"],
            $@"\b((reply|response|answer)( date)?( is| will be)? due|deadline|target date|due date|due)( is| will be| by| on| for|:)*( the)?( (monday|tuesday|wednesday|thursday|friday),?)? ?[0-9]{{1,2}}((st|nd|rd|th)?( of)? {Months}|[/.-][0-9])|\b(full |our |a |an |the )?(answer|reply|response)s? (is |are )?(to|will) follow\b"),
        new("received.thanks", Sign.Received, 0.4, ["thank", "received"],
            @"\b(thank you|thanks|many thanks) (very much )?for (your|this|the|getting in touch|contacting|submitting|sending|getting)\b|\bwhich (we|i|the ccg|was) received\b"),
        new("received.handled", Sign.Received, 0.7, ["dealt", "handled", "processed", "considered", "answered", "progressed", "treated", "looked at", "looking into", "look into", "actioned", "reviewed", "working on"],
            @"\b(is|are|is now|will be|being|has been|been) (now )?(being )?(dealt with|handled|processed|considered|answered|progressed|looked at|looked into|actioned|reviewed|treated)\b.*\b(under|in (line|accordance) with|within|as|by|and)\b|\b(looking|look) into (this|it|your)\b|\bworking on (this|it|your)\b"),
        new("received.promise", Sign.Received, 0.65, ["respond", "reply", "response", "hear from us", "answer", "come back to you", "in touch", "get back to you", "update you", "contact", "get it to you", "receive", "due"],
            @"\b(we|i|you|ccg|team|response|someone|colleague)\b.*\b(will|shall|should|aims? to|endeavour to|can expect|may expect|hope to|is due|'ll)\b.*\b(respond|reply|response|hear from (us|me)|answer|come back to you|be in touch|get (it |this )?(back )?to you|due|be sent|receive)\b.*\b(within|no later than|by|before|as soon as|shortly|in due course|soon|on or before|working days)\b|\b(will|shall|'ll) (be in touch|come back to you|get back to you|be in contact|contact you|let you have)\b|\bdue (date|by)\b.*[0-9]|\b(response|reply|answer)\b.*\b(is|falls) due\b"),
        new("received.deadline", Sign.Received, 0.5, ["20 working", "twenty working", "statutory", "working days"],
            @"\b(within|in|than|the|of|statutory) (the )?(statutory )?(time ?(limit|scale|frame) of |period of |limit of )?(20|twenty)( \(twenty\)| \(20\))? working[- ]days?\b|\bstatutory (deadline|time ?(limit|scale|frame)|period|20)\b|\bdeadline for (our|a|this|the) (response|reply)\b"),
        new("received.logged", Sign.Received, 0.6, ["logged", "registered", "recorded", "quote", "allocated", "reference"],
            @"\b(logged|registered|recorded|allocated|treated) (as|under|with)\b.*\b(foi|freedom|request|reference|ref|number)\b|\bplease quote\b|\bquot(e|ing) (the |this |our )?(ref|foi|reference|number)\b|\byour (unique )?(reference|ref)( number)? (for this|is|number)\b|\b(allocated|assigned) to\b|\b(has been|been) (given|allocated|assigned)\b.*\b(ref|reference|number)\b"),
        new("received.passed-on", Sign.Received, 0.6, ["forwarded", "passed", "sent", "circulated", "asked"],
            @"\b(forwarded|passed|circulated|sent) (your |this |these |it |them |the )*(request|questions?|enquiry|e-?mail|query)?( on)? ?to (our|the|my|a) (relevant|appropriate|procurement|contract|colleague|team|information|governance|director|lead|foi|freedom|finance|department|manager|service)[a-z]*|\bpassed to the relevant\b|\basked (our|my|the) (colleagues?|procurement|contracts?|team)\b"),
    ];

    private static IEnumerable<KindRule> Asking() =>
    [
        new("unclear.clarify", Sign.Unclear, 0.8, ["clarif"],
            @"\b(seek(ing)?|require[sd]?|requesting|need|needs|ask(ing)? (you )?for|request|obtain|grateful for|welcome|like) (some |a little |your |further |any |a |more )*clarification\b|\b(please|could you|can you|kindly|to|you to|grateful if you (could|would)|would you) (please |kindly )?clarify\b|\bclarify (what|which|whether|your|the|if)\b|\bclarification (is )?(needed|required|sought|on|of|regarding|request)\b"),
        new("unclear.section-1-3", Sign.Unclear, 0.8, ["1(3)", "1 (3)"], @"\b(section|s\.?) ?1 ?\(3\)"),
        new("unclear.more-information", Sign.Unclear, 0.65, ["information from you", "details from you", "more detail", "further detail", "additional information", "further information"],
            @"\b(further|additional|more|some) (information|details?) from you\b|\bneed (some |a little )?(further|additional|more) (information|details?)\b.*\b(before|in order|to (identify|locate|help|answer|proceed|enable|be able))\b"),
        new("unclear.says-so", Sign.Unclear, 0.75, ["clear", "unclear", "ambiguous", "broad", "understand what", "unsure what", "not sure what", "too vague"],
            @"\b(is|are|was) (not|in)(sufficiently)? ?(sufficiently |entirely |quite )?clear( enough)?\b|\b(is|are|seems|appears) (rather |somewhat |a little |very |too |ambiguous or )?(unclear|ambiguous|vague|broad)\b|\b(unsure|not sure|uncertain|unclear) (about )?(what|which|whether)\b.*\b(you|mean|request|refer)|\b(don't|do not|cannot|can't) (quite |fully )?understand (what|which)\b"),
        new("unclear.clock", Sign.Unclear, 0.7, ["on hold", "clock", "will begin", "will start", "will restart", "recommence", "until we", "once we", "when we", "from the date"],
            @"\b(is|been|be|placed|put|request) on hold\b|\b(stopped|paused|stop|suspended) the clock\b|\bclock (has |is |will )?(be )?(stopped|paused|stop|restart|start)\b|\b(will|to) (then )?(begin|start|restart|recommence|resume|be reset)\b.*\b(once|when|on receipt|from the (date|day)|after|until)\b|\b(cannot|can't|unable to) (proceed|progress|begin|start|take)\b.*\buntil\b|\buntil (we|i) (hear|receive)\b", evenIfHypothetical: true),
        new("unclear.asks", Sign.Unclear, 0.7, ["could you", "can you", "would you", "please tell", "please specify", "please confirm", "please let us know", "please state", "please indicate", "please let me know", "please advise", "do you ", "are you", "please advise", "is it", "did you"],
            @"\b(could|can|would) you (please |kindly |also |just )*(confirm|tell (us|me)|specify|narrow|clarify|let (us|me) know|advise|explain|indicate|be more specific|refine|define|say)\b|\bplease (could you |can you |also )?(tell us|tell me|specify|confirm|advise|state|indicate|let (us|me) know) (which|what|whether|if you (mean|want|are|require|would like)|exactly)\b|\bdo you (mean|want|require|need|wish|intend)\b.*\?|\bare you (asking|looking|interested|seeking|referring|after|requesting)\b.*\?", evenIfHypothetical: true),
        new("unclear.name", Sign.Unclear, 0.75, ["name"],
            @"\b(real|full|your) name\b.*\b(section 8|valid|applicant|act|required|need|before)\b|\b(provide|need|confirm|supply|give|require) (us with )?your (full|real|own) name\b"),
        new("unclear.narrow", Sign.Unclear, 0.6, ["narrow", "refine", "reword", "rephrase", "more specific"], @"\b(narrow|refine|reword|rephrase|limit|reduce)( down)? (the|your) (period|scope|request|question)\b|\bbe more specific\b"),
        new("unclear.closes", Sign.Unclear, 0.6, ["do not receive", "do not hear", "no reply", "not heard", "don't hear"],
            @"\bif (we|i) (do not|don't|have not) (receive|hear|heard|received)\b.*\b(closed?|withdrawn|lapsed|assume|treat)\b", evenIfHypothetical: true),
    ];

    private static IEnumerable<KindRule> Charging() =>
    [
        new("fee.notice", Sign.Fee, 0.9, ["fee notice", "fees notice"], @"\bfees? notice\b"),
        new("fee.section", Sign.Fee, 0.8, ["section 9", "section 13", "s.9", "s9", "s.13"],
            @"\b(section|s\.?) ?(9|13)\b.*(\b(fee|charge|pay|paid)|£)|(\b(fee|charge|pay|payment|paid)\b|£).*\b(section|s\.?) ?(9|13)\b"),
        new("fee.amount", Sign.Fee, 0.75, ["£", "pence", "p per", "p a "],
            @"\b(fee|charge|disbursements?|cheque|payment|postage|photocopying|copying)\b.*(£ ?[0-9]|\b[0-9]+ ?p\b)|£ ?[0-9][[0-9],.]*.*\b(payable|disbursements?|cheque|payment|pay)\b"),
        new("fee.applies", Sign.Fee, 0.75, ["fee ", "charge", "payment", "to pay"],
            @"\ba (fee|charge) (of\b.*)?(applies|is payable|is due|is required|will be (charged|payable|made)|must be paid|has been calculated)\b|\b(upon|on|until|before) (receipt of )?(the |your |this )?(fee|payment) (is|has been|being)? ?(received|paid|of)\b|\b(clock|period|days)\b.*\b(paus|stop|exclud)[a-z]*\b.*\b(fee|payment)\b|\bwish to pay\b", evenIfHypothetical: true),
    ];

    private static IEnumerable<KindRule> Delaying() =>
    [
        new("later.section-10-3", Sign.Later, 0.85, ["10(3)", "10 (3)"], @"\b(section|s\.?) ?10 ?\(3\)"),
        new("later.public-interest", Sign.Later, 0.8, ["public interest"],
            @"\bpublic interest( test)?\b.*\b(further|additional|extend|extension|complete|more time|not yet|still)\b|\b(still |currently |continu[a-z]+ to )?(weigh|consider|assess|apply|conduct|carry out|carrying out|undertak|balanc)[a-z]* (up )?(where )?(the )?(balance of the )?public interest\b|\b(further|additional|more|extra)\b.*\btime\b.*\bpublic interest\b"),
        new("later.extend", Sign.Later, 0.8, ["extend", "extension", "further 20", "additional 20", "further twenty", "additional twenty", "more time", "further time", "additional time", "extra time", "longer", "revised", "another", "new deadline"],
            @"\b(further|additional|extra|another) (period of )?(up to )?([0-9]{1,2}|twenty|ten|five|fifteen)( \([0-9]+\))? working days\b|\b(extend|extended|extending|extension)\b.*\b(time|deadline|limit|period|response|target)\b|\b(time|deadline|limit|period)\b.*\b(has been|been|be|is|are) extended\b|\b(need|require|needs|taking|take) (a little |some |a bit |much )*((more|further|additional|extra) time|longer)\b|\brevised (date|deadline|target|response)\b|\bnew (target )?(date|deadline) (of|for|is|has)\b"),
        new("later.apology", Sign.Later, 0.6, ["apolog", "sorry", "regret"],
            @"\b(apolog(y|ies|ise|ize|ising)|sorry|regret)\b.*\b(delay[a-z]*|late|overdue|taking (so |longer)|not (yet )?(been able|responded|replied|answered|sent)|long(er)?|deadline)\b|\b(delay|late)\b.*\bapolog(y|ies|ise)\b"),
        new("later.overdue", Sign.Later, 0.75, ["overdue", "late", "delay"],
            @"\b(foi|request|response|reply|answer)\b.*\b(is|are|now|currently|be|been) ([a-z]+ )?([a-z]+ )?(overdue|delayed|late)\b|\bwill be (slightly |a little |unfortunately )?(late|delayed)\b|\bthere (is|has been|will be) a (slight |short |further )?delay\b|\bdelay in (getting|providing|obtaining|compiling|receiving|our (response|reply))\b"),
        new("later.not-in-time", Sign.Later, 0.75, ["deadline", "timescale", "timeframe", "time frame", "time limit", "by today", "in time", "due date", "position to", "unable to", "everything", "not yet"],
            @"\b(not|unable|unlikely|cannot|won't|fail[a-z]*|miss[a-z]*)\b.*\b(meet|met|respond|reply|answer|complete|provide|send|miss[a-z]*)\b.*\b(deadline|time ?(scale|frame|limit|period)s?|by today|in time|due date|within the|20 working)\b|\b(miss|missed|missing) (the|our|this) (statutory |20 |original )?(deadline|date)\b|\bnot (yet )?(be )?in a position to (respond|reply|answer|provide|send)\b|\b(do not|don't|not) (yet )?have (everything|all)\b.*\b(yet|need)\b|\b(is|are) not yet (complete|ready|available)\b"),
        new("later.holding", Sign.Later, 0.8, ["holding", "awaiting", "waiting", "chasing", "approval", "sign-off", "sign off", "signed off", "still"],
            @"\bholding (reply|response|e-?mail|letter|message)\b|\bstill (awaiting|waiting (for|on)|chasing)\b|\b(awaiting|waiting (for|on)|chasing)\b.*\b(information|input|team|colleagues?|department|approval|response|data|figures?|sign.?off|answers?|details)\b|\b(with|awaiting|await|for|waiting for) (our |the |its |final )*(director|executive|senior|chief|accountable|approval|sign.?off|final approval)\b|\bstill (working on|compiling|collating|gathering|preparing|collecting|being (prepared|collated|compiled|approved))\b"),
        new("later.hope", Sign.Later, 0.5, ["hope to", "anticipate", "aim to", "expect to", "intend to", "will be with you", "should be with you"],
            @"\b(hope|anticipate|aim|expect|intend|plan)[a-z]* (to |that |it |releasing |sending )*(be able to |being able to )?(send|release|provide|respond|reply|issue|releasing|sending|have|get|let you have|answer)\b.*\b(by|on|before|end of|week|within|shortly|soon)\b.*", evenIfHypothetical: true),
    ];

    private static IEnumerable<KindRule> Passing() =>
    [
        new("elsewhere.redirect", Sign.Elsewhere, 0.75, ["direct", "submit", "resend", "re-send", "address"],
            @"\b(please|kindly|you|should|could you|to) (please |kindly |should |need to |will need to |may wish to )?(redirect|re-direct|re-?submit|re-?send|submit|address|direct) (your|this|the|it|any)( request| enquiry| questions?| foi)?\b.*\b(to|there|at|via)\b|\bredirect(ed|ing) (your|this|the) (request|enquiry|questions)\b"),
        new("elsewhere.transfer", Sign.Elsewhere, 0.8, ["transfer"],
            @"\btransfer(red|ring)? (of )?(your|this|the) (foi |freedom of information )?(request|enquiry|questions?)\b|\b(request|enquiry) (has been|is being|will be|should be|was) transferred\b"),
        new("elsewhere.passed", Sign.Elsewhere, 0.8, ["passed", "forwarded", "sent"],
            @"\b(passed|forwarded|sent|referred)( on)? (your|this|the) (request|enquiry|foi|questions|e-?mail|query)( on)? to\b.*\b(csu|support unit|nhs england|nhs improvement|council|trust|another|neighbouring|department|hospital|foundation|who will (reply|respond|answer|deal|contact))\b|\bwho will (reply|respond|answer|write|be in touch|deal with (it|this|your)|handle)\b.*\b(direct|directly|on (our|the ccg's|its) behalf)\b|\b(will|to) (reply|respond|write) (to you )?direct(ly)?\b"),
        new("elsewhere.contact", Sign.Elsewhere, 0.6, ["contact", "approach", "write to", "direct", "send your", "send any", "send all"],
            @"\b(you may (wish|like|want) to|you should|please|suggest( that)? you|advise( that)? you( to)?|recommend( that)? you|need to|will need to|who you) (please |therefore |instead |now |should |then )*(contact|approach|write to|direct|re-?direct|send (your|any|all))\b.*\b(nhs england|csu|support unit|council|trust|hospital|ccg|them|department|nhs|instead|authority|foi team|directly|progress)\b"),
        new("elsewhere.held-by", Sign.Elsewhere, 0.55, ["held by"], @"\b(is|are|may be|would be|will be|likely to be) held by (the |our |your |nhs |another |a |north |south |east |west )"),
        new("elsewhere.not-ours", Sign.Elsewhere, 0.6, ["addressed to", "directed to", "sent to", "responsib", "deal with this", "on behalf of", "not the correct", "not the right", "wrong"],
            @"\b(should|must|need to|needs to) (now |therefore |instead )?be (addressed|directed|sent|made|submitted|re-?directed) (directly )?to\b|\b(is|are|be) (the )?responsib(le|ility)( for| of)\b.*\b(nhs england|csu|support unit|council|trust|contracts?|commissioning of|procurement)\b|\b(nhs england|csu|support unit|council|trust)\b.*\b(is|are) responsible\b|\bdoes not deal with (this|these|such|foi)\b|\b(not|isn't) the (correct|right|appropriate|relevant) (authority|organisation|body|ccg|public)\b|\b(handles?|deals? with|manages?|answers?|processes|responds? to)\b.*\b(foi|freedom of information|requests)\b.*\b(on behalf of|for) (the|our|this|all|nhs)\b"),
    ];

    private static IEnumerable<KindRule> Withholding() =>
    [
        new("withheld.notice", Sign.Withheld, 0.85, ["refus", "not obliged", "decline", "unable to comply", "not required to"],
            @"\brefusal notice\b|\b(refuse|refuses|refused|refusing|declin(e|es|ed|ing)) (to )?(your|the|this|comply|disclose|provide|release|answer|to)\b|\brequest (is|has been|must be|was) (therefore |being )?(refused|declined)\b|\b(not|no longer) (obliged|required|under a duty) to (comply|provide|supply|disclose|answer|confirm)\b|\bunable to comply with\b"),
        new("withheld.withhold", Sign.Withheld, 0.85, ["withh"], @"\b(withh(eld|old|olds|olding))\b"),
        new("withheld.section", Sign.Withheld, 0.65, ["section", "s.", "s1", "s2", "s3", "s4"],
            @"\b(sections?|s\.?) ?(12|14|21|22a?|31|32|36|38|40|41|42|43|44)\b( ?\([0-9][a-z]?\))*"),
        new("withheld.exempt", Sign.Withheld, 0.75, ["exempt"],
            @"\b(is|are|be|as|information|considered|therefore|being|deemed) (therefore |also |considered |to be |currently )*exempt\b|\bexempt(ed)? (from (disclosure|release)|under|by virtue)\b|\b(maintain[a-z]*|apply[a-z]*|applied|engaged?|engages|rely[a-z]*|relied|claim[a-z]*|citing|cite)\b.*\bexemptions?\b|\bexemption\b.*\b(applies|applied|is engaged|engaged|claimed)\b"),
        new("withheld.cost", Sign.Withheld, 0.8, ["18 hours", "eighteen hours", "appropriate limit", "£450", "£600", "cost limit", "24 hours", "exceed the"],
            @"\b(exceed|exceeds|exceeding|over|above|more than|excess of|take|longer than)\b.*\b(appropriate limit|18 hours|eighteen hours|cost limit|£ ?450|£ ?600|24 hours)|\b(appropriate|cost) limit\b.*\bexceed"),
        new("refused.request", Sign.RefusedWhole, 0.8, ["refus", "declin", "comply with"],
            @"\b(refuse|refuses|refusing|decline|declines|declining)( to comply with)? (the|your|this) (whole |entire )?(foi |information )?request\b|\brequest (is|has been|must be|was)( therefore| being)? (refused|declined)\b|\b(not (obliged|required)|no duty|unable|need not) (to )?comply with (the|your|this|a) request\b"),
        new("refused.cost", Sign.RefusedWhole, 0.5, ["section 12", "s12", "s.12", "appropriate limit", "cost limit"], @"\b(section|s\.?) ?12\b|\b(appropriate|cost) limit\b"),
        new("refused.notice", Sign.RefusedWhole, 0.5, ["refusal notice"], @"\brefusal notice\b"),
        new("withheld.vexatious", Sign.Withheld, 0.75, ["vexatious", "repeated request", "repeats"], @"\b(vexatious|repeated request|substantially similar|repeats (one|a request))\b"),
        new("withheld.neither", Sign.Withheld, 0.85, ["neither confirm"], @"\bneither confirm(s|ing)? (n?or) den(y|ies|ying)\b"),
        new("withheld.prejudice", Sign.Withheld, 0.7, ["prejudice", "confidence", "commercially sensitive", "commercial confidential", "commercially confidential", "commercial sensitivity", "personal data"],
            @"\bprejudice\b.*\b(commercial|interests?)\b|\b(provided|given|supplied|obtained) (to us )?in confidence\b|\bcommercial(ly)? (sensitiv[a-z]+|confidential[a-z]*|in confidence)\b"),
    ];

    private static IEnumerable<KindRule> Lacking() =>
    [
        new("not-held.hold", Sign.NotHeld, 0.8, ["hold", "held", "found", "located", "identified"],
            @"\b(does|do|did)( not|n't) (currently |actually |centrally |itself |routinely )?hold\b|\b(holds?|held|hold) (no|nothing|none)\b|\bnot (currently |actually |centrally |routinely )?held\b|\bno (such |recorded |relevant )?(information|data|records?|documents?)\b.*\b(held|found|located|identified)\b"),
        new("not-held.record", Sign.NotHeld, 0.7, ["record", "collect", "collat", "captur"],
            @"\b(does|do|did)( not|n't) (currently |routinely |centrally )?(collect|record|collate|capture|keep (a )?record)\b.*|\b(is|are|was|were)( not|n't) (currently |centrally |routinely |something )*(collected|recorded|collated|captured)\b|\bnot (data|information|something)\b.*\b(collects?|holds?|records?|collates?|captures?)\b"),
        new("not-held.have", Sign.NotHeld, 0.7, ["not have", "n't have", "no information", "nothing"],
            @"\b(does|do|did)( not|n't) have (any |this |the |such |that |access to )*(information|data|records?|figures|details)\b|\bhave no (information|data|records)\b|\bhas no (information|data|records?)\b"),
        new("not-held.we-do-not", Sign.NotHeld, 0.75, ["do not", "don't", "does not", "doesn't"], @"^(i regret |unfortunately,? |i am afraid )?(that )?(we|it|the ccg) (do|does)( not|n't)( hold (it|any|this))?[.!]?$"),
        new("not-held.found", Sign.NotHeld, 0.7, ["found", "located", "available", "search"],
            @"\bno (information|records?|documents?|data)\b.*\b(was|were|has been|have been|could be) (found|located|identified)\b|\b(information|data) (is|are) not available\b|\bsearch\b.*\b(found|located|identified|revealed) (no|nothing)\b"),
    ];

    private static IEnumerable<KindRule> Answering() =>
    [
        new("in-part.says-so", Sign.InPart, 0.75, ["partial", "part of", "some of the", "in part", "partly"],
            @"\bpartial(ly)?( response| disclosure| answer| granted| reply| fulfil[a-z]*| release| met| upheld)?\b|\b(part|some) of (the|your|this) (information|request|data|questions)\b|\bin part\b|\banswer (in )?part\b"),
        new("in-part.to-follow", Sign.InPart, 0.75, ["to follow", "will follow"], @"\b(rest|remain(der|ing)|others?|questions? ?[0-9]|answers? to (the )?(q|questions?|others?|rest|remaining|[0-9])|figures|data|missing|final (part|question)|last (part|question))\b.*\b(to|will) follow\b|\b(and|to|&|,|q) ?[0-9] (to|will) follow\b"),
        new("in-part.redacted", Sign.InPart, 0.75, ["redact", "remainder", "blacked out"], @"\bredact(ed|ions?|ing)\b|\bthe remain(der|ing)\b.*\b(exempt|withheld|not|questions?|refused|information)\b|\bblacked out\b"),
        new("in-part.question", Sign.InPart, 0.75, ["question", "part", "point"],
            @"\b(unable|not able|cannot|can't) (to )?(answer|provide|respond|supply|give)\b.*\b(questions?|parts?|points?|q) ?[0-9]\b|\b(questions?|parts?|points?) ?\(?[0-9]\)?\b.*\b(not (recorded|held|available|collected)|withheld|unable|exempt|cannot)\b|\bhowever\b.*\b(not (recorded|held)|withheld|exempt|not hold)\b"),
        new("answered.attached", Sign.Answered, 0.8, ["attach", "enclos"],
            @"\b(attach|enclos)(ed|ing|e|ement|ment|es)?\b.*\b(response|reply|answers?|information (you )?(requested|asked)|requested information|disclosure)\b|\b(response|reply|answers?|information)\b.*\b(attach|enclos)(ed|ing|ement|ment)?\b"),
        new("answered.attached-something", Sign.Answered, 0.45, ["attach", "enclos"], @"\b(please (find|see)( the)?|is|are|have|i|we|attached|see) (attach|enclos)(ed)?\b|\b(attached|enclosed)\b.*\b(policy|document|copy|strategy|framework)\b"),
        new("answered.below", Sign.Answered, 0.8, ["below", "beneath", "as follows", "under each", "set out", "following", "in red", "in blue", "in bold", "inline", "in line", "in italics"],
            @"\b(response|reply|answers?|responses|information)\b.*\b(below|beneath|as follows|under (each|your)|set out|in (red|blue|bold|green|italics)|inline)\b|\b(please (find|see)|see|find)( our| my| the)?( answers?| responses?| reply)? (below|beneath)\b|\b(below|beneath) (is|are) (our|the|my)\b.*\b(answers?|response|reply)\b|\bi have answered\b|\bour (answers?|responses?) (to|is|are)\b.*\b(follows?|below)\b"),
        new("answered.response", Sign.Answered, 0.55, ["response", "reply"],
            @"\b(this|in|our|the|ccg's|ccg|final|full|below) (full |final |formal )?(response|reply) (to|of|is|on behalf|from)\b.*\b(request|as follows|below|foi|ccg|questions|behalf|enquiry)\b|\b(response|reply) is (sent|given|provided|made)\b|\bthis (letter|e-?mail) (is|provides|constitutes|contains|forms) (our|the|a|in)\b.*\b(response|reply|answer)\b"),
        new("answered.able-to", Sign.Answered, 0.6, ["able to", "can confirm", "pleased to", "happy to", "respond"],
            @"\b(i|we|ccg)( am| are| is|'m|'re)? (now )?(able|pleased|happy|in a position) to (provide|confirm|supply|respond|answer|send|disclose|release|advise|enclose)\b|\b(i|we|ccg) can (now )?(confirm|advise)( that)? (the ccg|nhs|we (do|have|hold|did|are)|there)\b|\b(i|we|ccg) can (now )?(tell you|respond|answer|provide)\b"),
        new("answered.hope", Sign.Answered, 0.6, ["trust", "hope"], @"\b(i|we) (trust|hope) (that )?(this|the|these|it) (information |response |reply |above |attached |is |will be )*(answers?|helps?|helpful|satisf[a-z]+|useful|assist[a-z]*|of (help|use|assistance)|meets?|of interest|addresses|provides|clarif[a-z]+)\b|\bhope (this|that) helps\b", evenIfHypothetical: true),
        new("answered.corrected", Sign.Answered, 0.45, ["correct", "amend", "revised", "error", "slip", "mistake"],
            @"\b(correct|correction|corrected|amend|amended|amendment|revised|error|slip|mistake)\b.*\b(response|answer|reply|figures?|question)\b|\b(figure|number|response|answer)\b.*\b(should (have been|be|read)|was (wrong|incorrect))\b"),
        new("answered.question-numbers", Sign.Answered, 0.5, ["question", "q1", "q2"], @"\b(in (answer|response|reply|relation) to|regarding|as for) (your )?(q|question|first|second)\b"),
        new("on-website.answer", Sign.OnWebsite, 0.75, ["website", "web site", "link", "http", "www", "online", "webpage", "web page", "publication scheme", "disclosure log"],
            @"\b(response|reply|answers?|information|this|requested|document|policy|details|which|it|these|strategy)\b.*\b(published|added|placed|posted|uploaded|available|accessible|found|accessed|viewed|downloaded|online|obtained|publicly)\b.*\b(website|web ?page|link|http|www|online|at:|here|internet|following|web site|publication scheme|disclosure log)\b|\b(published|available) on (our|the|its|the ccg's) (web ?site|web ?page)\b|\b(please )?(see|follow|use|click|visit|refer to)\b.*\b(link|our website|http[^ ]+|www[^ ]+)\b"),
        new("received.months", Sign.Received, 0.3, ["due", "by ", "before ", "later than"], $@"\b(by|due|before|no later than|on or before) (on |by )?(the )?(monday|tuesday|wednesday|thursday|friday)?,? ?[0-9]{{1,2}}(st|nd|rd|th)?( of)? {Months}\b"),
    ];
}
