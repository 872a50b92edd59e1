using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Replies.Corpus;

/// <summary>Our letter, the ways in which mail programs quote it, and what closes the mails of public bodies.</summary>
internal static class OurLetter
{
    public static readonly IReadOnlyList<Question> Questions =
    [
        new(1, "Please send us a copy of, or a link to, the CCG's social value policy, strategy, framework or similar document, if one exists."),
        new(2, "How has the CCG applied the Public Services (Social Value) Act 2012 in its commissioning, tendering and grant making?"),
        new(3, "Has the CCG applied the concept of social value below the OJEU threshold for services, or to contracts other than for services?"),
        new(4, "In what percentage, and what number, of tenders over the past 12 months has the Act been applied and social value considered?"),
        new(5, "Where social value is considered and weighted, what is the typical weighting given to it in the scoring across those contracts?"),
    ];

    public static readonly string Numbered = string.Join("\n\n", Questions.Select(q => $"{q.Number}. {q.Text}"));

    public static readonly string Ours = $"""
        Dear FOI officer,

        Under the Freedom of Information Act 2000 I would like to ask the following questions.

        {Numbered}

        Please reply by email, in a format that can be re-used. I should be glad of an acknowledgement.

        Yours faithfully
        Jane Doe
        Healthy Commissioning, 1 Example Street, Leeds
        Our reference: SV16-02N
        """;

    public static readonly string LongPolicy = "Policy on procurement\n\nVersion 3\n\n" + string.Concat(Enumerable.Repeat(
        """
        1. Purpose
        This policy sets out how goods and services are bought, and who may approve what.
        2. Freedom of information
        Tender papers may be exempt under section 43. Where information is withheld a refusal notice is given and bidders may complain.
        3. Fees
        A fee is payable where section 9 applies, and requests for clarification are to be answered within ten days.


        """, 90));

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["{sig}"] = "\nKind regards\n\nAnn Other\nInformation Governance Officer\nNHS Northvale Clinical Commissioning Group\nTel: 01642 745000\nfoi@northvale.example\n",
        ["{rights}"] = """

            If you are unhappy with the way your request has been handled you may ask for an internal review within 40 working days. Please write to the Head of Governance.

            If you remain dissatisfied you have a right under section 50 of the Act to complain to the Information Commissioner at:
            Wycliffe House
            Water Lane
            Wilmslow
            SK9 5AF

            Most of the information that we provide in response to Freedom of Information requests is subject to copyright. It is supplied for re-use under the Open Government Licence; exempt or refused material is not.
            """,
        ["{nhsmail}"] = """

            ********************************************************************************************************************

            This message may contain confidential information. If you are not the intended recipient please inform the
            sender that you have received the message in error before deleting it. Please do not disclose, copy or distribute
            information in this e-mail or take any action in relation to its contents. Thank you for your co-operation.

            NHSmail is the secure email and directory service available for all NHS staff in England and Scotland.

            ********************************************************************************************************************
            """,
        ["{confidential}"] = "\nThis email and any attachments are confidential and intended solely for the use of the person to whom they are addressed. If you have received this email in error please notify the sender and delete it. Any views expressed are not necessarily those of the CCG.",
        ["{disclaimer}"] = "\nPlease consider the environment before printing this e-mail.",
        ["{outlook}"] = $"\nFrom: Jane Doe [mailto:foi@healthy.example]\nSent: 10 August 2016 09:02\nTo: FOI (Northvale)\nSubject: Freedom of Information request SV16-02N\n\n{Ours}",
        ["{gmail}"] = $"\nOn Wed, Aug 10, 2016 at 9:02 AM, Jane Doe <foi+sv16-02n-k7q2@healthy.example>\nwrote:\n\n{Prefixed(Ours)}",
        ["{apple}"] = $"\nOn 10 Aug 2016, at 09:02, Jane Doe <foi@healthy.example> wrote:\n\n{Prefixed(Ours)}",
        ["{lotus}"] = $"\nFrom:\tJane Doe <foi@healthy.example>\nTo:\tfoi@northvale.example\nDate:\t10/08/2016 09:02\nSubject:\tFreedom of Information request SV16-02N\n\n{Ours}",
        ["{questions}"] = Numbered,
    };

    public static string Fill(string text)
    {
        foreach (var (name, part) in Parts)
        {
            text = text.Replace(name, part, StringComparison.Ordinal);
        }

        foreach (var question in Questions)
        {
            text = text.Replace($"{{q{question.Number}}}", question.Text, StringComparison.Ordinal)
                .Replace($"{{q>{question.Number}}}", $"> {question.Number}. {question.Text}", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Prefixed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"));
}
