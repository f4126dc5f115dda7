using Claque.Articles.Provenance;

namespace Claque.Lineage;

/// <summary>Sources that members credit and that are not among the articles.</summary>
/// <param name="Edges">Edges from them.</param>
internal sealed record MissingParents(IReadOnlyList<LineageEdge> Edges)
{
    private const double Stated = 1;
    private HashSet<int> Children { get; init; } = [];

    /// <summary>True when a member's edge comes from a missing parent instead of from a member.</summary>
    public bool Replaces(int child) => Children.Contains(child);

    /// <summary>
    /// A wire that two members credit, each with words of the common story that the other lacks: neither can be the other's source.
    /// </summary>
    public static MissingParents Of(FamilyEvidence family, int[] parents, LineageOptions options)
    {
        var edges = new List<LineageEdge>();
        var children = new HashSet<int>();
        foreach (var wire in Enumerable.Range(0, family.Count).Where(i => family.Traits[i].Wire is not null).GroupBy(i => family.Traits[i].Wire!, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            if (wire.Any(i => IsOf(family.Traits[i], wire.Key))) continue;
            var apart = wire.Where(i => wire.Any(j => i != j && AreApart(family, i, j, options))).ToList();
            if (apart.Count < 2) continue;
            var parent = new MissingParent(wire.Key, $"{apart.Count} articles credit it, and of any two each has words of the story that the other lacks");
            foreach (var child in apart)
            {
                // A member whose parent is one of the others stays with it, unless the two cannot come from each other.
                if (parents[child] >= 0 && !(apart.Contains(parents[child]) && AreApart(family, child, parents[child], options))) continue;
                children.Add(child);
                var evidence = new Evidence(EvidenceKind.Credit, options.Weights[EvidenceKind.Credit], $"credits {wire.Key}");
                edges.Add(new LineageEdge(-1, family.Members[child], true, Stated, $"credits {wire.Key}, which is not among the articles", [evidence]) { Missing = parent });
            }
        }

        return new MissingParents(edges) { Children = children };
    }

    // The agency's own article is the parent itself. A short form is not looked for within other words: AP is in every map.
    private static bool IsOf(ArticleTraits article, string wire) =>
        article.Cut.Article.Outlet is { } outlet && (outlet.Equals(wire, StringComparison.OrdinalIgnoreCase) || KnownNames.BuiltIn.Agency(outlet) == wire);

    private static bool AreApart(FamilyEvidence family, int a, int b, LineageOptions options) =>
        family.Pair(a, b) is not { } pair || Math.Min(pair.OnlyIn(b: false), pair.OnlyIn(b: true)) >= options.UnexplainedWords;
}
