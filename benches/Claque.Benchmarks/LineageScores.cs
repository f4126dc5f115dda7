using Claque.Lineage;
using Claque.Simulation.Chains;

namespace Claque.Benchmarks;

/// <summary>Fits the weights of lineage on simulated chains and scores them on chains that were not fitted on.</summary>
internal static class LineageScores
{
    /// <summary>Writes the fitted weights, then a Markdown row per set.</summary>
    public static void Write(TextWriter to)
    {
        var weights = LineageFit.Of([.. Chains(150, seed: 1, dates: true), .. Chains(150, seed: 2, dates: false)]);
        to.WriteLine(string.Join(", ", Enum.GetValues<EvidenceKind>().Select(kind => FormattableString.Invariant($"{kind} {weights[kind]}"))));
        to.WriteLine("| chains | dates | edges | drawn with a direction | right | without a direction | true ties among them |\n|---|---|---|---|---|---|---|");
        foreach (var (name, count, first) in new[] { ("fitted on", 150, 1UL), ("not fitted on", 200, 101UL) })
        {
            Score(to, name, count, first, dates: true);
            Score(to, name, count, first + 1, dates: false);
        }
    }

    private static IReadOnlyList<KnownFamily> Chains(int families, ulong seed, bool dates) => ChainSimulator.Of(new ChainOptions { Families = families, Seed = seed, Dates = dates });

    private static void Score(TextWriter to, string name, int count, ulong seed, bool dates)
    {
        var (edges, drawn, right, tied, trueTies) = (0, 0, 0, 0, 0);
        foreach (var family in Chains(count, seed, dates))
        {
            edges += family.Parents.Count(parent => parent >= 0);
            var found = FamilyMaking.Of(family.Articles, new PassageOptions(), new LineageOptions());
            foreach (var edge in found.Families.SelectMany(found => found.Edges).Where(edge => edge.Missing is null))
            {
                var isRight = family.Parents[edge.To] == edge.From || edge.OrFrom.Contains(family.Parents[edge.To]);
                if (edge.IsDirected) (drawn, right) = (drawn + 1, right + (isRight ? 1 : 0));
                else (tied, trueTies) = (tied + 1, trueTies + (isRight || family.Parents[edge.From] == edge.To ? 1 : 0));
            }
        }

        to.WriteLine(FormattableString.Invariant($"| {name} | {(dates ? "yes" : "no")} | {edges} | {drawn} | {(double)right / drawn:0.000} | {tied} | {(double)trueTies / Math.Max(1, tied):0.000} |"));
    }
}
