using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>Accounts that share more of the same things than random choice would give, whenever: a hypergeometric test of every pair.</summary>
/// <remarks>
/// Tumminello et al. 2011, doi:10.1371/journal.pone.0017994 (statistically validated networks). Of the N objects that two accounts or more
/// touched, A touched a and B touched b; that they have k or more in common has the chance of the hypergeometric tail. False-discovery
/// control by Benjamini and Hochberg over all pairs of accounts that touched any. It knows neither time nor how popular an object is.
/// </remarks>
public sealed class HypergeometricRule : IAccusationRule
{
    /// <inheritdoc/>
    public string Name => "hypergeometric";

    /// <inheritdoc/>
    public string Description => "more objects in common than random choice gives (bipartite, hypergeometric, Benjamini–Hochberg)";

    /// <inheritdoc/>
    public RuleVerdict Judge(Corpus corpus, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var matrix = new AccountObjects(RuleActs.Of(corpus));
        var pairs = new List<AccountPair>();
        var p = new List<double>();
        var scores = new double[matrix.AccountCount];
        var shared = Enumerable.Range(0, matrix.Counts.Length).Select(cell => matrix.Accounts(matrix.ObjectOf(cell)) > 1 ? 1.0 : 0).ToArray();
        var own = Enumerable.Range(0, matrix.AccountCount).Select(account => (int)shared[matrix.RowOf(account)].Sum()).ToArray();
        var tail = new HypergeometricTail(Enumerable.Range(0, matrix.ObjectCount).Count(obj => matrix.Accounts(obj) > 1));
        matrix.Products(
            shared,
            (a, b, common) =>
            {
                var logP = tail.LogChance((int)common, own[a], own[b]);
                pairs.Add(new AccountPair(a, b));
                p.Add(Math.Exp(logP));
                (scores[a], scores[b]) = (Math.Max(scores[a], -logP), Math.Max(scores[b], -logP));
            },
            stop);
        double active = own.Count(objects => objects > 0);
        var q = new double[p.Count];
        FalseDiscovery.QValues(p.ToArray(), active * (active - 1) / 2, q);
        return new RuleVerdict([.. ClaqueRule.Rates.Select(rate => RuleLevel.Of(rate, pairs.Where((_, i) => q[i] <= rate)))], [.. scores]);
    }
}

/// <summary>The upper tail of the hypergeometric distribution, as a logarithm, so that the smallest chances keep their order.</summary>
internal sealed class HypergeometricTail
{
    private readonly double[] _logFactorials;

    /// <summary>Prepares for a population of so many objects.</summary>
    public HypergeometricTail(int population)
    {
        _logFactorials = new double[population + 1];
        for (var i = 1; i <= population; i++) _logFactorials[i] = _logFactorials[i - 1] + Math.Log(i);
    }

    /// <summary>ln of the chance that two independent choices of <paramref name="a"/> and <paramref name="b"/> objects have at least so many in common.</summary>
    public double LogChance(int common, int a, int b)
    {
        var population = _logFactorials.Length - 1;
        var most = Math.Min(a, b);
        var least = Math.Max(0, a + b - population);
        if (common <= least) return 0;
        if (common > most) return double.NegativeInfinity;
        var first = LogChoose(a, common) + LogChoose(population - a, b - common) - LogChoose(population, b);
        var (sum, term) = (1.0, 1.0);
        for (var k = common; k < most; k++)
        {
            term *= (double)(a - k) * (b - k) / ((k + 1.0) * (population - a - b + k + 1));
            sum += term;
            if (term < 1e-17 * sum) break;
        }

        return Math.Min(0, first + Math.Log(sum));
    }

    private double LogChoose(int n, int k) => _logFactorials[n] - _logFactorials[k] - _logFactorials[n - k];
}
