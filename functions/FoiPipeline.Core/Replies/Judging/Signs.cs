namespace FoiPipeline.Core.Replies.Judging;

/// <summary>What the rules found in the texts of one reply.</summary>
internal sealed class Signs
{
    private readonly Dictionary<Sign, List<(KindRule Rule, Evidence Evidence)>> _found = [];

    public static Signs In(IReadOnlyList<JudgedText> texts, IEnumerable<KindRule> rules)
    {
        var signs = new Signs();
        foreach (var rule in rules)
        {
            foreach (var text in texts)
            {
                if (rule.FindIn(text) is { } match)
                {
                    signs.Add(rule, new Evidence(rule.Name, text.Where, text.Shown(match.Index, match.Length)));
                    break;
                }
            }
        }

        return signs;
    }

    /// <summary>How surely the texts say it: rules that agree make each other surer.</summary>
    public double Of(Sign sign) =>
        _found.TryGetValue(sign, out var found) ? 1 - found.Aggregate(1.0, (doubt, f) => doubt * (1 - f.Rule.Weight)) : 0;

    public bool Has(Sign sign, double atLeast = 0.6) => Of(sign) >= atLeast;

    public IEnumerable<Evidence> For(params ReadOnlySpan<Sign> signs)
    {
        var evidence = new List<(double Weight, Evidence Evidence)>();
        foreach (var sign in signs)
        {
            evidence.AddRange(_found.TryGetValue(sign, out var found) ? found.Select(f => (f.Rule.Weight, f.Evidence)) : []);
        }

        return evidence.OrderByDescending(e => e.Weight).Select(e => e.Evidence);
    }

    private void Add(KindRule rule, Evidence evidence)
    {
        if (!_found.TryGetValue(rule.Sign, out var list))
        {
            _found[rule.Sign] = list = [];
        }

        list.Add((rule, evidence));
    }
}
