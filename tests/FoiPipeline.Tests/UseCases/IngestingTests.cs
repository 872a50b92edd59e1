using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class IngestingTests
{
    [Fact]
    public async Task Dated_before_our_letter_a_dropped_in_mail_is_not_believed_and_a_person_is_told()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer, at: driver.Clock.GetUtcNow().AddYears(-1));
        await driver.PutAsync("inbox/found.eml", raw);
        await driver.WorkOffAsync();

        var mail = await driver.MailAsync(raw);
        (mail.DoubtKind, mail.Authorities.Single().Value).ShouldBe(("DatedBeforeOurLetter", "02N"));
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().ReceivedAt.ShouldBe(driver.Clock.GetUtcNow());
        (await driver.TriageAsync()).ShouldHaveSingleItem().Question.ShouldContain("before our letter left");
    }

    [Fact]
    public async Task A_reply_to_the_token_address_is_credited_to_its_request_alone()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        mail.Authorities.ShouldBe([Some.Id("02N")]);
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Mail.ShouldBe(mail.Mail);
        (await driver.RequestAsync("99E")).Replies.ShouldBeEmpty();
        (await driver.TriageAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_nothing_proves_goes_to_triage_and_to_no_request()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false));
        mail.Authorities.ShouldBeEmpty();
        (await driver.TriageAsync()).ShouldHaveSingleItem().Subject.ShouldBe(mail.Mail);
        (await driver.RequestAsync("02N")).Replies.ShouldBeEmpty();
        (await driver.QueuedForClassificationAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("inbox/reply.eml")]
    [InlineData("inbox/somebody/Re-FOI.eml")]
    [InlineData("inbox/0000000000000000000000000000000000000000000000000000000000000000.eml")]
    public async Task A_file_dropped_in_under_any_name_is_taken_in_under_its_hash(string name)
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        await driver.PutAsync(name, raw);
        await driver.WorkOffAsync();
        (await driver.MailAsync(raw)).Authorities.ShouldBe([Some.Id("02N")]);
        (await driver.NamesAsync("inbox/")).ShouldContain(MailDocument.Name(PipelineDriver.IdOf(raw)));
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().ReceivedAt.ShouldBe(SomeMail.Monday);
    }

    [Fact]
    public async Task A_file_dropped_in_cannot_have_come_in_the_future()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer, at: driver.Clock.GetUtcNow().AddYears(3));
        await driver.PutAsync("inbox/odd.eml", raw);
        await driver.WorkOffAsync();
        (await driver.MailAsync(raw)).ReceivedAt.ShouldBe(driver.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_same_message_by_two_routes_is_one_reply()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<a@x.example>"));
        var second = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<a@x.example>", extra: "X-Route: two\n"));
        second.SetAside.ShouldNotBeNull();
        (await driver.RequestAsync("02N")).Replies.Count.ShouldBe(1);
        (await driver.QueuedForClassificationAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_message_under_a_message_id_used_before_is_no_duplicate()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Acknowledgement, messageId: "<case-17@x.example>"));
        var answer = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<case-17@x.example>"));
        answer.SetAside.ShouldBeNull();
        (await driver.RequestAsync("02N")).Replies.Count.ShouldBe(2);
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_queued_once()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        (await driver.RequestAsync("02N")).Replies.Count.ShouldBe(2);
        (await driver.QueuedForClassificationAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_copies_that_a_crash_interrupts_together_are_not_both_set_aside()
    {
        var driver = await PipelineDriver.SentAsync(Some.Round(Some.Authority("02N", "Airedale")));
        var copies = new[] { "", "X-Route: two\n" }
            .Select(extra => SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<a@x.example>", extra: extra)).ToArray();
        foreach (var copy in copies)
        {
            await driver.PutAsync(MailDocument.Name(PipelineDriver.IdOf(copy)), copy);
        }

        // Both workers have told the request and neither has closed its mail's record when the process dies.
        var second = driver.Start(register: new WatchedRegister(driver.Register, DieAtTheMailsRecord));
        var told = false;
        var first = driver.Start(register: new WatchedRegister(driver.Register, async stream =>
        {
            await DieAtTheMailsRecord(stream);
            if (!told && stream.Value == "request/02N")
            {
                told = true;
                await Should.ThrowAsync<CrashException>(() => second.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(copies[1])), PipelineDriver.Cancel));
            }
        }));
        await Should.ThrowAsync<CrashException>(() => first.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(copies[0])), PipelineDriver.Cancel));
        (await driver.RequestAsync("02N")).Replies.Count.ShouldBe(2);

        await driver.WorkOffAsync();
        (await driver.QueuedForClassificationAsync()).ShouldHaveSingleItem();
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeTrue();
    }

    private static Task DieAtTheMailsRecord(StreamId stream) =>
        stream.Value.StartsWith("mail/", StringComparison.Ordinal) ? throw new CrashException() : Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002 no mail at all")]
    [InlineData("Subject: only\r\n")]
    public async Task What_is_no_mail_is_kept_and_shown_to_a_person(string content)
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = System.Text.Encoding.UTF8.GetBytes(content);
        await driver.PutAsync("inbox/odd.eml", raw);
        await driver.WorkOffAsync();
        (await driver.TriageAsync()).ShouldContain(t => t.Subject == PipelineDriver.IdOf(raw));
    }

    [Fact]
    public async Task Taken_in_twice_or_by_several_at_once_a_mail_is_one_reply()
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var driver = await PipelineDriver.SentAsync();
            var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
            var name = MailDocument.Name(PipelineDriver.IdOf(raw));
            await driver.PutAsync(name, raw);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => driver.Start().Ingest.RunAsync(name, PipelineDriver.Cancel), PipelineDriver.Cancel)));
            await driver.WorkOffAsync();
            (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem();
            (await driver.QueuedForClassificationAsync()).Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_process_that_dies_at_any_call_of_the_way_in_loses_nothing()
    {
        byte[][] mails =
        [
            SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<1@x.example>"), SomeMail.Reply("99E", SomeMail.Acknowledgement, messageId: "<2@x.example>"),
            SomeMail.Reply("07G", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false, messageId: "<3@x.example>"),
        ];
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            async () =>
            {
                var driver = await PipelineDriver.SentAsync();
                foreach (var raw in mails)
                {
                    driver.Mailbox.Deliver(raw);
                }

                return driver;
            },
            async (driver, crash) =>
            {
                var pipeline = driver.Start(crash);
                await driver.CollectAsync(pipeline);
                await driver.WorkOffAsync(pipeline);
            },
            async driver =>
            {
                driver.Clock.Advance(TimeSpan.FromMinutes(11));
                await driver.CollectAsync();
                await driver.WorkOffAsync();
                (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Queued.ShouldBeTrue();
                (await driver.RequestAsync("99E")).Replies.ShouldHaveSingleItem().Kind.ShouldBe(ReplyKind.Acknowledgement);
                (await driver.RequestAsync("07G")).Replies.ShouldBeEmpty();
                (await driver.TriageAsync()).ShouldHaveSingleItem().Subject.ShouldBe(PipelineDriver.IdOf(mails[2]));
                var queued = await driver.QueuedForClassificationAsync();
                queued.Distinct().ShouldHaveSingleItem().ShouldContain(PipelineDriver.IdOf(mails[0]));
                queued.Count.ShouldBeInRange(1, 2);
            });
        deaths.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task A_mail_too_large_is_never_read_and_stays_with_a_person_until_it_is_judged()
    {
        var driver = await PipelineDriver.SentAsync();
        var id = await HugeAsync();
        var documents = new WithHuge(driver.Documents, MailDocument.Name(id));
        var pipeline = driver.Start(documents: documents);
        await pipeline.Ingest.RunAsync(MailDocument.Name(id), PipelineDriver.Cancel);
        await driver.WorkOffAsync(pipeline);
        (await driver.TriageAsync()).ShouldHaveSingleItem().Question.ShouldContain("MB large");
        var mail = await driver.Book.Mails.LoadAsync(id, PipelineDriver.Cancel);
        await pipeline.Attach.RunAsync(mail, [Some.Id("02N")], Some.Person, PipelineDriver.Cancel);
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.Unreadable);
        await pipeline.Judge.RunAsync(await driver.Book.Mails.LoadAsync(id, PipelineDriver.Cancel), ReplyKind.Full, Some.Person, PipelineDriver.Cancel);
        (await driver.TriageAsync()).ShouldBeEmpty();
        (await driver.QueuedForClassificationAsync()).ShouldHaveSingleItem();
        ((long)documents.MostRead).ShouldBeLessThan(IngestMail.MostBytes, "a mail this large must not be held in memory");
    }

    private static async Task<string> HugeAsync()
    {
        await using var zeroes = new Zeroes(_ => { });
        return Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(zeroes, PipelineDriver.Cancel));
    }

    private sealed class WithHuge(IDocumentStore inner, string huge) : IDocumentStore
    {
        public int MostRead { get; private set; }

        public Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel) => inner.PutIfAbsentAsync(name, content, cancel);

        public Task<Stream?> OpenAsync(string name, CancellationToken cancel) =>
            name == huge ? Task.FromResult<Stream?>(new Zeroes(count => MostRead = Math.Max(MostRead, count))) : inner.OpenAsync(name, cancel);

        public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel) => inner.ListAsync(prefix, cancel);
    }

    /// <summary>Just over the limit, without the memory.</summary>
    private sealed class Zeroes(Action<int> asked) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => IngestMail.MostBytes + 1;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            asked(count);
            var read = (int)Math.Min(count, Length - Position);
            buffer.AsSpan(offset, read).Clear();
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public void A_log_names_a_mail_by_its_hash_and_never_by_what_a_person_called_the_file()
    {
        var id = PipelineDriver.IdOf([1, 2, 3]);
        MailDocument.ForLog(MailDocument.Name(id)).ShouldBe(MailDocument.Name(id));
        MailDocument.ForLog("inbox/Complaint of Jane Doe.eml").ShouldNotContain("Jane");
    }

    [Fact]
    public async Task A_mail_whose_place_is_taken_by_something_else_is_not_taken_for_stored()
    {
        var driver = await PipelineDriver.OpenedAsync();
        byte[] raw = [.. "Subject: a real reply\r\n\r\nYes."u8];
        await driver.PutAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), [1, 2, 3]);

        await Should.ThrowAsync<StoreUnavailableException>(() => MailDocument.StoreAsync(driver.Documents, new MemoryStream(raw), PipelineDriver.Cancel));
    }
}
