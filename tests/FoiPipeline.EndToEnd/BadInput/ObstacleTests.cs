using FoiPipeline.Disks;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.BadInput;

/// <summary>What the machine may put in the way: it is told in one sentence, and once it is gone the round goes on as if it had never been.</summary>
public sealed class ObstacleTests
{
    [Fact]
    public async Task A_database_that_another_program_locks_is_told_and_nothing_is_lost()
    {
        using var round = await SmallRound.OpenAsync(3);
        var mail = round.WriteMail("a.eml", "SV16-02N", "We do not hold this information.");
        using (var other = DataFile.Register(round.Data))
        {
            other.Run("BEGIN EXCLUSIVE");

            (await round.Foi.RunAsync("note", "02N", "during the lock")).ShouldBeOneClearError().ShouldContain("lock");
            var import = await round.Foi.RunAsync("import", mail);
            import.ExitCode.ShouldBe(1);
            import.Err.ShouldNotContain("   at ");
            import.Err.ShouldNotContain("did not foresee");
            other.Run("ROLLBACK");
        }

        await round.Foi.DoAsync("note", "02N", "after the lock");
        await round.Foi.DoAsync("import", mail);
        using var register = DataFile.Register(round.Data);
        RegisterPicture.Mails(register).ShouldHaveSingleItem().Reading.ShouldNotBeNull();
        (await round.Foi.DoAsync("log", "02N")).Out.ShouldNotContain("during the lock");
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_round_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("6m");
        using var round = await SmallRound.OpenAsync(5, Path.Combine(disk.Path, "data"));
        var mail = round.WriteMail("a.eml", "SV16-02N", $"We do not hold this information.\r\n{new string('x', 20_000)}");
        using (disk.Fill())
        {
            (await round.Foi.RunAsync("note", "02N", new string('n', 60_000))).ShouldBeOneClearError();
            foreach (var command in new string[][] { ["import", mail], ["send", "--really"] })
            {
                var result = await round.Foi.RunAsync(command);
                result.ExitCode.ShouldNotBe(0, $"{string.Join(' ', command)}\n{result.Out}");
                result.Err.ShouldNotContain("   at ");
                result.Err.ShouldNotContain("did not foresee");
            }
        }

        await round.Foi.DoAsync("import", mail);
        round.Wait(TimeSpan.FromMinutes(15));
        await round.Foi.DoAsync("run", "--once");
        round.Wait(TimeSpan.FromMinutes(15));
        await round.Foi.DoAsync("run", "--once");
        RegisterPicture.SentTwice(round.Data).ShouldBeEmpty();
        using var register = DataFile.Register(round.Data);
        RegisterPicture.Requests(register).ShouldAllBe(r => r.Letters.All(l => l.SentAt != null));
        RegisterPicture.Mails(register).ShouldContain(m => m.Matched && m.Subject == "SV16-02N");
        (await round.Foi.DoAsync("rebuild", "--json")).Json().GetProperty("mended").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_rehearsal_on_a_disk_that_fills_up_is_told_and_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("12m");
        var foi = new Foi(Path.Combine(disk.Path, "data"));
        await foi.DoAsync("demo", "--once", "--json", "--authorities", "5");
        var small = new Foi(Path.Combine(disk.Path, "second"));
        using (disk.Fill())
        {
            (await small.RunAsync("demo", "--once", "--json", "--authorities", "5")).ShouldBeOneClearError();
        }

        (await small.DoAsync("demo", "--once", "--json", "--authorities", "5")).Json().GetProperty("replies").GetProperty("lost").GetInt32().ShouldBe(0);
        RegisterPicture.Of(small.Data).ShouldBe(RegisterPicture.Of(foi.Data));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_told()
    {
        using var folder = new TemporaryFolder();
        var foi = new Foi(folder.Write("data", "a note"u8));

        (await foi.RunAsync("open", Foi.ShippedRound)).ShouldBeOneClearError().ShouldContain("is a file");
        (await foi.RunAsync("status")).ShouldBeOneClearError();
    }

    [Fact]
    public async Task A_database_that_is_none_is_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/foi.db", "certainly not a database, but long enough to be looked at as one by a program that wants to know"u8);

        (await new Foi(folder.Below("data")).RunAsync("status")).ShouldBeOneClearError().ShouldContain("foi.db");
    }
}
