using System.Text;
using FoiPipeline.Local.Import;

namespace FoiPipeline.Tests.UseCases;

public sealed class ImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foi-import-");

    [Theory]
    [InlineData("From a@x.example Mon Jul 11 10:00:00 2016\n", "\n")]
    [InlineData("From - Mon Jul 11 10:00:00 2016\r\n", "\r\n")]
    [InlineData("From 1539@xxx Mon Jul 11 10:00:00 +0000 2016\n", "\n")]
    [InlineData("From ???@???\n", "\n")]
    public void An_mbox_of_any_writer_falls_into_its_messages(string separator, string end)
    {
        var first = $"Subject: one{end}{end}Body.{end}";
        var second = $"Subject: two{end}{end}>From the start.{end}>>From deeper.{end}";
        var found = Find(Write("a.mbox", $"{separator}{first}{end}{separator}{second}{end}"));
        found.ShouldBe([first, $"Subject: two{end}{end}From the start.{end}>From deeper.{end}"]);
    }

    [Fact]
    public void A_sentence_that_starts_with_from_does_not_cut_a_message_in_two()
    {
        const string Body = "Subject: answer\n\nDear Ms Example,\n\nFrom 2014 on we have had a policy.\n\nFrom our records: 42 contracts were let.\nYours\n";
        Find(Write("a.mbox", $"From a@x.example Mon Jul 11 10:00:00 2016\n{Body}\nFrom b@x.example Mon Jul 11 11:00:00 2016\nSubject: two\n\nB\n"))
            .ShouldBe([Body, "Subject: two\n\nB\n"]);
    }

    [Fact]
    public void A_message_without_an_end_of_line_at_the_end_of_the_file_is_whole() =>
        Find(Write("a.mbox", "From a@x.example Mon Jul 11 10:00:00 2016\nSubject: one\n\nlast words")).ShouldBe(["Subject: one\n\nlast words"]);

    [Fact]
    public void A_maildir_gives_what_was_delivered_and_its_folders_and_not_what_is_still_being_written()
    {
        Write("Maildir/new/1.host", "Subject: n\n\nx");
        Write("Maildir/cur/2.host:2,S", "Subject: c\n\nx");
        Write("Maildir/tmp/3.host", "Subject: t\n\nx");
        Write("Maildir/.FOI/cur/4.host:2,", "Subject: f\n\nx");
        Write("Maildir/.FOI/new/.keep", "");
        Find(Path.Combine(_folder.FullName, "Maildir")).Where(t => t.Length > 0).ShouldBe(["Subject: n\n\nx", "Subject: c\n\nx", "Subject: f\n\nx"]);
    }

    [Fact]
    public void A_folder_gives_its_mails_and_those_below_and_nothing_else()
    {
        Write("replies/b.eml", "Subject: b\n\nx");
        Write("replies/A.EML", "Subject: a\n\nx");
        Write("replies/notes.txt", "Subject: no mail\n\nx");
        Write("replies/deep/er/c.eml", "Subject: c\n\nx");
        Find(Path.Combine(_folder.FullName, "replies")).ShouldBe(["Subject: a\n\nx", "Subject: b\n\nx", "Subject: c\n\nx"]);
    }

    [Fact]
    public void What_is_no_mail_is_named_with_what_to_do()
    {
        var pdf = Write("answer.pdf", "%PDF-1.4\n1 0 obj\n");
        var missing = Path.Combine(_folder.FullName, "gone");
        var found = MailFiles.Find([pdf, missing]).ToList();
        found.ShouldAllBe(f => f.Open == null);
        found[0].Problem.ShouldNotBeNull().ShouldContain("foi read");
        found[1].Problem.ShouldNotBeNull().ShouldContain("does not exist");
    }

    [Fact]
    public void An_empty_file_is_found_and_empty() => Find(Write("empty.eml", "")).ShouldBe([""]);

    public void Dispose() => _folder.Delete(recursive: true);

    private static List<string> Find(string path) => [.. MailFiles.Find([path]).Select(file =>
    {
        using var raw = file.Open.ShouldNotBeNull(file.Problem)();
        using var reader = new StreamReader(raw, Encoding.Latin1);
        return reader.ReadToEnd();
    })];

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
