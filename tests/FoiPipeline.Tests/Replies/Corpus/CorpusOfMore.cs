namespace FoiPipeline.Tests.Replies.Corpus;

internal static class CorpusOfMore
{
    public const string Text = """
=== more-01 | Partial
Subject: FOI 5512
Dear Jane
Questions 1, 2 and 5 are answered below. As regards question 3 and question 4, we consider that the information is exempt under section 43.
Q1 There is no policy.
Q2 Each business case has a section on it.
Q5 Five per cent.
{sig}
=== more-02 | Acknowledgement
Subject: RE: Freedom of Information request SV16-14A
Good afternoon,

Thanks for your patience on the phone earlier. As promised, this confirms we have your request and it's being dealt with by the contracts team, who will write to you by the statutory date.
{sig}
{outlook}
=== more-03 | Full
Subject: FOI 17-2016
Dear Ms Doe
Re: Freedom of Information Request
1a. We have no separate policy.
1b. The procurement policy mentions the Act on page 4.
2. It is considered when services are redesigned.
3. No.
4. There have been no tenders in the period.
5. See question 4.
{sig}
{rights}
=== more-04 | AutoAcknowledgement
Subject: Automatic reply: SV16-14A Freedom of Information request
Thank you for your email. This mailbox is monitored on working days. We will respond to Freedom of Information requests within 20 working days of receipt.
{nhsmail}
=== more-05 | OutOfOffice
Subject: Out of office
From: Hazel Wood <hazel.wood@dunes.example>
Annual leave. Returning 1 September.
=== more-06 | NotHeld
Subject: RE: social value questions SV16-15C
Dear Jane, we have no information relevant to your questions. No records were found. Sorry that we could not be of more help.
{sig}
{rights}
=== more-07 | Refusal
Subject: FOI 2016/19 refusal notice
Dear Ms Doe
This email serves as a refusal notice. The information is reasonably accessible to you by other means (section 21), and sections 40 and 43 apply to what remains.
{sig}
=== more-08 | Clarification
Subject: RE: Freedom of Information request SV16-15F
Jane - could you tell us which services you have in mind at question 3, please? Social value means different things to our teams.
{gmail}
=== more-09 | Full
Subject: RE: Freedom of Information request SV16-15G
Hi Jane, answers inserted:

> 1. {q1}
There isn't one.
> 2. {q2}
We have not.
> 3. {q3}
No.
> 4. {q4}
0
> 5. {q5}
n/a
=== more-10 | Transfer
Subject: FOI
This organisation ceased to handle such requests in April. Please direct your request to NHS South Downs CSU, which deals with Freedom of Information on behalf of the CCG.
=== more-11 | Extension
Subject: RE: Freedom of Information request SV16-15K
Hello
Apologies, I don't have everything I need for you yet and today is day 20. I anticipate being able to send our response next Tuesday.
{sig}
{outlook}
=== more-12 | FeesNotice
Subject: Information request: charge
Under section 9 a fee of £22.50 is required before the CCG can release the copies you asked for.
{sig}
=== more-13 | Full
Subject: Your FOI
Our policy, and everything else you asked about, can be found on the CCG's website: www.ccg.example/socialvalue
{sig}
=== more-14 | Acknowledgement
Subject: FOI 00981
Your enquiry (FOI 00981) is now with our Information Governance Lead. You will have an answer within 20 days.
{confidential}
=== more-15 | Other
Subject: RE: Your booking
From: rooms@venue.example
Dear Jane, thank you for your booking for 14 October. The room seats twenty and lunch is at one.
=== more-16 | Full
Subject: FOI response 8812
Dear Ms Doe

Please see the response below:

i. There is no policy in place.
ii. We follow national guidance on tendering.
iii. No.
iv. Nil.
v. Nil.
{sig}
{rights}
=== more-17 | Bounce
Subject: Undelivered mail: quota exceeded
From: postmaster@full.example
The account foi@full.example is over quota. Your mail will be retried for two more days.
=== more-18 | Partial
Subject: Response
Please find attached our response. Please note that the tender evaluation sheets have been withheld under section 43(2) of the Act.
{sig}
@@attach Letter of response.pdf
Dear Ms Doe
Freedom of Information request
In answer to your request, please find enclosed the CCG's procurement policy. The evaluation sheets are withheld under section 43(2) as commercial interests would be prejudiced.
Yours sincerely
@@end
@@long Procurement policy.pdf
""";
}
