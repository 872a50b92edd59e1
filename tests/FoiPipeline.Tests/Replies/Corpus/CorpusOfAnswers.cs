namespace FoiPipeline.Tests.Replies.Corpus;

internal static class CorpusOfAnswers
{
    public const string Text = """
=== refuse-01 | Refusal
Subject: FOI 2210 response
Dear Ms Doe

We estimate that to answer would take considerably more than 18 hours and so exceed the appropriate limit of £450. The request is therefore refused under section 12(1). This letter is a refusal notice under section 17.

You may be able to narrow your request, for instance to one service area.
{sig}
{rights}
=== refuse-02 | Refusal
Subject: RE: Freedom of Information request SV16-02N
The CCG is withholding the information under section 43(2), since its release would be likely to prejudice the commercial interests of the CCG and of bidders. We have weighed the public interest and find that it favours maintaining the exemption.
{sig}
{outlook}
=== refuse-03 | Refusal
Subject: Decision on your request
Your request is refused as a repeated request under section 14(2): you had our answer to the same questions in June.
{sig}
=== refuse-04 | Refusal
Subject: FOI/44
I must inform you that the information you seek is exempt from disclosure under section 22 of the Act because it will be published in the autumn.
{sig}
{confidential}
=== refuse-05 | Refusal
Subject: Re: SV16-11M
We are not obliged to comply with a request where the cost of compliance would exceed the limit set by the Regulations. Each of some 400 contract files would have to be opened by hand. We estimate 62 hours.
{sig}
{apple}
=== refuse-06 | Refusal
Subject: Response to your FOI request
Please see our letter attached.
@@attach FOI response 5521.pdf
Dear Ms Doe

Thank you for your request of 10 August.

The CCG has decided to withhold the information you asked for. It was provided to us in confidence by bidders and section 41 of the Act applies. As this is an absolute exemption no public interest test is needed.

Yours sincerely
@@end
=== refuse-07 | Refusal
Subject: RE: FOI
We neither confirm nor deny that we hold the information, relying on section 31(3).
{sig}
{rights}
=== refuse-08 | Refusal
Subject: SV16-03N
Having taken advice the CCG regards your request, together with the others sent in this campaign, as vexatious. Section 14(1) applies and we decline to answer.
{sig}
=== notheld-01 | NotHeld
Subject: FOI response
I can confirm that NHS Moorside CCG does not hold the information you have requested.
{sig}
{rights}
=== notheld-02 | NotHeld
Subject: RE: Freedom of Information request SV16-02N
Dear Jane

1. Information not held.
2. Information not held.
3. Not held.
4. The CCG does not hold this information.
5. Not held.
{sig}
{outlook}
=== notheld-03 | NotHeld
Subject: Your request 771
Following a search of our paper and electronic records, I have established that the information you requested is not held by this CCG.
{sig}
=== notheld-04 | NotHeld
Subject: Re: social value
Hi Jane, nothing recorded on this I'm afraid. We don't hold any information about social value in procurement.
{gmail}
=== notheld-05 | NotHeld
Subject: FOI 16/221
Please find attached the CCG's response.
{sig}
@@attach 16-221 response.docx
Dear Ms Doe

FOI 16/221

In response to your request, the CCG holds no recorded information falling within the description specified in your request.

Yours sincerely
@@end
=== notheld-06 | NotHeld
Subject: SV16-08V
The CCG does not collect this data and so has no information to supply in answer to your questions.
{sig}
{nhsmail}
{outlook}
=== partial-01 | Partial
Subject: FOI response 3321
Please see below the CCG's answers.

1. Our social value policy is attached.
2. Social value is considered at the planning stage of each procurement and set out in the specification.
3. Yes, in two contracts for equipment.
4. This is not recorded centrally and the CCG does not hold the figures.
5. Withheld under section 43(2), commercial interests.
{sig}
{rights}
=== partial-02 | Partial
Subject: RE: Freedom of Information request SV16-02N
Dear Jane,

Some of the information you asked for is enclosed. The names of evaluators have been redacted under section 40(2).
{sig}
@@attach Response.pdf
Dear Ms Doe
In response to your request the CCG encloses its procurement strategy and the evaluation sheet. Names have been redacted under section 40(2).
@@end
=== partial-03 | Partial
Subject: Re: SV16-05L
We can answer questions 1, 2 and 3 as set out below. We are unable to answer questions 4 and 5 because the data is not held by the CCG.

Question 1: There is a procurement policy with a section on social value, link below.
Question 2: It is part of every business case.
Question 3: No, not to date.
{sig}
{gmail}
=== partial-04 | Partial
Subject: Partial response, ref 9012
Your request has been granted in part. The policy is supplied; the scoring of individual bidders is exempt under section 43.
{sig}
{rights}
@@long Procurement Policy v3.pdf
=== partial-05 | Partial
Subject: FOI - our answers
{q>1}
Yes, see our website.

{q>2}
We consider it when we design a service.

{q>3}
No.

{q>4}
Information not held.

{q>5}
Where used, 5%.
=== partial-06 | Partial
Subject: FOI 2016-88
@@attach FOI 2016-88 final response.docx
Dear Ms Doe
Thank you for your request received on 10 August.

Question | Response
{q1} | The CCG has adopted the policy of its support unit, enclosed.
{q2} | All tenders are screened for social value.
{q3} | Not so far.
{q4} | The CCG does not record this.
{q5} | Two per cent.

Yours sincerely
@@end
Please find our response attached.
=== partial-07 | Partial
Subject: SV16-07R
We are able to provide part of the information requested. Documents 1 and 2 are attached. The remainder is exempt from disclosure under section 22 as it is intended for publication.
{sig}
{outlook}
=== partial-08 | Partial
Subject: FOI 610

Q1: No policy. Q2: Through our contracts team's standard checklist. Q3: Not held. Q4: Not held. Q5: Usually about 3%.
{sig}
=== full-01 | Full
Subject: RE: Freedom of Information request SV16-02N
Dear Ms Doe

Please see our answers below.

1. The CCG does not have a stand-alone policy.
2. We consider social value when planning each service and ask bidders a question about it.
3. Not below the threshold.
4. Four of five tenders (80%).
5. Typically 5%.
{sig}
{rights}
{outlook}
=== full-02 | Full
Subject: FOI response 658
Dear Jane

{q1}
Attached.

{q2}
The Act is addressed in our procurement strategy.

{q3}
See question 2.

{q4}
Two procurements took place and it was considered in both (100%).

{q5}
It is typically not weighted.
{sig}
{confidential}
@@long Sustainability Commitments.pdf
=== full-03 | Full
Subject: FOI 12/16 - final response
Please find attached the CCG's response to your Freedom of Information request.
{sig}
@@attach FOI 12-16 Response.pdf
Dear Ms Doe

Freedom of Information Act 2000

Thank you for your request. Our responses are as follows.

Question 1: There is no policy.
Question 2: The CCG has not applied the Act.
Question 3: No.
Question 4: None. 0%.
Question 5: Not applicable.

I trust this answers your request.

Yours sincerely
Head of Governance
@@end
=== full-04 | Full
Subject: Re: SV16-03T
See answers in red below.

From: Jane Doe [mailto:foi@healthy.example]
Sent: 10 August 2016 09:02
To: FOI
Subject: Freedom of Information request SV16-03T

Dear FOI officer,

1. {q1}
No.
2. {q2}
Through the quality section of each tender.
3. {q3}
No.
4. {q4}
One of three, 33%.
5. {q5}
10%

Yours faithfully
Jane Doe
=== full-05 | Full
Subject: RE: FOI
1. No
2. N/A
3. No
4. 0
5. N/A
=== full-06 | Full
Subject: Our response FOI 3377
Our response to your request is published on our website at https://ccg.example/foi/3377
{sig}
{rights}
=== full-07 | Full
Subject: Freedom of Information response
Dear Jane

I apologise for the delay in replying. In response to your questions:

Questions 1 to 3: The CCG works to the social value framework of its support unit, which covers all tenders irrespective of value.

Question 4: 6 tenders, all of which considered social value.

Question 5: Between 2% and 5%.
{sig}
{rights}
=== full-08 | Full
Subject: SV16-05M response
Please find our reply attached along with the policy you asked for.
{sig}
@@attach SV reply.docx
Dear Jane Doe
Further to your letter of 10 August I can answer as follows.

1) A copy of the policy is enclosed.
2) Commissioners complete a social value checklist for every service above £50,000.
3) Yes. The checklist is also used for goods.
4) 11 tenders, 9 considered it (82%).
5) 10 per cent.

Yours sincerely
@@end
@@long Social Value Policy.pdf
=== full-09 | Full
Subject: RE: Freedom of Information request SV16-06K
On 10 Aug 2016, at 09:02, Jane Doe <foi@healthy.example> wrote:

> Dear FOI officer,
>
> 1. {q1}

We have one, on our website.

> 2. {q2}

By including a method statement on social value.

> 3. {q3}

Yes, once.

> 4. {q4}

3 of 4.

> 5. {q5}

2%

> Yours faithfully
> Jane Doe

Regards
FOI team
=== full-10 | Full
Subject: response to request ref 5540
Dear Ms Doe, in answer to your first question the CCG has no formal policy on social value. In answer to your second question, social value is considered as part of quality. In answer to your third question, no. As for question 4, there were no procurements in the period. As for question 5, this does not apply. I hope that is helpful.
=== full-11 | Full
Subject: FOI reply
Please see attached.
@@unreadable FOI reply scan.pdf
Kind regards
FOI Office
=== full-12 | Full
Subject: NHS Dale CCG and NHS Fell CCG - SV16-07A, SV16-07B
This response is sent on behalf of NHS Dale CCG and NHS Fell CCG.

Q1. Policy attached.
Q2. Standard questions in the invitation to tender.
Q3. No.
Q4. 2 tenders, 100%.
Q5. Pass/fail.
{sig}
@@long Dale and Fell procurement policy.pdf
=== full-13 | Full
Subject: FOI 771
Hello Jane

The information you requested is as follows. NHS Holt CCG has not got a social value strategy. In the last twelve months there were two tenders and social value was scored in neither. No weighting is therefore used.
{sig}
{gmail}
=== full-14 | Full
Subject: [Ticket#4471] RE: Freedom of Information request
Auto-Submitted: auto-generated
##- Please type your reply above this line -##

Dear Jane,

Please find below the answers to your questions:

1. Yes, it is on our website.
2. In all commissioning decisions.
3. No.
4. 1 (50%).
5. 5%.

This ticket is now closed.
=== full-15 | Full
Subject: RE: Freedom of Information request SV16-09W
Dear Jane

Thank you for your patience. We are pleased to provide the following information.

You asked: {q1}
Answer: There is a joint policy with the council.

You asked: {q2}
Answer: Through joint commissioning boards.

You asked: {q3}
Answer: No.

You asked: {q4}
Answer: 0 procurements.

You asked: {q5}
Answer: 0%.
{sig}
{rights}
{nhsmail}
=== full-16 | Full
Subject: FW: FOI SV16-04Y
Please see below the answer from our support unit.

-----Original Message-----
From: Ken Barlow [mailto:ken@csu.example]
Sent: 01 September 2016 11:00
To: FOI (Vale)
Subject: FOI SV16-04Y

Hi, the answers for Vale are:
1. No policy
2. Considered for each tender at business case stage
3. No
4. 3 out of 3
5. 5%
Ken
=== full-17 | Full
Subject: FOI response - spreadsheet
The requested information is enclosed as a spreadsheet.
@@attach FOI 4412 answers.xlsx
No | Question | Answer
1 | {q1} | None
2 | {q2} | Embedded in service design
3 | {q3} | No
4 | {q4} | 4 of 9 (44%)
5 | {q5} | 2%
@@end
=== full-18 | Full
Subject: Freedom of Information Response Ref 16/17-090
Dear Ms Doe
REQUEST
{questions}
RESPONSE
1. The CCG's constitution refers to the Act but there is no separate policy.
2. The Act is part of our options appraisal.
3. It has not been applied to goods or works.
4. Two of six tenders, or 33%.
5. Where scored, five per cent.
{sig}
{rights}
=== full-19 | Full
Subject: Re: Freedom of Information request SV16-08K
Hi Jane

In short: we've no policy, haven't used the Act, haven't done so below OJEU, haven't run a tender in the past year, and so have no weighting to report. I trust this answers your request.

Lou
{gmail}
=== full-20 | Full
Subject: RE: SV16-10V
Our answers to your questions are set out beneath each one in the attached document, and I attach our strategy as well.
{sig}
@@attach SV16-10V.docx
{q1}
Strategy attached.
{q2}
It informs every specification.
{q3}
Yes, for grants.
{q4}
100 per cent: 8 tenders.
{q5}
Ten per cent is usual.
@@end
@@long Strategy 2015-2020.pdf
=== full-21 | Full
Subject: FOI response, with apologies
I am sorry for the delay in responding to you, which was caused by leave. Please find attached our full response to your request.
{sig}
@@attach FOI Response 20160915.pdf
Dear Ms Doe, thank you for your request for information. The CCG considers social value in all its procurements. The policy can be found on our website. In the past year three tenders were let and in each of them social value was weighted at 5%. We have not applied the concept below the OJEU threshold.
@@end
=== full-22 | Full
Subject: correction to our response FOI 88
Further to our response of 1 September, the answer to question 4 should read 5 tenders (71%), not 4. Please accept our apologies for the error.

Question 4: 5 of 7 tenders (71%).
Question 5: unchanged at 5%.
{sig}
=== bounce-talk-01 | Other
Subject: RE: Undeliverable: Freedom of Information request
From: IT Helpdesk <helpdesk@northvale.example>
Dear Jane, I looked into the message you had from our server (550 5.1.1 address not found). The mailbox exists and works now, so there was a fault on our side last week.
=== other-11 | Other
Subject: Your article
From: reader@public.example
I enjoyed your piece in the paper on Saturday. My late father worked in the health service for forty years and would have agreed with every word.
=== other-12 | Other
Subject: Meeting request: introductions
From: Hal <hal@supplier.example>
Jane, I'm with a firm that builds dashboards. Do you have fifteen minutes next week for a quick demo? Happy to buy coffee.
""";
}
