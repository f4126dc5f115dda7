using System.Collections.Immutable;
using Claque.Articles;
using Claque.Graphs;

namespace Claque.Lineage;

/// <summary>A family whose tree is known.</summary>
/// <param name="Articles">Its articles.</param>
/// <param name="Parents">For each the number of the article it was taken from; -1 for the first.</param>
public sealed record KnownFamily(IReadOnlyList<Article> Articles, ImmutableArray<int> Parents);

/// <summary>Fits the weights of evidence to families whose trees are known.</summary>
public static class LineageFit
{
    private const double Step = 0.5;

    /// <summary>Kinds whose weights are set by hand: what a text states about its source, and what the simulated chains hardly have.</summary>
    public static ImmutableArray<EvidenceKind> SetByHand { get; } = [EvidenceKind.Credit, EvidenceKind.SelfReference, EvidenceKind.Dangling, EvidenceKind.Note, EvidenceKind.Canonical];

    /// <summary>The weights under which the known trees are likeliest among all trees.</summary>
    /// <param name="known">Families; those whose articles are not all tied by passages are left out.</param>
    /// <param name="penalty">Ridge on the weights, for each family.</param>
    /// <param name="rounds">Steps of gradient ascent.</param>
    /// <remarks>
    /// A log-linear model over rooted trees; the gradient is what the true edges have of a feature less what all trees have on average,
    /// by the matrix-tree theorem. Weights of one sign by nature are held at 0 or above.
    /// </remarks>
    public static LineageWeights Of(IReadOnlyList<KnownFamily> known, double penalty = 0.005, int rounds = 300)
    {
        ArgumentNullException.ThrowIfNull(known);
        var options = new LineageOptions();
        var families = known.Select(family => (Evidence: EvidenceOf(family, options), family.Parents)).ToList();
        var (values, squares) = (LineageWeights.Fitted.Values.ToArray(), new double[LineageWeights.Count]);
        for (var round = 0; round < rounds; round++)
        {
            var gradient = new double[LineageWeights.Count];
            foreach (var (evidence, parents) in families) Add(gradient, evidence, parents, new LineageWeights([.. values]));
            for (var i = 0; i < gradient.Length; i++)
            {
                if (SetByHand.Contains((EvidenceKind)i)) continue;
                gradient[i] = (gradient[i] / families.Count) - (penalty * values[i]);
                squares[i] += gradient[i] * gradient[i];
                values[i] = Math.Max(0, values[i] + (Step * gradient[i] / Math.Sqrt(squares[i] + 1e-12)));
            }
        }

        return new LineageWeights([.. values.Select(value => Math.Round(value, 2))]);
    }

    private static FamilyEvidence EvidenceOf(KnownFamily family, LineageOptions options)
    {
        var kept = new ArticleWords?[family.Articles.Count];
        var found = PassageFinding.Of(family.Articles, new PassageOptions(), kept, null, default);
        return FamilyEvidence.Of([.. Enumerable.Range(0, family.Articles.Count)], found, kept, options);
    }

    private static void Add(double[] gradient, FamilyEvidence evidence, ImmutableArray<int> parents, LineageWeights weights)
    {
        var chances = SpanningTrees.Marginals(FamilyTree.Scores(evidence, weights));
        for (var child = 0; child < evidence.Count; child++)
        {
            for (var parent = 0; parent < evidence.Count; parent++)
            {
                if (parent == child || evidence.Features(parent, child) is not { } features) continue;
                var surprise = (parents[child] == parent ? 1 : 0) - chances[parent, child];
                for (var i = 0; i < features.Length; i++) gradient[i] += surprise * features[i];
            }
        }
    }
}
