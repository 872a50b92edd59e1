namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>Scales the counts of the published mix to rounds of any size.</summary>
internal static class Quota
{
    /// <summary>Shares <paramref name="total"/> out in proportion to the weights, by largest remainder: the shares sum to the total exactly.</summary>
    public static int[] Share(IReadOnlyList<int> weights, int total)
    {
        var sum = weights.Sum();
        var shares = new int[weights.Count];
        if (sum == 0)
        {
            return shares;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (int)((long)weights[i] * total / sum);
        }

        var byRemainder = Enumerable.Range(0, shares.Length).OrderByDescending(i => (long)weights[i] * total % sum).ThenBy(i => i);
        foreach (var i in byRemainder.Take(total - shares.Sum()))
        {
            shares[i]++;
        }

        return shares;
    }

    /// <summary>A count among <paramref name="of"/>, scaled to <paramref name="actual"/> and rounded to the nearest whole number.</summary>
    public static int Scale(int count, int of, int actual) => (int)(((2L * count * actual) + of) / (2L * of));
}
