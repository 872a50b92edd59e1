namespace FoiPipeline.Tests.Replies.Corpus;

internal static class CorpusOfDelays
{
    public const string Text = """
=== ack-01 | Acknowledgement
Subject: RE: Freedom of Information request SV16-02N
Dear Ms Doe

Thank you for your request, which we received on 10 August 2016. It is being considered under the Freedom of Information Act 2000 and a response will be sent to you by 8 September.

Please quote FOI/16-17/143 in any further correspondence.
{sig}
{outlook}
=== ack-02 | Acknowledgement
Subject: FOI request - acknowledgement
Good morning Jane,

I write to acknowledge your recent request about social value. You should expect to hear from us within twenty working days.

In some circumstances a fee may be payable; if that is the case we will let you know. Some of the information may also be exempt, and if so we'll explain why.
{sig}
{rights}
=== ack-03 | Acknowledgement
Subject: Re: SV16-04C
Thanks Jane, got this. I've passed it to our procurement lead and will come back to you once I hear.

Tom
{gmail}
=== ack-04 | Acknowledgement
Subject: Acknowledgement FOI 007585
Please find attached our acknowledgement of your Freedom of Information request.
{sig}
@@attach Acknowledgement 007585.docx
Dear Ms Doe

Freedom of Information Act 2000
Our reference: FOI 007585

I acknowledge receipt of your request received on 10 August. The CCG aims to answer all requests no later than the twentieth working day after receipt, which in this case is 8 September 2016.

Yours sincerely
FOI Officer
@@end
=== ack-05 | Acknowledgement
Subject: RE: FOI
Dear Jane Doe,

Further to your email of 10 August I can confirm that it has been logged as a Freedom of Information request under reference 2016/311 and sent to the relevant team for a reply.
{sig}
{nhsmail}
{outlook}
=== ack-06 | Acknowledgement
Subject: your enquiry
Dear Jane
Your email has been received and is being looked into. We will reply as soon as we can and in any event inside the statutory period.
Regards
Olu Bankole
Corporate Affairs
=== ack-07 | Acknowledgement
Subject: Re: Freedom of Information request SV16-06B
On behalf of the CCG I confirm safe receipt of your request. Our deadline for responding is 8 September 2016. If we need to ask you for clarification, or if the cost of answering would exceed the appropriate limit of £450, we will be in touch before then.
{sig}
{apple}
=== ack-08 | Acknowledgement
Subject: FW: Freedom of Information request
Dear Jane,

Thank you for contacting us. NHS Meadow CSU handles freedom of information on behalf of NHS Vale CCG. We have given your request the reference VALE-0332 and will respond by 8th September.
{sig}
{outlook}
=== ack-09 | Acknowledgement
Subject: RE: SV16-10A Freedom of Information request
Dear Requester

Freedom of Information request: 16-0981

Your request for information was received by the CCG on 11 August 2016 and will be processed in accordance with the Act.

The Act gives public authorities 20 working days in which to comply. Please be aware that the Act defines a number of exemptions which may prevent release of the information. There will be an assessment and if any of the exemption categories apply then the information will not be released. You will be informed if this is the case, including your rights of appeal.
{sig}
=== ack-10 | Acknowledgement
Subject: Re: social value request
Hello Jane

Just to say we've had your FOI and somebody is working on it. We'll get it to you before the due date.

Cheers
Mel
{lotus}
=== ack-11 | Acknowledgement
Subject: Information request ref. ESC/FOI/1617/089
We are in receipt of your request for information dated 10 August 2016 concerning the Public Services (Social Value) Act. Our reference is ESC/FOI/1617/089. You will receive our reply no later than 8 September 2016.
{confidential}
=== ack-12 | Acknowledgement
Subject: RE: Freedom of Information request SV16-08J
Hi

I'm forwarding this on to our contracts department who'll pull the answers together. Will be in touch.

Sent from my iPhone
{apple}
=== ack-13 | Acknowledgement
Subject: Request 31722
Dear Ms Doe, this is to let you know your letter has reached the right place. The FOI team will coordinate the CCG's answer, which is due on 8 September. Kind regards, Ann
=== ack-14 | Acknowledgement
Subject: RE: Freedom of Information request SV16-13T
Thank you for your e-mail.

We will treat this as a request under the Freedom of Information Act and will respond in due course, within the statutory timescale of 20 working days from receipt.

The information you request may be held by more than one department, and we may need to consult third parties.
{sig}
{disclaimer}
{outlook}
=== ack-15 | Acknowledgement
Subject: Freedom of Information - SV16-15E
I confirm we hold your request on file as FOI 311 and it is currently being processed. I have asked our procurement and contracts colleagues for their input.
{sig}
{gmail}
=== ack-16 | Acknowledgement
Subject: RE: SV16-01W
Received with thanks.
=== ack-17 | Acknowledgement
Subject: Request for information - our ref IG/2201
Dear Jane Doe

Your request has been allocated to Rita Shah, Information Governance Manager, who will be your contact. You may expect an answer on or before 8 September 2016.

You asked:
{questions}

Yours sincerely
Rita Shah
=== clarify-01 | Clarification
Subject: RE: Freedom of Information request SV16-02N
Dear Ms Doe

Before we can go further we need to know which twelve months you mean in question 4: the last financial year, or the year up to your letter?

The twenty working days will start when we have your answer.
{sig}
{outlook}
=== clarify-02 | Clarification
Subject: FOI 1188 - clarification required
Thank you for your request. Under section 1(3) of the Act we require further information from you in order to identify what you are asking for. Specifically, what do you mean by "contracts other than for services"?
{sig}
{rights}
=== clarify-03 | Clarification
Subject: Re: SV16-03X
Hi Jane
Quick one - when you say tenders, are you after clinical only or do you want estates and IT as well? Can't start till I know.
Thanks
Baz
{gmail}
=== clarify-04 | Clarification
Subject: Your request
Your request is rather broad as it stands. Could you narrow the period, or the kinds of contract you are interested in? Meanwhile I have put the request on hold.
{sig}
=== clarify-05 | Clarification
Subject: Freedom of Information request: name required
Dear Sir or Madam

A valid request under section 8 of the Freedom of Information Act must state the name of the applicant. Please provide your full name so that we may proceed.
{sig}
=== clarify-06 | Clarification
Subject: RE: Freedom of Information request SV16-05Y
Dear Jane

We would be grateful if you could clarify the following points:

1. In question 2, do you want us to include grants made jointly with the council?
2. In question 5, is the weighting you want the one for quality as a whole or for social value alone?

If we have not heard from you within three months we will assume you no longer want the information.
{sig}
{outlook}
=== clarify-07 | Clarification
Subject: FOI/2016/77
It is not clear to us what "similar document" covers. Please tell us what kind of document you are looking for. We have stopped the clock on your request until you reply.
{sig}
{nhsmail}
=== clarify-08 | Clarification
Subject: re your FOI
Dear Jane, I'm not sure what you are asking for in your third question. Do you mean contracts under the threshold that went through a formal tender, or all of them? Please let me know and I'll carry on. Thanks, Winston
=== clarify-09 | Clarification
Subject: RE: SV16-07K
Please advise whether you require figures for the CCG only or for the whole of the STP. Once we have this clarification the 20 working day period will begin.
{sig}
{apple}
=== clarify-10 | Clarification
Subject: Clarification - FOI 4410
See attached letter.
@@attach FOI 4410 clarification letter.pdf
Dear Ms Doe

Freedom of Information Act 2000 - request for clarification

Thank you for your request of 10 August. We have looked at it with care but it is not sufficiently clear for us to locate the information. Please could you specify the period to which question 4 refers.

We will not be able to process your request until we hear from you.

Yours sincerely
@@end
=== clarify-11 | Clarification
Subject: RE: social value
Hello, thanks for this. Did you intend this for us or for the clinical commissioning group next door? We share an inbox. Could you confirm which organisation your request is for?
{gmail}
=== clarify-12 | Clarification
Subject: Your FOI request
We wrote to you on 15 August asking for clarification of question 2 and have had no reply. If we do not hear from you by 15 October we shall treat the request as withdrawn.
{sig}
=== fee-01 | FeesNotice
Subject: Fees notice FOI 221
This is a fees notice under section 9 of the Freedom of Information Act. Copying and postage of the tender documents come to £18.40, which must be paid within three months.
{sig}
=== fee-02 | FeesNotice
Subject: RE: Freedom of Information request SV16-02N
We can send the papers you ask for on payment of £25. Please make your cheque payable to NHS Tarn CCG. The 20 working days do not run until your payment arrives.
{sig}
{outlook}
=== fee-03 | FeesNotice
Subject: FOI charge
Dear Jane
The documents run to 164 sheets and the CCG charges 10p a sheet for photocopying, so a charge of £16.40 is due before we post them.
{sig}
{rights}
=== fee-04 | FeesNotice
Subject: Your request, ref 88120
Please find enclosed our fees notice. The clock stops from today until the fee is received.
{sig}
@@attach Fees notice 88120.pdf
FEES NOTICE
Freedom of Information Act 2000, section 9
Fee payable: £31.00 for disbursements
@@end
=== fee-05 | FeesNotice
Subject: SV16-09L
Complying with your request would take us over the limit, but we are willing to do the work under section 13 for £612.50. Tell us whether you wish to pay.
{sig}
=== fee-06 | FeesNotice
Subject: Re: Freedom of Information request
There is a charge for this information. Disbursements amount to £12.75 (copying and recorded post). On receipt of payment we will send the documents to you.
{sig}
{gmail}
=== late-01 | Extension
Subject: RE: Freedom of Information request SV16-02N
Dear Ms Doe

I am sorry that we have not been able to answer your request by today's deadline. One of our teams has yet to supply its part and I hope to send the reply early next week.
{sig}
{outlook}
=== late-02 | Extension
Subject: FOI 3301 - extension of time
The CCG considers that section 43 (commercial interests) may be engaged and needs more time to weigh the public interest. Under section 10(3) we are extending the time for our response by a further 20 working days, to 6 October 2016.
{sig}
{rights}
=== late-03 | Extension
Subject: Holding response
This is a holding response. Your answer is with the Chief Finance Officer for sign-off.
{sig}
=== late-04 | Extension
Subject: Re: SV16-04F
Hi Jane, your FOI is a bit overdue I'm afraid, sorry! Still waiting on contracts. Should have it with you by Friday.
{gmail}
=== late-05 | Extension
Subject: RE: Freedom of Information request SV16-06N: reminder
Dear Jane

Thank you for your reminder. Please accept our apologies for the delay, which is due to staff absence: our procurement manager has been on leave. We expect to respond by 21 September.
{sig}
{outlook}
=== late-06 | Extension
Subject: FOI - revised date
Due to the volume of requests we will not meet the statutory deadline in this case. The revised date for our reply is 23 September. You may complain to the Information Commissioner about the delay.
{sig}
=== late-07 | Extension
Subject: SV16-08P
The public interest test is still under way in respect of question 5. The Act allows additional time where this is reasonable. We expect to be able to write to you with our decision before 1 October.
{sig}
{confidential}
=== late-08 | Extension
Subject: Freedom of Information request
Dear Jane Doe
Unfortunately there is a delay in obtaining the information from our commissioning support unit. We are chasing them and will be in contact again as soon as we have it. We apologise for any inconvenience.
{sig}
=== late-09 | Extension
Subject: RE: SV16-02T
I regret that we need a little longer than 20 working days to complete our reply to you. A further five working days should be enough.
{sig}
{apple}
=== late-10 | Extension
Subject: Update on your request FOI 2016-455
I am writing to update you. We are still collating the tender figures across three departments and are unable to respond within the timescale. We aim to send you our full response by the end of September.
{sig}
{nhsmail}
=== late-11 | Extension
Subject: Extension to your information request
Please see attached.
@@attach Extension letter.docx
Dear Ms Doe

Your request for information under the Freedom of Information Act

We are considering your request. A qualified exemption (section 22, information intended for future publication) is being considered in relation to the draft strategy and we have not yet concluded where the balance of the public interest lies. We have therefore extended the time limit by 20 working days.

Yours sincerely
@@end
=== late-12 | Extension
Subject: FOI
Our apologies, we have missed the deadline for your request. It is receiving attention and you will have our reply shortly.
=== transfer-01 | Transfer
Subject: RE: Freedom of Information request SV16-02N
Procurement is run for us by Northern Commissioning Support. Please redirect your request to them at foi@ncs.example.
{sig}
{outlook}
=== transfer-02 | Transfer
Subject: Re: your FOI
We have passed your request to the CSU's information team, who will reply to you directly on the CCG's behalf.
{sig}
{gmail}
=== transfer-03 | Transfer
Subject: FOI 91
Thank you for your email. The matters you raise are the responsibility of NHS England, not of this CCG. You may wish to contact NHS England at the address below.
{sig}
=== transfer-04 | Transfer
Subject: Wrong organisation
Your email has come to the hospital trust rather than the CCG. It should be sent to the clinical commissioning group, whose FOI address is foi@ccg.example.
=== transfer-05 | Transfer
Subject: RE: SV16-05P
With your permission we would like to transfer your request to NHS Bay CCG, which leads on procurement for the three CCGs in this area.
{sig}
{apple}
=== transfer-06 | Transfer
Subject: change of address for FOI
All requests to this CCG must now be sent to mlfoi@support.example. Kindly resubmit your request to that address.
{sig}
=== transfer-07 | Transfer
Subject: Freedom of Information
We believe that the information is held by the county council, which manages these contracts, and suggest that you approach the council directly.
{sig}
{rights}
=== transfer-08 | Transfer
Subject: RE: FOI request - social value
Hi Jane, I've sent your request over to South Commissioning Support Unit as they deal with procurement for us. They will respond to you direct.
{sig}
{outlook}
=== transfer-09 | Transfer
Subject: Your request
Your request has been transferred to NHS Improvement, who you should now contact about its progress.
{sig}
=== transfer-10 | Transfer
Subject: Re: SV16-06W
This isn't one for us. You need to contact the CSU's FOI team for anything about tendering: foi@ecsu.example.
{gmail}
""";
}
