using Claque.Graphs;

namespace Claque.Lineage;

/// <summary>Draws the tree of a family: directed where the evidence decides, undirected where not.</summary>
internal static class FamilyTree
{
    private const double NoTie = -40;

    // The weights of the evidence are estimates, so that no direction is ever certain.
    private const double MostChance = 0.999;

    public static Family Of(FamilyEvidence family, LineageOptions options)
    {
        var earliest = EarliestSeen(family);
        if (family.Count > options.MostMembers)
            return new Family(family.Members, [], earliest, $"The family has {family.Count:N0} articles, more than the {options.MostMembers:N0} among which edges are drawn.");
        var chances = SpanningTrees.Marginals(Scores(family, options.Weights));
        var parents = SpanningTrees.Best(Likely(chances));
        var missing = MissingParents.Of(family, parents, options);
        var edges = new List<LineageEdge>();
        for (var child = 0; child < family.Count; child++)
            if (parents[child] >= 0 && !missing.Replaces(child)) edges.Add(Edge(family, parents[child], child, chances, options));
        return new Family(family.Members, [.. edges, .. missing.Edges], earliest, "");
    }

    /// <summary>Score of each member having been taken from each other.</summary>
    public static double[,] Scores(FamilyEvidence family, LineageWeights weights)
    {
        var scores = new double[family.Count, family.Count];
        for (var from = 0; from < family.Count; from++)
            for (var to = 0; to < family.Count; to++)
                if (from != to) scores[from, to] = family.Features(from, to) is { } features ? weights.Score(features) : NoTie;
        return scores;
    }

    // The tree follows the likeliest ties; where two members are tied for sure it does not matter here in which direction.
    private static double[,] Likely(double[,] chances)
    {
        var n = chances.GetLength(0);
        var gains = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) gains[i, j] = Math.Round(chances[i, j], 9);
        return gains;
    }

    private static string Share(double chance) => chance >= 0.995 ? "more than 99 %" : $"{chance * 100:0} %";

    private static LineageEdge Edge(FamilyEvidence family, int parent, int child, double[,] chances, LineageOptions options)
    {
        var (chance, either) = (chances[parent, child], Math.Min(1, chances[parent, child] + chances[child, parent]));
        var evidence = EvidenceWords.Of(family, parent, child, options.Weights);
        var (from, to) = (family.Members[parent], family.Members[child]);
        if (chance >= options.LeastChance)
            return new LineageEdge(from, to, true, Math.Min(MostChance, chance), $"taken from it: {Share(chance)} of all trees that the family can have, weighed by the evidence", evidence);
        var equals = Equals(family, parent, child);
        if (equals.Count > 0 && chance + equals.Sum(other => chances[other, child]) is var together && together >= options.LeastChance)
            return new LineageEdge(from, to, true, Math.Min(MostChance, together), $"taken from it or from {(equals.Count == 1 ? "the article" : $"one of {equals.Count} articles")} with equal words: {Share(together)} of all trees that the family can have, weighed by the evidence", evidence) { OrFrom = [.. equals.Select(other => family.Members[other])] };
        var reason = evidence.All(item => item.Kind is EvidenceKind.Changed or EvidenceKind.Added or EvidenceKind.Dropped || item.Weight == 0) && either >= options.LeastChance
            ? "the texts do not say which of the two was first"
            : either >= options.LeastChance
                ? $"tied, but the evidence on who was first is weak: {chance * 100:0} % against {chances[child, parent] * 100:0} %"
                : $"another member may be the next of kin: this tie stands in {either * 100:0.#} % of all trees that the family can have, weighed by the evidence";
        return new LineageEdge(from, to, false, either, reason, evidence);
    }

    /// <summary>The other members with all the words of one, such as the same page saved twice; without the child, whose words may be equal too.</summary>
    private static List<int> Equals(FamilyEvidence family, int parent, int child) =>
        [.. Enumerable.Range(0, family.Count).Where(other => other != parent && other != child && family.Traits[other].Cut.Words.Hashes.SequenceEqual(family.Traits[parent].Cut.Words.Hashes))];

    // Times that are known to the day may be of any hour of it: then nobody is the earliest.
    private static int? EarliestSeen(FamilyEvidence family)
    {
        var dated = Enumerable.Range(0, family.Count).Where(i => family.Traits[i].Origin.Published is not null).OrderBy(i => family.Traits[i].Origin.Published).ToList();
        if (dated.Count == 0) return null;
        return dated.Skip(1).Any(other => VersionPair.Seconds(family.Traits[dated[0]], family.Traits[other]) is null) ? null : family.Members[dated[0]];
    }
}
