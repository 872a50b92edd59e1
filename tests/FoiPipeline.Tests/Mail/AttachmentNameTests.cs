using System.Text;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Mailing;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("filename=\"answer.pdf\"", "answer.pdf")]
    [InlineData("filename=answer.pdf", "answer.pdf")]
    [InlineData("filename=Our answer to you.pdf", "Our answer to you.pdf")]
    [InlineData("filename=\"unfinished.pdf", "unfinished.pdf")]
    [InlineData("filename*=utf-8''R%C3%A9ponse.pdf", "Réponse.pdf")]
    [InlineData("filename*=iso-8859-1'fr'R%E9ponse.pdf", "Réponse.pdf")]
    [InlineData("filename=plain.pdf; filename*=utf-8''R%C3%A9ponse.pdf", "Réponse.pdf")]
    [InlineData("filename*0=\"first \"; filename*1=\"second.pdf\"", "first second.pdf")]
    [InlineData("filename*1*=%A9.pdf; filename*0*=utf-8''caf%C3", "café.pdf")]
    [InlineData("filename*0*=utf-8''R%C3%A9; filename*1=\"p%41.pdf\"", "Rép%41.pdf")]
    [InlineData("filename=\"=?utf-8?q?R=C3=A9ponse?=\n =?utf-8?q?_2.pdf?=\"", "Réponse 2.pdf")]
    [InlineData("filename==?utf-8?q?R=C3=A9ponse.pdf?=", "Réponse.pdf")]
    [InlineData("filename=\"Réponse.pdf\"", "Réponse.pdf")]
    [InlineData("filename=\"a\\\"b.pdf\"", "a\"b.pdf")]
    public void A_name_is_read_however_it_is_written(string parameter, string name) => Attached(parameter).OriginalName.ShouldBe(name);

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\joe\\answer.pdf", "answer.pdf")]
    [InlineData("..", "attachment-1.pdf")]
    [InlineData("...hidden", "hidden")]
    [InlineData("dir/", "attachment-1.pdf")]
    [InlineData("invoice\u202efdp.exe", "invoicefdp.exe")]
    [InlineData("a\u0007b\u200b.pdf", "ab.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1", "_com1")]
    [InlineData("console.pdf", "console.pdf")]
    [InlineData("a:b*c?.pdf", "a_b_c_.pdf")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData("", "attachment-1.pdf")]
    [InlineData("日本語.pdf", "日本語.pdf")]
    public void A_name_is_made_safe_and_the_original_is_kept(string written, string name)
    {
        var encoded = Convert.ToHexString(Encoding.UTF8.GetBytes(written)).Chunk(2).Select(pair => "%" + new string(pair));
        var part = Attached("filename*=utf-8''" + string.Concat(encoded));
        part.Name.ShouldBe(name);
        part.OriginalName.ShouldBe(written.Trim());
    }

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var name = Attached($"filename=\"{new string('é', 400)}.docx\"").Name;
        name.ShouldEndWith("é.docx");
        name.Length.ShouldBeLessThanOrEqualTo(120);
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(240);
    }

    private static MailPart Attached(string parameter) => RawMail
        .Read($"{RawMail.Start}Content-Type: application/pdf\nContent-Disposition: attachment; {parameter}\n\nPDF").Attachments.ShouldHaveSingleItem();
}
