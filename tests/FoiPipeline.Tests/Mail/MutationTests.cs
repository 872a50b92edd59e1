using System.Text;
using FoiPipeline.Core.Letters;
using FoiPipeline.Mailing;

namespace FoiPipeline.Tests.Mailing;

public sealed class MutationTests
{
    private const string Seed = """
        Received: from a by b for <foi@healthy.example>; Fri, 1 Jul 2016 16:55:01 +0100
        From: =?utf-8?q?J=C3=B6rg?= "A, B" (c) <joe@ccg.example>
        To: Group: a@x.example, "B" <b@x.example>;, c@x.example
        Date: Fri, 1 Jul 2016 16:55:01 +0100 (BST)
        Subject: =?iso-2022-jp?B?GyRCPnBKcxsoQg==?= =?utf-8?q?=E2=82?=
         =?utf-8?q?=AC?=
        Message-ID: <a@ccg.example>
        References: <b@x.example>
         <c@x.example>
        Content-Type: multipart/report; boundary="b"

        --b
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain; charset=utf-16; format=flowed

        Text 
        begin 644 x.txt
        #0V%T
        `
        end
        --c
        Content-Type: text/html; charset=shift_jis
        Content-Transfer-Encoding: quoted-printable

        <table><tr><td>a<td><ol start=3D"2"><li>&pound;<blockquote>q</blockquote><a href=3D"x">y</a></table>=
        --c--
        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; x@y.example
        Status: 5.1.1
        --b
        Content-Type: application/pdf; name*0*=utf-8''R%C3; name*1*=%A9.pdf
        Content-Disposition: attachment; filename="=?utf-8?b?UsOp?="
        Content-Transfer-Encoding: base64

        SGVsbG8sIHdvcmxkIQ==
        --b--

        """;

    private static readonly string[] Pieces =
    [
        "=?utf-8?q?", "?=", "\"", "(", ")", "<", ">", "@", ";", ":", ",", "\r\n", "\n", "\r", "\0", "--b", "--b--", "--c\r\n", "\u00ff", "=", "=\r\n", "%", "''", "*0*=",
        "Content-Type: multipart/mixed; boundary=b\r\n", "begin 644 x\r\n", "&#x110000;", "<table>", "</td>", "<!--", "utf-7", "iso-2022-cn", "+9999", "charset=", "\u001b$B",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_damage_to_a_mail_is_an_exception(int seed)
    {
        var random = new Random(seed);
        var sound = Encoding.Latin1.GetBytes(RawMail.Crlf(Seed));
        for (var i = 0; i < 1_000; i++)
        {
            var damaged = Damage(sound, random);
            var mail = RawMail.Read(damaged);
            mail.Attachments.All(a => a.Name.Length > 0 && !a.Name.Contains('/')).ShouldBeTrue();
            mail.Headers.Any(h => h.Value.AsSpan().ContainsAny('\n', '\r')).ShouldBeFalse();
        }
    }

    [Fact]
    public void Every_beginning_of_a_mail_can_be_read()
    {
        var sound = Encoding.Latin1.GetBytes(RawMail.Crlf(Seed));
        for (var length = 0; length < sound.Length; length++)
        {
            RawMail.Read(sound[..length]).Subject.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Any_letter_can_be_written()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x10000))]);
            var letter = new LetterMail
            {
                FromName = text, FromAddress = text, ToName = text, ToAddress = text, ReplyTo = text, Subject = text, MessageId = text, Date = default, Body = text,
            };
            var written = new MimeMailFormat().Write(letter);
            RawMail.Read(written).Headers.Count.ShouldBeInRange(8, 9);
        }
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.Latin1.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
