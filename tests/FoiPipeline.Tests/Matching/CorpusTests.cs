namespace FoiPipeline.Tests.Matching;

/// <summary>Hundreds of mails made from the real register, mangled as mail is mangled, with the truth known.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2016)]
    [InlineData(777)]
    public async Task No_mail_is_credited_to_the_wrong_body_and_nearly_every_honest_one_to_the_right_one(int seed)
    {
        var wrong = new List<string>();
        var missed = new List<string>();
        var honest = 0;
        var mails = new CorpusWriter(seed).Write(40).ToList();
        foreach (var mail in mails)
        {
            var finding = await mail.World.MatchAsync(mail.Input);
            honest += mail.IsHonest ? 1 : 0;
            if (finding.Attributed.Any(a => !mail.MayBeCredited.Contains(a.Value)))
            {
                wrong.Add($"{mail.Kind}: {string.Join(',', mail.MayBeCredited)} -> {finding.Attributed[0]} ({finding.Rung})");
            }
            else if (mail.IsHonest && finding.Attributed.Count == 0)
            {
                missed.Add($"{mail.Kind}: {mail.MayBeCredited[0]}: {finding.Doubt?.Sentence}");
            }

            if (finding.Attributed.Count == 0)
            {
                finding.Doubt.ShouldNotBeNull(mail.Kind);
            }

            foreach (var code in mail.ShouldBeSuggested)
            {
                finding.Suggestions.Select(s => s.Authority.Value).Concat(finding.Attributed.Select(a => a.Value)).ShouldContain(code, mail.Kind);
            }
        }

        mails.Count.ShouldBeGreaterThan(300);
        honest.ShouldBeGreaterThan(300);
        wrong.ShouldBeEmpty();
        (missed.Count * 100).ShouldBeLessThanOrEqualTo(honest, string.Join('\n', missed));
    }
}
