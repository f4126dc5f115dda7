using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>Accounts that share the same things, whenever: cosine of TF-IDF vectors, the most similar 0.5 % of pairs.</summary>
/// <remarks>
/// Pacheco et al. 2021, doi:10.1609/icwsm.v15i1.18075 (co-retweets). A vector has the number of acts on each object times
/// ln((1 + n) / (1 + df)) + 1, n accounts of which df touched the object, and length 1, as scikit-learn computes it. Accounts with more than 10
/// acts take part. Of the pairs with anything in common 0.5 % are kept; pairs as similar as the last one kept are kept too.
/// </remarks>
public sealed class CosineRule : IAccusationRule
{
    private const int MinActs = 11;
    private const double Kept = 0.005;

    /// <inheritdoc/>
    public string Name => "TF-IDF cosine";

    /// <inheritdoc/>
    public string Description => "TF-IDF cosine of what accounts with more than 10 acts share, the top 0.5 % of pairs that share anything";

    /// <inheritdoc/>
    public RuleVerdict Judge(Corpus corpus, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var matrix = new AccountObjects(RuleActs.Of(corpus));
        var scores = new double[matrix.AccountCount];
        var pairs = new List<(AccountPair Pair, double Cosine)>();
        matrix.Products(
            Vectors(matrix),
            (a, b, cosine) =>
            {
                pairs.Add((new AccountPair(a, b), cosine));
                (scores[a], scores[b]) = (Math.Max(scores[a], cosine), Math.Max(scores[b], cosine));
            },
            stop);
        if (pairs.Count == 0) return RuleVerdict.Of([], scores);
        var cosines = pairs.Select(pair => pair.Cosine).ToArray();
        Array.Sort(cosines);
        var least = cosines[^(int)Math.Ceiling(Kept * cosines.Length)];
        return RuleVerdict.Of(pairs.Where(pair => pair.Cosine >= least).Select(pair => pair.Pair), scores);
    }

    /// <summary>One value per cell; rows of length 1, rows of accounts with too few acts 0.</summary>
    private static double[] Vectors(AccountObjects matrix)
    {
        var values = new double[matrix.Counts.Length];
        var takesPart = new bool[matrix.AccountCount];
        var (accounts, users) = (0, new int[matrix.ObjectCount]);
        for (var account = 0; account < matrix.AccountCount; account++)
        {
            takesPart[account] = matrix.Counts[matrix.RowOf(account)].Sum() >= MinActs;
            if (!takesPart[account]) continue;
            accounts++;
            foreach (var cell in Cells(matrix, account)) users[matrix.ObjectOf(cell)]++;
        }

        for (var account = 0; account < matrix.AccountCount; account++)
        {
            if (!takesPart[account]) continue;
            var squares = 0.0;
            foreach (var cell in Cells(matrix, account))
            {
                values[cell] = matrix.Counts[cell] * (Math.Log((1.0 + accounts) / (1 + users[matrix.ObjectOf(cell)])) + 1);
                squares += values[cell] * values[cell];
            }

            foreach (var cell in Cells(matrix, account)) values[cell] /= Math.Sqrt(squares);
        }

        return values;
    }

    private static IEnumerable<int> Cells(AccountObjects matrix, int account)
    {
        var (start, length) = matrix.RowOf(account).GetOffsetAndLength(matrix.Counts.Length);
        return Enumerable.Range(start, length);
    }
}
