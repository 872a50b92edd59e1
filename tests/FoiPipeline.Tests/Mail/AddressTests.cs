using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Mailing;

public sealed class AddressTests
{
    [Theory]
    [InlineData("joe@ccg.example", "", "joe@ccg.example")]
    [InlineData("<joe@ccg.example>", "", "joe@ccg.example")]
    [InlineData("Joe Bloggs <joe@ccg.example>", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("\"Bloggs, Joe (CCG)\" <joe@ccg.example>", "Bloggs, Joe (CCG)", "joe@ccg.example")]
    [InlineData("\"Joe \\\"FOI\\\" Bloggs\" <joe@ccg.example>", "Joe \"FOI\" Bloggs", "joe@ccg.example")]
    [InlineData("Bloggs, Joe <joe@ccg.example>", "Bloggs, Joe", "joe@ccg.example")]
    [InlineData("joe@ccg.example (Joe (FOI) Bloggs)", "Joe (FOI) Bloggs", "joe@ccg.example")]
    [InlineData("Joe Bloggs joe@ccg.example", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("<joe@ccg.example> Joe Bloggs", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("Joe Bloggs <joe@ccg.example", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("Joe Bloggs <joe@ccg.example and more", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("\"Joe Bloggs <joe@ccg.example>", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("\"Joe Bloggs <joe@ccg.example>\"", "Joe Bloggs", "joe@ccg.example")]
    [InlineData("joe@ccg.example <joe@ccg.example>", "joe@ccg.example", "joe@ccg.example")]
    [InlineData("Joe <mailto:joe@ccg.example>", "Joe", "joe@ccg.example")]
    [InlineData("Joe <@relay.example,@two.example:joe@ccg.example>", "Joe", "joe@ccg.example")]
    [InlineData("Joe < joe @ ccg.example >", "Joe", "joe@ccg.example")]
    [InlineData("joe @ ccg.example", "", "joe@ccg.example")]
    [InlineData("joe(home)@ccg.example", "home", "joe@ccg.example")]
    [InlineData("\"joe bloggs\"@ccg.example", "", "\"joe bloggs\"@ccg.example")]
    [InlineData("Joe <joe@[192.0.2.1]>", "Joe", "joe@[192.0.2.1]")]
    [InlineData("=?utf-8?q?J=C3=B6rg?= =?utf-8?q?_M=C3=BCller?= <joe@ccg.example>", "Jörg Müller", "joe@ccg.example")]
    [InlineData("\"=?utf-8?q?Bloggs,_J=C3=B6rg?=\" <joe@ccg.example>", "Bloggs, Jörg", "joe@ccg.example")]
    [InlineData("=?utf-8?q?Bloggs,_J=C3=B6rg?= <joe@ccg.example>", "Bloggs, Jörg", "joe@ccg.example")]
    [InlineData("=?utf-8?q?Joe_<joe=40ccg.example>?=", "Joe", "joe@ccg.example")]
    [InlineData("FOI team: joe@ccg.example, x@ccg.example;", "", "joe@ccg.example")]
    [InlineData("Mail Delivery <MAILER-DAEMON>", "Mail Delivery", "MAILER-DAEMON")]
    [InlineData("MAILER-DAEMON", "", "MAILER-DAEMON")]
    [InlineData("Jörg Müller <joe@ccg.example>", "Jörg Müller", "joe@ccg.example")]
    public void A_sender_is_known_however_it_is_written(string written, string name, string address) =>
        RawMail.Read($"From: {written}\n\n").From.ShouldBe(new MailAddress(name, address));

    [Fact]
    public void A_list_holds_everyone_on_it()
    {
        var mail = RawMail.Read("To: a@x.example, \"B, b\" <b@x.example>,, Group: c@x.example, D <d@x.example>; e@x.example;\n f@x.example\nTo: g@x.example\n\n");
        mail.To.Select(a => a.Address).ShouldBe(["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example", "f@x.example", "g@x.example"]);
    }

    [Fact]
    public void A_lost_comma_between_two_mailboxes_loses_neither() =>
        RawMail.Read("To: A <a@x.example> =?utf-8?q?=2C?= B <b@x.example>\n\n").To
            .ShouldBe([new MailAddress("A", "a@x.example"), new MailAddress("B", "b@x.example")]);

    [Theory]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("undisclosed recipients: ;")]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData("\"")]
    [InlineData("(")]
    public void Nobody_is_nobody(string written) => RawMail.Read($"To: {written}\n\n").To.ShouldAllBe(a => a.Address.Length < 2);

    [Fact]
    public void Of_several_senders_the_first_counts_and_it_is_said()
    {
        var mail = RawMail.Read("From: a@x.example, b@x.example\nFrom: c@x.example\n\n");
        mail.From!.Address.ShouldBe("a@x.example");
        mail.Problems.ShouldContain("The mail names several senders; the first is taken.");
    }

    [Fact]
    public void Without_a_usable_From_the_Sender_counts_and_it_is_said()
    {
        var mail = RawMail.Read("From: Joe Bloggs\nSender: s@x.example\n\n");
        mail.From!.Address.ShouldBe("s@x.example");
        mail.Problems.ShouldContain("The mail does not say who sent it (no usable From).");
    }

    [Fact]
    public void Where_it_was_delivered_is_taken_from_all_that_servers_wrote()
    {
        var mail = RawMail.Read("""
            Delivered-To: foi@healthy.example
            Received: from a.example (b <c@d.example>) by mx.example (Postfix) with ESMTP id 12
             for <foi+sv16-02n-k7q2@healthy.example>; Fri, 1 Jul 2016 16:55:01 +0100
            Received: by x.example for y.example
            X-Original-To: FOI@healthy.example
            Envelope-To: <other@healthy.example>

            """);
        mail.DeliveredTo.ShouldBe(["foi@healthy.example", "foi+sv16-02n-k7q2@healthy.example", "other@healthy.example"]);
    }

    [Theory]
    [InlineData("<a@x> <b@x>", "<a@x>|<b@x>")]
    [InlineData("<a@x><b@x><a@x>", "<a@x>|<b@x>")]
    [InlineData("Your message of Friday (you know) <a@x>", "<a@x>")]
    [InlineData("<very\n .long@x>", "<very.long@x>")]
    [InlineData("a@x, b@x", "<a@x>|<b@x>")]
    [InlineData("<a@x", "<a@x>")]
    [InlineData("=?utf-8?q?=3Ca=40x=3E?=", "<a@x>")]
    [InlineData("<> junk", "")]
    public void Message_ids_are_found_among_junk(string written, string ids) =>
        string.Join('|', RawMail.Read($"References: {written}\n\n").References).ShouldBe(ids);
}
