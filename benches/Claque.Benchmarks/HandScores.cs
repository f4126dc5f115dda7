using Claque.Personas;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>One byline, several hands: how well mixtures of two reporters are told from single ones.</summary>
/// <remarks>Each mixture is half of the texts of either, in a case of single reporters of as many texts; its writers have no bylines of their own there.</remarks>
internal static class HandScores
{
    private const int Near = 3;
    private const int Resamples = 1000;

    /// <summary>Writes the rows of the table.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="reporters">The writers.</param>
    /// <param name="isReported">True for the half that nothing was chosen on.</param>
    /// <param name="count">Texts of a byline.</param>
    /// <param name="draws">How often texts are drawn.</param>
    /// <param name="seed">Of the draws.</param>
    public static void Write(TextWriter to, Reporters reporters, bool isReported, int count, int draws, ulong seed)
    {
        var writers = reporters.Half(isReported);
        var near = reporters.Nearest(writers);
        var (single, mixed) = (new List<Scored>(), new List<Scored>());
        for (var draw = 0; draw < draws; draw++)
        {
            var random = new Pcg32(seed, (ulong)draw);
            var texts = writers.ToDictionary(writer => writer, writer => reporters.Draw(writer, count, random), StringComparer.Ordinal);
            single.AddRange(Study(writers.SelectMany(writer => Reporters.Under(writer, texts[writer]))).Bylines.Select(byline => new Scored(byline.Byline, "", 0, byline.SeveralHands, 0, 0, 0)));
            foreach (var (a, b, rank) in Pairs(writers, near, random)) mixed.Add(Mixed(texts, a, b, rank));
        }

        to.WriteLine($"| mixtures, {(isReported ? "held-out" : "tuned")} half, {count} texts a byline, {draws} draws, seed {seed} | AUC (95 % by writers) | called `several` | called `no sign` | texts to the right hand, of those given to one |");
        to.WriteLine("|---|---|---|---|---|");
        Row(to, "of the nearest on topic", single, [.. mixed.Where(m => m.Rank == 1)]);
        Row(to, "of the three nearest", single, [.. mixed.Where(m => m.Rank is > 0 and <= Near)]);
        Row(to, "of any two", single, [.. mixed.Where(m => m.Rank == 0)]);
        to.WriteLine($"| one writer | highest score {single.Max(s => s.Score):0.0} | {Count(single, HandVerdict.Different)} of {single.Count} | {Count(single, HandVerdict.Same)} of {single.Count} | |");
    }

    private static PersonaStudy Study(IEnumerable<BylineArticle> articles) => PersonaStudy.Of([.. articles], PersonaOptions.Default);

    /// <summary>Each two that are near on topic once, with the better rank; and for each writer any other, with rank 0.</summary>
    public static IEnumerable<(string A, string B, int Rank)> Pairs(string[] writers, Dictionary<string, string[]> near, Pcg32 random)
    {
        foreach (var a in writers)
        {
            for (var rank = 1; rank <= Near; rank++)
            {
                var b = near[a][rank - 1];
                var back = Array.IndexOf(near[b], a) + 1;
                if (back > Near || rank < back || (rank == back && string.CompareOrdinal(a, b) < 0)) yield return (a, b, rank);
            }

            yield return (a, near[a][random.Next(near[a].Length)], 0);
        }
    }

    private static Scored Mixed(Dictionary<string, StyleText[]> texts, string a, string b, int rank)
    {
        var half = texts[a].Length / 2;
        var others = texts.Where(t => t.Key != a && t.Key != b).SelectMany(t => Reporters.Under(t.Key, t.Value));
        var study = Study(others.Concat(Reporters.Under("mixture", [.. texts[a].Take(half), .. texts[b].Take(half)])));
        var hands = study.Bylines.Single(byline => byline.Byline == "mixture").SeveralHands;
        var given = hands.Split!.Hands.Where(hand => hand.Hand is not null).ToArray();
        var right = given.Count(hand => int.Parse(study.Articles[hand.Article].Id.AsSpan(^3..), null) / half == hand.Hand);
        return new Scored(a, b, rank, hands, given.Length / (double)hands.Split.Hands.Count, given.Length, Math.Max(right, given.Length - right));
    }

    private static void Row(TextWriter to, string name, List<Scored> single, List<Scored> mixed)
    {
        var (auc, low, high) = WithRange(single, mixed);
        to.WriteLine($"| {name} | {auc:.000} ({low:.000} to {high:.000}) | {Count(mixed, HandVerdict.Different)} of {mixed.Count} | {Count(mixed, HandVerdict.Same)} of {mixed.Count} | "
            + $"{(double)mixed.Sum(m => m.Right) / mixed.Sum(m => m.Given):.00} of {mixed.Average(m => m.Share):.00} |");
    }

    private static int Count(List<Scored> scored, HandVerdict verdict) => scored.Count(s => s.Hands.Verdict == verdict);

    // Writers are drawn anew, not texts: draws of one writer are alike.
    private static (double Auc, double Low, double High) WithRange(List<Scored> single, List<Scored> mixed)
    {
        var writers = single.Select(s => s.A).Distinct().ToArray();
        var random = new Pcg32(1, 9);
        var drawn = new List<double>();
        for (var r = 0; r < Resamples; r++)
        {
            var times = Enumerable.Range(0, writers.Length).Select(_ => writers[random.Next(writers.Length)]).CountBy(writer => writer).ToDictionary(StringComparer.Ordinal);
            IEnumerable<double> Again(Scored s) => Enumerable.Repeat(s.Score, times.GetValueOrDefault(s.A) * (s.B.Length == 0 ? 1 : times.GetValueOrDefault(s.B)));
            if (Discrimination.Auc([.. mixed.SelectMany(Again)], [.. single.SelectMany(Again)]) is { } auc) drawn.Add(auc);
        }

        drawn.Sort();
        return (Discrimination.Auc([.. mixed.Select(m => m.Score)], [.. single.Select(s => s.Score)])!.Value, drawn[(int)(0.025 * drawn.Count)], drawn[(int)(0.975 * drawn.Count)]);
    }

    private sealed record Scored(string A, string B, int Rank, SeveralHands Hands, double Share, int Given, int Right)
    {
        public double Score => Hands.Score ?? throw new InvalidOperationException($"no score for {A} {B}: {Hands.Reason}");
    }
}
