namespace FoiPipeline.Tests.Replies.Corpus;

/// <summary>Written after the rules, to see how they do on voices they were not written for: longer templates, odd forms, mixed messages.</summary>
internal static class CorpusOfStrangers
{
    public const string Text = """
=== stranger-01 | Acknowledgement
Subject: Acknowledgement of FOI request - Our Ref: E00231 / Your Ref: SV16-02N
Dear Ms Doe,

FREEDOM OF INFORMATION ACT 2000 - REQUEST FOR INFORMATION

Thank you for your recent e-mail requesting information under the above Act.

The Act provides that in most cases the CCG must respond promptly and in any event within 20 working days. There may however be circumstances in which the CCG needs longer, for example where the public interest test has to be applied, and if this occurs you will be advised of the likely timescale.

In some cases, a charge may be made for providing information. If a charge does apply we will tell you the amount, and no information will be supplied until it has been paid. Where the information is exempt, you will receive a refusal notice which explains the exemption relied upon.

If we are not the correct authority to deal with your request, we will tell you who is.
{sig}
{nhsmail}
{outlook}
=== stranger-02 | Full
Subject: RE: Freedom of Information request SV16-02N [OFFICIAL]
Dear Ms Doe

Your request for information has now been considered. The CCG's response to each element of your request is set out below:

1.    A copy of, or link to, the CCG's social value policy

This can be found at http://www.ccg.example/policies and so is exempt under section 21 of the Act (information accessible by other means).

2.    How the CCG has applied the Act

Procurement on behalf of the CCG is undertaken by the CSU. Social value is considered for each procurement above the threshold as part of the pre-procurement business case.

3.    Use below the OJEU threshold

The CCG has not applied the Act to contracts below this threshold.

4.    Number and percentage of tenders

During the past 12 months the CCG completed 3 tenders. The Act was applied in 2 of these (67%).

5.    Typical weighting

Between 2 and 5%

If you have any queries about this letter please contact me.
{sig}
{rights}
{outlook}
=== stranger-03 | Extension
Subject: FOI Request Ref 16/17-113
Dear Jane Doe

I write further to my acknowledgement of 12 August regarding your request.

The CCG holds information relevant to your request. However, we believe that some of it may be exempt under section 43(2) of the Act, which is a qualified exemption. We are required to carry out a public interest test, and have not yet reached a decision. We estimate that we will be able to let you have a decision by 6 October.
{sig}
{rights}
=== stranger-04 | Clarification
Subject: Re: Freedom of Information request SV16-02N
Dear Jane

Thank you for your request. In order for us to process it, I would be grateful if you would confirm the following:
- the time period you would like question 4 to cover
- whether you want information about contracts let by the CSU on our behalf

Please note that the 20 working day deadline will commence upon receipt of your clarification.
{sig}
{apple}
=== stranger-05 | NotHeld
Subject: FOI 16-377 Response
Dear Jane Doe

In response to your questions:

Q1 - The CCG does not hold this information.
Q2 - As above.
Q3 - As above.
Q4 - The CCG does not hold this information.
Q5 - N/A

Should you require anything else do let me know.
{sig}
{rights}
=== stranger-06 | Full
Subject: Freedom of Information Request
Good Afternoon

Please see attached.

Kind regards
@@attach Doe Social Value.docx
NHS Wold Clinical Commissioning Group
Freedom of Information Request - Ref 1617-220

Request:
{questions}

Response:
The CCG is committed to securing social value for the people it serves. It has no separate policy but the principles of the Act are referred to in its procurement strategy. The CCG's tenders ask bidders to describe the wider benefits that they would bring. Two tenders were completed in the past twelve months and both included a question of this kind, weighted at 5%.
@@end
=== stranger-07 | OutOfOffice
Subject: Automatic reply: Freedom of Information request SV16-02N
Hi

Thanks for your email. I am out of the office on annual leave, returning Tuesday 30 August. If your email relates to a Freedom of Information request please send it to the FOI team, and they will respond within 20 working days.

Regards
=== stranger-08 | AutoAcknowledgement
Subject: RE: Freedom of Information request SV16-02N
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: DR, OOF, AutoReply
Thank you for contacting the CCG. Please accept this email as confirmation that your message has been received. If you are making a Freedom of Information request you will receive a formal acknowledgement within 2 working days.

If you wish to make a complaint please email complaints@ccg.example. For media enquiries ring 01632 960001.
=== stranger-09 | Refusal
Subject: FOI 2016-0917
Dear Ms Doe

I can confirm that the CCG holds the information you have requested. However, to provide it would require a manual review of all contract files held since April 2015. It is estimated that this would take in excess of 40 hours. Section 12 of the Freedom of Information Act allows public authorities to refuse requests where the cost of compliance exceeds £450, which represents 18 hours of work. The CCG is therefore not obliged to comply with your request.
{sig}
{rights}
=== stranger-10 | Transfer
Subject: RE: Freedom of Information request SV16-02N
Dear Jane

Thank you for your email. From 1 April, FOI requests for NHS Rill CCG are managed by Midland Commissioning Support Unit. I have therefore forwarded your request to the CSU FOI team, who will respond to you directly in due course.
{sig}
{outlook}
=== stranger-11 | Partial
Subject: FOI response
Dear Ms Doe,

Further to your request, please find our response below.

1. Attached.
2. The CCG has regard to the Act in line with its procurement policy.
3. No
4. We do not keep a central log of this and could not say without examining each file, which would exceed the appropriate limit under section 12.
5. Varies.
{sig}
{rights}
@@long Procurement Policy 2015.pdf
=== stranger-12 | FeesNotice
Subject: FOI 3378 fees
Thank you for your request. The CCG has calculated that the cost of photocopying and posting the documents is £27.40. In line with section 9 of the Act we require payment of this fee before the information can be provided. Please send a cheque to the address below.
{sig}
=== stranger-13 | Bounce
Subject: Undeliverable: Freedom of Information request SV16-02N
From: postmaster@bay.example
Delivery has failed to these recipients or groups:
FOI (foi@bay.example)
Your message wasn't delivered due to a permission or security issue. It may have been rejected by a moderator.
Diagnostic information for administrators: #550 5.7.1 RESOLVER.RST.AuthRequired
=== stranger-14 | Acknowledgement
Subject: Re: Freedom of Information request SV16-02N
Hi Jane, thanks for chasing. Yes we did get it, sorry nobody let you know. Reference is FOI.16.DUN081 and you'll get your answer by the 8th as normal.
Bev
{gmail}
=== stranger-15 | Full
Subject: Ref FOI 4432
Dear Jane

I can confirm that the CCG does not have a social value policy and has not formally applied the Act in any procurement in the last 12 months. No weighting has therefore been applied.
{sig}
{rights}
=== stranger-16 | Other
Subject: Thank you for your order
From: shop@books.example
Thank you for your order of 9 August, which we have received. Your books will be sent within 5 working days. Order reference 3381120.
=== stranger-17 | Extension
Subject: RE: Freedom of Information request SV16-02N
Dear Ms Doe,

Unfortunately the colleague who holds this information is on annual leave until 12 September and I am therefore unable to provide a response by the due date. I will send it to you as soon as she returns. Apologies for this.
{sig}
{outlook}
=== stranger-18 | Full
Subject: FW: FOI - Social Value
Hi Jane

Please see below.

Regards
Kim

From: Procurement Team
Sent: 07 September 2016 15:12
To: FOI
Subject: RE: FOI - Social Value

Kim, responses as follows

Q1 Link to policy here http://www.csu.example/sv
Q2 Embedded in the tender templates
Q3 Yes on occasion
Q4 5 tenders 100%
Q5 10%
=== stranger-19 | Clarification
Subject: FOI 8812
Dear Ms Doe,
Your request refers to "the CCG". As you will know, NHS Hythe CCG and NHS Romney CCG share management. Which of the two does your request concern? We will begin work once we know.
{sig}
=== stranger-20 | Refusal
Subject: Freedom of Information Act response
Dear Jane Doe

I regret to inform you that we are unable to provide you with the information requested as we consider it exempt by virtue of section 43(2) of the Act. Disclosure would, or would be likely to, prejudice the CCG's commercial interests. We have considered the public interest and concluded that it lies in withholding.
{sig}
{rights}
{confidential}
=== stranger-21 | Acknowledgement
Subject: FOI Acknowledgement
Please find attached a letter regarding your request for information.
{sig}
@@attach 2016-08-12 Ack letter Doe.pdf
12 August 2016
Dear Ms Doe
Re: Your request for information under the Freedom of Information Act 2000
Thank you for your request for information dated 10 August 2016, which was received on 10 August 2016. Your request is now being dealt with and you will receive a response within twenty working days of receipt.
If, for any reason, we are unable to meet this deadline we will keep you fully informed of the reasons for this.
If you have any queries, please do not hesitate to contact me.
Yours sincerely
@@end
=== stranger-22 | Full
Subject: Response to FOI 2016/202
Please find the response to your FOI request attached.

If you are dissatisfied with the handling of your request, you have the right to ask for an internal review.
@@attach 2016-202 Response.pdf
Our ref: 2016/202
Dear Ms Doe
I write in response to your request for information.
You requested:
{questions}
Our response:
1. No, the CCG does not currently have one.
2. Not applied.
3. No.
4. 0
5. N/A
You are free to use the information for your own purposes. It is exempt from copyright charges.
Yours sincerely
@@end
=== stranger-23 | Partial
Subject: RE: SV16-02N
Dear Jane, answers to 1-3 attached. 4 and 5 to follow as soon as contracts come back to me, apologies for the delay on those.
{sig}
@@attach answers 1-3.docx
1. Social value policy: none in place.
2. We include a question on it in our tenders.
3. Not applied below threshold.
@@end
=== stranger-24 | OutOfOffice
Subject: Re: Freedom of Information request SV16-02N
Auto-Submitted: auto-replied
Precedence: bulk
Please note I have moved to a new role and this email address is not in use. Contact the main FOI inbox for all requests.
=== stranger-25 | Full
Subject: RE: Freedom of Information request SV16-02N
Jane,

The CCG's answers are in blue after each question:

-----Original Message-----
From: Jane Doe [mailto:foi@healthy.example]
Sent: 10 August 2016 09:02
To: FOI
Subject: Freedom of Information request SV16-02N

Dear FOI officer,
Under the Freedom of Information Act 2000 I would like to ask the following questions.
1. {q1} It is on our website at www.ccg.example.
2. {q2} Through the tender documents.
3. {q3} Not to date.
4. {q4} None.
5. {q5} Not applicable.

Yours faithfully
Jane Doe
""";
}
