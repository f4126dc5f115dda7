namespace Claque.Validation;

/// <summary>
/// The accounts that may not bear witness against one another: groups that, on a first look, mostly act as a body. Were they
/// left among the witnesses, each would make the joint act of two others look like something everybody did.
/// </summary>
internal static class Crews
{
    private const int Largest = 60;
    private const double LeastParticipation = 0.5;
    private const double LeastOverlap = 0.25;

    /// <summary>Marks the members of such groups among pairs found at first look.</summary>
    /// <param name="acts">The acts.</param>
    /// <param name="scales">The scales.</param>
    /// <param name="pairs">The pairs that stand out before any guard.</param>
    /// <param name="setAside">Receives true for each member.</param>
    public static void Mark(SharedActs acts, IReadOnlyList<ScaleActs> scales, IReadOnlyList<PairScore> pairs, bool[] setAside)
    {
        var roots = new int[acts.AccountCount];
        for (var account = 0; account < roots.Length; account++) roots[account] = account;
        pairs = [.. Tied(pairs)];
        foreach (var pair in pairs) roots[Root(roots, pair.B)] = Root(roots, pair.A);

        var widest = pairs.GroupBy(pair => Root(roots, pair.A)).ToDictionary(group => group.Key, group => group.Max(pair => pair.Scale));
        var members = pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order().ToLookup(account => Root(roots, account));
        foreach (var crew in members)
        {
            int[] accounts = [.. crew];
            if (accounts.Length > Largest) continue;
            if (Participation(acts, accounts, 2 * scales[widest[crew.Key]].Chances.WindowUs) < LeastParticipation) continue;
            foreach (var account in accounts) setAside[account] = true;
        }
    }

    /// <summary>The pairs whose accounts have a good part of their partners in common, so that a stray pair does not join two groups.</summary>
    private static IEnumerable<PairScore> Tied(IReadOnlyList<PairScore> pairs)
    {
        var circles = pairs.SelectMany(pair => new[] { (pair.A, pair.B), (A: pair.B, B: pair.A) })
            .GroupBy(pair => pair.A, pair => pair.B)
            .ToDictionary(one => one.Key, one => new HashSet<int>(one) { one.Key });
        return pairs.Where(pair =>
        {
            var common = circles[pair.A].Count(circles[pair.B].Contains);
            return common >= LeastOverlap * (circles[pair.A].Count + circles[pair.B].Count - common);
        });
    }

    /// <summary>The share of its members that the typical joint burst of a group takes in, weighted by burst; 0 without any.</summary>
    private static double Participation(SharedActs acts, int[] members, long spanUs)
    {
        var least = members.Length <= 3 ? 2 : Math.Max(3, (members.Length + 4) / 5);
        double sum = 0, squares = 0;
        foreach (var byObject in members.SelectMany(account => acts.ActsOf(account).ToArray()).Order().GroupBy(act => acts.ObjectOf[act]))
        {
            long[] times = [.. byObject.Select(act => acts.TimesUs[act])];
            var most = 0;
            for (int last = 0, first = 0; last < times.Length; last++)
            {
                while (times[last] - times[first] > spanUs) first++;
                most = Math.Max(most, last - first + 1);
            }

            if (most < least) continue;
            sum += most;
            squares += (double)most * most;
        }

        return sum == 0 ? 0 : squares / sum / members.Length;
    }

    private static int Root(int[] roots, int account)
    {
        while (roots[account] != account) account = roots[account] = roots[roots[account]];
        return account;
    }
}
