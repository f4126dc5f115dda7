using Claque.Personas;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Several bylines, one hand: reporters cut in two, found again among writers near on topic.</summary>
internal static class BylineScores
{
    private const int Near = 3;
    private const int Bins = 10;
    private const double FalseAlarms = 0.01;

    /// <summary>Writes the rows of the table.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="reporters">The writers.</param>
    /// <param name="draws">How often texts are drawn.</param>
    /// <param name="seed">Of the draws.</param>
    public static void Write(TextWriter to, Reporters reporters, int draws, ulong seed)
    {
        var (tuned, reported) = (reporters.Half(false), reporters.Half(true));
        to.WriteLine($"| reporters cut in two, {draws} draws, seed {seed} | AUC | found at 1 % false | ECE, at even odds | called one hand: true, false pairs |");
        to.WriteLine("|---|---|---|---|---|");
        foreach (var texts in new[] { 20, 5 })
        {
            Row(to, $"tuned half, {texts} texts a side", reporters, tuned, texts, draws, seed);
            Row(to, $"held-out half, {texts} texts a side", reporters, reported, texts, draws, seed);
            Row(to, $"all fifty, {texts} texts a side", reporters, [.. tuned, .. reported], texts, draws, seed);
        }

        WriteSingles(to, reporters, seed);
    }

    // Ratios are made for every pair; what is called is called at the bars as they ship.
    private static void Row(TextWriter to, string name, Reporters reporters, string[] writers, int texts, int draws, ulong seed)
    {
        var (fused, ratio) = (new Kinds([], []), new Kinds([], []));
        int called = 0, right = 0, pairs = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var random = new Pcg32(seed, 100 + (ulong)draw);
            var study = PersonaStudy.Of([.. writers.SelectMany(writer => CutInTwo(reporters, writer, texts, random))], PersonaOptions.Default with { MinWords = 500, Rounds = 0, MinArticles = int.MaxValue });
            bool IsOne(PairStudy pair) => Writer(study, pair.A) == Writer(study, pair.B);
            var near = NearPairs(study);
            foreach (var pair in study.Pairs.Where(pair => IsOne(pair) || near.Contains((pair.A, pair.B))))
            {
                (IsOne(pair) ? fused.Same : fused.Others).Add(pair.Score);
                if (pair.LogRatio is { } log) (IsOne(pair) ? ratio.Same : ratio.Others).Add(log);
            }

            pairs += writers.Length;
            right += study.Pairs.Count(pair => pair.Verdict == HandVerdict.Same && IsOne(pair));
            called += study.Pairs.Count(pair => pair.Verdict == HandVerdict.Same && !IsOne(pair));
        }

        to.WriteLine($"| {name}: score | {fused.Auc:.000} | {fused.Found:.00} | | |");
        to.WriteLine($"| the same: `log_lr` | {ratio.Auc:.000} | {ratio.Found:.00} | {ratio.Error(even: false):.000}, {ratio.Error(even: true):.000} | {right} of {pairs}, {called} |");
    }

    private static void WriteSingles(TextWriter to, Reporters reporters, ulong seed)
    {
        var random = new Pcg32(seed, 1);
        var study = PersonaStudy.Of([.. reporters.ByWriter.Keys.Order(StringComparer.Ordinal).SelectMany(writer => Reporters.Under(writer, reporters.Draw(writer, 20, random)))], PersonaOptions.Default);
        to.WriteLine($"| fifty one-author bylines, 20 texts each | | | | {study.Pairs.Count(pair => pair.Verdict == HandVerdict.Same)} of {study.Pairs.Count} pairs called one hand, "
            + $"{study.Bylines.Count(byline => byline.SeveralHands.Verdict == HandVerdict.Different)} bylines `several` |");
    }

    private static IEnumerable<BylineArticle> CutInTwo(Reporters reporters, string writer, int texts, Pcg32 random)
    {
        var drawn = reporters.Draw(writer, 2 * texts, random);
        return [.. Reporters.Under($"{writer} 1", drawn[..(drawn.Length / 2)]), .. Reporters.Under($"{writer} 2", drawn[(drawn.Length / 2)..])];
    }

    private static string Writer(PersonaStudy study, int byline) => study.Bylines[byline].Byline[..^2];

    // Of two halves with different writers, those among the three nearest on topic of either.
    private static HashSet<(int A, int B)> NearPairs(PersonaStudy study)
    {
        var others = study.Pairs.Where(pair => Writer(study, pair.A) != Writer(study, pair.B)).SelectMany(pair => new[] { (Own: pair.A, Pair: pair), (Own: pair.B, Pair: pair) });
        return [.. others.GroupBy(one => one.Own).SelectMany(own => own.OrderByDescending(one => one.Pair.Topic).ThenBy(one => (one.Pair.A, one.Pair.B)).Take(Near)).Select(one => (one.Pair.A, one.Pair.B))];
    }

    private sealed record Kinds(List<double> Same, List<double> Others)
    {
        public double Auc => Discrimination.Auc(Same, Others)!.Value;

        public double Found
        {
            get
            {
                var bar = Others.OrderDescending().ElementAt((int)(FalseAlarms * Others.Count));
                return Same.Count(score => score > bar) / (double)Same.Count;
            }
        }

        // Expected calibration error of the chance of one hand in ten bins, with the odds as drawn or with both kinds weighing alike.
        public double Error(bool even)
        {
            double weight = even ? (double)Others.Count / Same.Count : 1, odds = even ? 1 : (double)Same.Count / Others.Count;
            var all = Same.Select(log => (Chance: Chance(log, odds), Is: 1.0, Weight: weight)).Concat(Others.Select(log => (Chance: Chance(log, odds), Is: 0.0, Weight: 1.0))).ToList();
            var total = all.Sum(one => one.Weight);
            return all.GroupBy(one => Math.Min(Bins - 1, (int)(Bins * one.Chance))).Sum(bin => Math.Abs(bin.Sum(one => one.Weight * (one.Chance - one.Is)))) / total;
        }

        private static double Chance(double log, double odds) => 1 / (1 + Math.Exp(-log) / odds);
    }
}
