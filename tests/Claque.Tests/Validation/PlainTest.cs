using Claque.Validation;

namespace Claque.Tests.Validation;

/// <summary>
/// The test written down from its formulas with double loops over all pairs: no index, no pruning, nothing kept. One behaviour,
/// times in whole seconds.
/// </summary>
internal sealed class PlainTest(IReadOnlyList<(int Account, int Object, long TimeUs)> shares, ValidationOptions options)
{
    private readonly Dictionary<(int Account, int Object), long> _first = shares
        .GroupBy(share => (share.Account, share.Object)).ToDictionary(same => same.Key, same => same.Min(share => share.TimeUs));

    private readonly Dictionary<int, long> _origins = shares
        .GroupBy(share => share.Object).ToDictionary(same => same.Key, same => same.Min(share => share.TimeUs));

    public IReadOnlyList<int> Accounts => [.. shares.Select(share => share.Account).Distinct().Order()];

    private List<int> Objects => [.. shares.Select(share => share.Object).Distinct().Order()];

    /// <summary>The p-value of a pair without the guard, 1 when it is not tested.</summary>
    public double P(int a, int b, Func<int, int, int, TimeScale, double, double>? guard = null)
    {
        var smallest = 1.0;
        foreach (var scale in options.Scales)
        {
            var trials = new List<double>();
            var hits = new List<long>();
            foreach (var o in Common(a, b))
            {
                var chance = Chance(o, a, b, scale);
                if (chance <= 0) continue;
                trials.Add(guard == null ? chance : Math.Max(chance, guard(o, a, b, scale, chance)));
                if (Math.Abs(_first[(a, o)] - _first[(b, o)]) <= Us(scale.Window)) hits.Add(Math.Min(_first[(a, o)], _first[(b, o)]));
            }

            hits.Sort();
            var sittings = hits.Where((hit, i) => i == 0 || hit - hits[i - 1] > Us(options.SittingGap)).Count();
            if (sittings >= options.MinSittings) smallest = Math.Min(smallest, Tail(trials, sittings) * options.Scales.Length);
        }

        return Math.Min(1, smallest);
    }

    /// <summary>The chance that the guard gives: the largest of three rates among the others on the object, in the two acts' cells.</summary>
    public double Guard(int o, int a, int b, TimeScale scale, double chance)
    {
        var (cellA, cellB) = (Cell(o, a, scale), Cell(o, b, scale));
        var others = Accounts.Where(other => other != a && other != b && _first.ContainsKey((other, o))).ToList();
        var inA = others.Where(other => Cell(o, other, scale) == cellA).ToList();
        var inB = others.Where(other => Cell(o, other, scale) == cellB).ToList();
        var pairs = cellA == cellB
            ? inA.SelectMany((x, i) => inA.Skip(i + 1).Select(y => (x, y))).ToList()
            : inA.SelectMany(x => inB.Select(y => (x, y))).ToList();
        double Rate(double hits, double n) => (hits + 3 * chance) / (n + 3);
        bool Near(int x, int y) => Math.Abs(_first[(x, o)] - _first[(y, o)]) <= Us(scale.Window);
        return new[]
        {
            Rate(pairs.Count(pair => Near(pair.x, pair.y)), pairs.Count),
            Rate(inB.Count(other => Near(a, other)), inB.Count),
            Rate(inA.Count(other => Near(b, other)), inA.Count),
        }.Max();
    }

    /// <summary>How much of a test a pair counts as: 0, a tenth, three tenths or one.</summary>
    public double Weight(int a, int b) =>
        (Common(a, b).Count(o => Chance(o, a, b, options.Scales[^1]) > 0) - options.MinSittings) switch { < 0 => 0, 0 => 0.1, 1 => 0.3, _ => 1 };

    /// <summary>Pairs tested, by weight.</summary>
    public double Tests() => Accounts.Sum(a => Accounts.Where(b => b > a).Sum(b => Weight(a, b)));

    private IEnumerable<int> Common(int a, int b) => Objects.Where(o => _first.ContainsKey((a, o)) && _first.ContainsKey((b, o)));

    private int Cell(int o, int account, TimeScale scale) => Boundaries(scale).TakeWhile(start => start <= (_first[(account, o)] - _origins[o]) / 1e6).Count() - 1;

    private static IEnumerable<double> Boundaries(TimeScale scale)
    {
        yield return 0;
        for (double start = 60, width = 60; ; start += width, width = Math.Min(start, scale.Cell.TotalSeconds)) yield return start;
    }

    /// <summary>By counting: the share of pairs of fine times, on a grid of each cell, that are within the window.</summary>
    private double Chance(int o, int a, int b, TimeScale scale)
    {
        var (first, second) = (Math.Min(Cell(o, a, scale), Cell(o, b, scale)), Math.Max(Cell(o, a, scale), Cell(o, b, scale)));
        var starts = Boundaries(scale).Take(second + 2).ToArray();
        var (widthA, widthB) = (starts[first + 1] - starts[first], starts[second + 1] - starts[second]);
        var reach = scale.Window.TotalSeconds + 0.5;
        if (first == second)
        {
            var x = Math.Min(1, reach / widthA);
            return 2 * x - x * x;
        }

        var z = reach - (starts[second] - starts[first + 1]);
        double Square(double y) => y > 0 ? y * y : 0;
        return Math.Max(0, (Square(z) - Square(z - widthA) - Square(z - widthB) + Square(z - widthA - widthB)) / (2 * widthA * widthB));
    }

    /// <summary>The whole distribution of the number of successes, then its tail.</summary>
    private static double Tail(List<double> chances, int least)
    {
        var distribution = new double[chances.Count + 1];
        distribution[0] = 1;
        foreach (var chance in chances)
            for (var k = chances.Count; k >= 0; k--)
                distribution[k] = distribution[k] * (1 - chance) + (k > 0 ? distribution[k - 1] * chance : 0);
        return distribution.Skip(least).Sum();
    }

    private static long Us(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
