using System.Collections.Immutable;
using Claque.Articles;
using Claque.Text;

namespace Claque.Lineage;

/// <summary>Finds what articles have in common, gathers copies into families and says who took from whom where the evidence decides.</summary>
public static class FamilyMaking
{
    /// <summary>Passages and families of articles. The same at any number of threads.</summary>
    public static Lineages Of(IReadOnlyList<Article> articles, PassageOptions passages, LineageOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(options);
        var kept = new ArticleWords?[articles.Count];
        var found = PassageFinding.Of(articles, passages, kept, progress, stop);
        var members = Members(found, options);
        var families = new Family[members.Count];
        Parallel.For(0, members.Count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            families[i] = FamilyTree.Of(FamilyEvidence.Of(members[i], found, kept, options), options));
        return new Lineages(found, [.. families]);
    }

    /// <summary>Articles connected by copied prose, the largest family first, then by first member.</summary>
    private static List<ImmutableArray<int>> Members(Passages found, LineageOptions options)
    {
        var sets = new UnionFind(found.Articles.Count);
        foreach (var pair in found.Pairs)
            if (pair.AreCopies && (pair.CopiedProse >= options.FamilyWords || Math.Max(pair.ContainmentA, pair.ContainmentB) >= 0.5)) sets.Union(pair.A, pair.B);
        return [.. Enumerable.Range(0, found.Articles.Count).GroupBy(sets.Find).Where(family => family.Skip(1).Any())
            .Select(family => family.ToImmutableArray()).OrderByDescending(family => family.Length).ThenBy(family => family[0])];
    }
}
