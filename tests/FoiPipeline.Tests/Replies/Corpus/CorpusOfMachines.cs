namespace FoiPipeline.Tests.Replies.Corpus;

internal static class CorpusOfMachines
{
    public const string Text = """
=== bounce-01 | Bounce
Subject: Undeliverable: Freedom of Information request SV16-02N
From: postmaster@northvale.example
@@report failed 5.1.1
Delivery has failed to these recipients or groups:

foi@northvale.example
The email address you entered couldn't be found. Please check the address and try resending.
{outlook}
=== bounce-02 | Bounce
Subject: Delivery Status Notification (Delay)
From: Mail Delivery Subsystem <mailer-daemon@relay.example>
@@report delayed 4.4.7
This is an automatically generated Delivery Status Notification. THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.
=== bounce-03 | Bounce
Subject: Mail delivery failed: returning message to sender
From: Mail Delivery System <Mailer-Daemon@mx4.example>
X-Failed-Recipients: foi@hillccg.example
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:

  foi@hillccg.example
    Unrouteable address
=== bounce-04 | Bounce
Subject: failure notice
From: MAILER-DAEMON@post.example
Return-Path: <>
Hi. This is the qmail-send program at post.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<corporate@lakes.example>:
Sorry, no mailbox here by that name. (#5.1.1)
=== bounce-05 | Bounce
Subject: Undelivered Mail Returned to Sender
From: MAILER-DAEMON@mx1.example
This is the mail system at host mx1.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.

<foi@old.example>: host mail.old.example said: 550 5.1.1 User unknown
=== bounce-06 | Bounce
Subject: Message blocked: Freedom of Information request
From: gateway@shield.example
Auto-Submitted: auto-generated
Your email was blocked because it contains content that is not permitted by our policy. The message has been quarantined and has not reached the recipient.
=== bounce-07 | Bounce
Subject: Warning: could not send message for past 4 hours
From: MAILER-DAEMON@smtp.example
    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Wed, 10 Aug 2016 09:02:11 +0100

   ----- Transcript of session follows -----
451 4.4.1 reply: read error from mail.example.
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old
=== bounce-08 | Bounce
Subject: Undeliverable: SV16-07H social value
From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@nhs.example>
Your message to foi@west.example couldn't be delivered.

The recipient's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.
=== bounce-09 | Bounce
Subject: Returned mail: see transcript for details
From: Mail Delivery Subsystem <MAILER-DAEMON@gw.example>
   ----- The following addresses had permanent fatal errors -----
<foi@merged.example>
    (reason: 550 5.7.1 Recipient not authorised, your IP has been found on a block list)
=== bounce-10 | Bounce
Subject: Delivery delayed: Freedom of Information request SV16-11J
From: postmaster@mail.example
Delivery is delayed to these recipients or groups:

foi@slow.example

This message hasn't been delivered yet. Delivery will continue to be attempted. The server will keep trying to deliver this message for the next 1 days, 19 hours and 54 minutes.
=== bounce-11 | Bounce
Subject: Undeliverable message
From: system@frontdoor.example
Your message did not reach some or all of the intended recipients.

The following recipient(s) cannot be reached: foi@front.example. The recipient address was rejected: user unknown in local recipient table.
=== bounce-12 | Bounce
Subject: Delivery Status Notification (Failure)
From: postmaster@cloud.example
@@report failed 5.4.1
This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       foi@cloudccg.example
=== bounce-13 | Bounce
Subject: [EXTERNAL] Undeliverable: Freedom of Information request
From: Mail Administrator <postmaster@trusthost.example>
Remote server returned '554 5.7.1 message rejected as spam by content filtering'.

Diagnostic information for administrators:
Generating server: EX01.trusthost.example
=== bounce-14 | Bounce
Subject: Rejected: your message to the FOI team
From: noreply@filter.example
Auto-Submitted: auto-replied
We were unable to deliver your message to foi@filtered.example. The address does not exist on this system. No further delivery attempts will be made.
=== away-01 | OutOfOffice
Subject: Automatic reply: Freedom of Information request SV16-02N
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
I am on annual leave until Monday 22 August. For FOI matters please contact the shared inbox at foi@coast.example.
=== away-02 | OutOfOffice
Subject: Out of Office: SV16-05G
Thanks for your message. I'm away from my desk today and tomorrow. In my absence please speak to Moira on extension 224.
=== away-03 | OutOfOffice
Subject: Automatic reply: social value
Auto-Submitted: auto-replied
I have now left NHS Fenland CCG. Please send all requests for information to the governance team, who will be happy to help.
=== away-04 | OutOfOffice
Subject: RE: Freedom of Information request
Return-Path: <>
I work Tuesday to Thursday and will read your email on my next working day. If it's urgent, ring the main reception.

Many thanks

Paula
=== away-05 | OutOfOffice
Subject: Auto: FOI request
Auto-Submitted: auto-replied
I am currently on maternity leave. Dean Hollis is covering my role and can be reached at dean.hollis@moor.example.
{confidential}
=== away-06 | OutOfOffice
Subject: Automatic reply: Request for information
This mailbox is no longer monitored. From 1 April 2016 please write to information.requests@valley.example instead. Messages sent here are not forwarded.
=== away-07 | OutOfOffice
Subject: RE: SV16-09D
I am out of the office until Thursday with no access to email. I'll pick up your message when I'm back.
=== away-08 | OutOfOffice
Subject: Autoreply: Freedom of Information
X-Autoreply: yes
Hello,

I'll be on leave from 8 August, returning on 30 August 2016. Freedom of Information requests should be sent to the FOI mailbox; any emails sent to me will not be read until I return.

Best wishes
Geraint
=== away-09 | OutOfOffice
Subject: Out of the office Re: Freedom of Information request
Precedence: auto_reply
I am attending a conference and will have limited access to my emails this week.
=== away-10 | OutOfOffice
Subject: Automatic reply: FOI
Auto-Submitted: auto-replied
Thank you for your email. I am on sick leave at present. Requests under the Freedom of Information Act should be redirected to foi@ridge.example where they will be dealt with within 20 working days.
=== away-11 | OutOfOffice
Subject: RE: Freedom of Information request SV16-03A: social value
Hi, thanks for getting in touch. I am away on holiday at the moment and back on the 5th. Your email has not been forwarded.
=== away-12 | OutOfOffice
Subject: Automatic reply: Freedom of Information request SV16-99K
X-Auto-Response-Suppress: OOF, AutoReply
Out of office. Back Monday.
=== away-13 | OutOfOffice
Subject: Automatic reply: your request
Auto-Submitted: auto-replied
I no longer work for the CCG. This account will be closed at the end of the month.
=== away-14 | OutOfOffice
Subject: Absence notice
Auto-Submitted: auto-replied
Mr Okoro is not in the office and returns on 12 September. Your message will be read then.
=== away-15 | OutOfOffice
Subject: Automatic reply: [EXTERNAL] Freedom of Information request
Return-Path: <>
I'm taking some annual leave and won't be checking my inbox. If your message relates to contracts, try contracts@estuary.example; for anything about information rights, try foi@estuary.example.
=== autoack-01 | AutoAcknowledgement
Subject: Automatic reply: Freedom of Information request SV16-02N
Auto-Submitted: auto-generated
Thank you for contacting the Freedom of Information team. This is an automated response to confirm that we have received your email.

If your message is a request under the Act we will respond within 20 working days. If your request is unclear we may need to contact you for clarification. A fee may be payable in some cases.
=== autoack-02 | AutoAcknowledgement
Subject: [Ticket#2016081110000412] Freedom of Information request
Auto-Submitted: auto-generated
##- Please type your reply above this line -##

Your request (48213) has been received and is being reviewed by our support staff.

To add additional comments, reply to this email.
=== autoack-03 | AutoAcknowledgement
Subject: Case INC0048811 opened
From: noreply@csu.example
Case INC0048811 has been opened on your behalf. You can view its progress on the self-service portal. Please do not reply to this email.
=== autoack-04 | AutoAcknowledgement
Subject: Thank you for your enquiry
Auto-Submitted: auto-replied
We have received your e-mail and a member of the team will be in touch. Requests for information are handled under the Freedom of Information Act 2000 and the statutory time limit is twenty working days.

Some information may be exempt from disclosure. If so we will tell you which exemption applies and why.
{nhsmail}
=== autoack-05 | AutoAcknowledgement
Subject: Automatic reply: SV16-12F
This inbox is checked between 9 and 5, Monday to Friday. Thank you for your message, which has arrived safely.
=== autoack-06 | AutoAcknowledgement
Subject: Your call has been logged SR-0019824
From: Service Desk <servicedesk@csu.example>
X-Auto-Response-Suppress: All
Thank you for contacting the service desk. Your call has been logged with reference SR-0019824 and assigned to Information Governance.
=== autoack-07 | AutoAcknowledgement
Subject: RE: Freedom of Information request
Return-Path: <>
Thank you for your email to the CCG's Freedom of Information inbox.

Your request will be logged and passed to the appropriate officer. You should hear from us within 20 working days.

You asked us to deal with your enquiry electronically and we will do so where we can.
{outlook}
=== autoack-08 | AutoAcknowledgement
Subject: FOI acknowledgement - automated
Auto-Submitted: auto-generated
This email is automatically generated. Your FOI request has been registered under reference FOI-2016-0881. The date by which you should receive a response is 8 September 2016.
{rights}
=== autoack-09 | AutoAcknowledgement
Subject: Read: Freedom of Information request SV16-02N
Content-Type: multipart/report; report-type=disposition-notification
Your message

   To: FOI
   Subject: Freedom of Information request SV16-02N
   Sent: 10 August 2016 09:02

was read on 10 August 2016 09:31.
=== autoack-10 | AutoAcknowledgement
Subject: We've got your message
From: contactus@commissioning.example
Precedence: bulk
Hello! This is just a quick automatic note to say that your message has landed in our inbox. Most people hear back from us in three working days.
=== autoack-11 | AutoAcknowledgement
Subject: Request received: social value questions
Auto-Submitted: auto-generated
Ticket 99341 has been created for your request. One of our advisers will look at it shortly. Do not reply to this message.
{gmail}
=== autoack-12 | AutoAcknowledgement
Subject: Automatic reply: Freedom of Information request
Auto-Submitted: auto-replied
Thank you for your Freedom of Information request. Please accept this as an automatic acknowledgement.

What happens next:
1. We will log your request.
2. We will ask the relevant department for the information.
3. We will write to you within 20 working days.

Please note the office will be closed on Monday 29 August.
=== autoack-13 | AutoAcknowledgement
Subject: FOI request
From: no-reply@forms.example
This is a no-reply mailbox. We confirm that your submission has been received. Your unique reference number is 20160811-774.
=== autoack-14 | AutoAcknowledgement
Subject: Automatic reply: Request under FOI
X-Auto-Response-Suppress: All
Auto-Submitted: auto-replied
Thank you for your email to Customer Services. We are experiencing high volumes of contact and there may be a delay in answering. If your query concerns a complaint, please call us.
=== autoack-15 | AutoAcknowledgement
Subject: Confirmation of receipt
Return-Path: <>
Auto-Submitted: auto-replied
Your message has been received by NHS Weald CCG.
=== other-01 | Other
Subject: Last chance: Public Procurement Summit, 20% off
List-Unsubscribe: <mailto:out@events.example>
Join 300 delegates for a day of insight. Book your place now and save.

You are receiving this email because you signed up. Unsubscribe
=== other-02 | Other
Subject: Lunch on Friday?
From: Sam Carter <sam@friends.example>
Hi Jane, are you free on Friday? I thought we could try the new place by the station. See you soon, Sam
=== other-03 | Other
Subject: Invoice 33411
From: accounts@supplies.example
Please find attached our invoice for stationery. Payment terms are 30 days.
@@attach Invoice-33411.pdf
INVOICE 33411
Paper, A4, 10 boxes
Total 84.20
@@end
=== other-04 | Other
Subject: Weekly bulletin from the charity leaders network
Precedence: list
In this week's newsletter: a webinar on impact reporting, jobs, and news from members. To change your email preferences click here.
=== other-05 | Other
Subject: Your parcel is on its way
From: delivery@couriers.example
Good news! Your parcel has been dispatched and will arrive tomorrow between 10 and 12.
=== other-06 | Other
Subject: Social value masterclass for NHS suppliers
From: training@valueacademy.example
List-Unsubscribe: <https://valueacademy.example/u>
Our next masterclass explains the Public Services (Social Value) Act. Early bird price until Friday. If you no longer wish to hear from us, unsubscribe.
=== other-07 | Other
Subject: draft chapter 3
From: Priya <priya@research.example>
Morning both, I've put comments on chapter 3 in the shared folder. Could we talk about the regional tables on Thursday? P.
=== other-08 | Other
Subject: Password expiry
From: it@research.example
Your password will expire in 5 days. Reset it from the staff page.
=== other-09 | Other
Subject: Board papers September
From: secretary@research.example
All, the papers for Tuesday's trustees' meeting are in the usual place. Tea from 9.30.
=== other-10 | Other
Subject: Newsletter: commissioning for value
X-Mailchimp-Campaign: 8812
View this email in your browser. Read about three CCGs and how they buy. Opt out of future mailings.
""";
}
