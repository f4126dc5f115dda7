using Claque.Statistics;

namespace Claque.Personas;

/// <summary>What changes from article to article of one hand: the directions of style in which the articles of a byline differ most among themselves.</summary>
/// <remarks>
/// Subject and kind of article move a style without any change of hand, and in the same directions for many writers. They are learned from the other
/// bylines of the case and taken out before the articles of a byline are compared. Nuisance attribute projection: Solomonoff, Campbell and Boardman 2005,
/// doi:10.1109/ICASSP.2005.1415187, there for telephones instead of subjects. Departure: bylines are parted into folds, so that none is
/// compared in directions that its own articles gave.
/// </remarks>
internal sealed class WithinHand
{
    private const int Folds = 5;
    private const int MostArticles = 600;
    private const int MostBylines = 60;
    private const int MostDirections = 40;
    private const int ArticlesPerDirection = 12;
    private const int Rounds = 15;

    // How much each family weighs in the one vector of an article; chosen on the half of the reporters that is not reported.
    private const float FunctionWeight = 1.2f;
    private const float FrequentWeight = 0.7f;
    private readonly float[][][] _directions;

    private WithinHand(float[][][] directions) => _directions = directions;

    /// <summary>Learns the directions.</summary>
    /// <param name="bylines">For each byline its articles, by index; a byline without articles gives none.</param>
    /// <param name="vector">The style of an article.</param>
    /// <param name="seed">Where the search for directions starts.</param>
    /// <param name="stop">Ends the work between two rounds.</param>
    /// <remarks>O(articles² · features) of at most 600 articles, spread evenly over at most 60 bylines.</remarks>
    public static WithinHand Of(int[][] bylines, Func<int, StyleVector> vector, ulong seed, CancellationToken stop)
    {
        var asked = Enumerable.Range(0, bylines.Length).Where(b => bylines[b].Length > 1).ToArray();
        var used = Spread(asked, Math.Min(asked.Length, MostBylines));
        var rows = new List<(int Fold, float[] Row)>();
        foreach (var byline in used)
        {
            var own = Spread(bylines[byline], Math.Min(bylines[byline].Length, MostArticles / used.Length)).Select(i => Joined(vector(i))).ToArray();
            Centre(own);
            rows.AddRange(own.Select(row => (byline % Folds, row)));
        }

        var products = Products([.. rows.Select(row => row.Row)], stop);
        return new WithinHand([.. Enumerable.Range(0, Folds).Select(fold =>
            Directions([.. Enumerable.Range(0, rows.Count).Where(r => rows[r].Fold != fold)], [.. rows.Select(row => row.Row)], products, new Pcg32(seed, 500 + (ulong)fold), stop))]);
    }

    /// <summary>How alike a byline's articles are, two by two, once what changes within a hand is taken out.</summary>
    /// <param name="byline">Its index: the directions are those of other bylines.</param>
    /// <param name="articles">The style of each article.</param>
    public Likenesses Likeness(int byline, IReadOnlyList<StyleVector> articles)
    {
        var rows = articles.Select(Joined).ToArray();
        foreach (var row in rows)
        {
            foreach (var direction in _directions[byline % Folds]) Add(row, direction, -StyleVector.Dot(row, direction));
            Normalise(row);
        }

        return new Likenesses(rows);
    }

    private static int[] Spread(int[] all, int count) => [.. Enumerable.Range(0, count).Select(k => all[(int)((long)k * all.Length / count)])];

    private static float[] Joined(StyleVector style) =>
        [.. style.FunctionWords.Select(x => FunctionWeight * x), .. style.FrequentWords.Select(x => FrequentWeight * x), .. style.LetterRuns];

    private static void Centre(float[][] rows)
    {
        var mean = new float[rows[0].Length];
        foreach (var row in rows) Add(mean, row, 1f / rows.Length);
        foreach (var row in rows) Add(row, mean, -1);
    }

    private static float[][] Products(float[][] rows, CancellationToken stop)
    {
        var products = rows.Select(_ => new float[rows.Length]).ToArray();
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = stop }, a =>
        {
            for (var b = 0; b < rows.Length; b++) products[a][b] = StyleVector.Dot(rows[a], rows[b]);
        });
        return products;
    }

    // The widest directions by block power iteration on the products of the articles, then as features. Their span alone matters.
    private static float[][] Directions(int[] kept, float[][] rows, float[][] products, Pcg32 random, CancellationToken stop)
    {
        var count = Math.Min(MostDirections, kept.Length / ArticlesPerDirection);
        var square = kept.Select(a => kept.Select(b => products[a][b]).ToArray()).ToArray();
        var block = Enumerable.Range(0, count).Select(_ => kept.Select(_ => (float)random.NextNormal()).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            block = [.. block.Select(column => square.Select(row => StyleVector.Dot(row, column)).ToArray())];
            Orthonormalise(block);
        }

        var directions = block.Select(column =>
        {
            var direction = new float[rows[0].Length];
            for (var r = 0; r < kept.Length; r++) Add(direction, rows[kept[r]], column[r]);
            return direction;
        }).ToArray();
        Orthonormalise(directions);
        return directions;
    }

    private static void Orthonormalise(float[][] vectors)
    {
        for (var v = 0; v < vectors.Length; v++)
        {
            // Twice: once is not enough in single precision when two are nearly alike.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var before = 0; before < v; before++) Add(vectors[v], vectors[before], -StyleVector.Dot(vectors[v], vectors[before]));
                Normalise(vectors[v]);
            }
        }
    }

    private static void Normalise(float[] vector)
    {
        var length = MathF.Sqrt(StyleVector.Dot(vector, vector));
        if (length <= 1e-6f) Array.Clear(vector);
        else for (var i = 0; i < vector.Length; i++) vector[i] /= length;
    }

    private static void Add(float[] to, float[] vector, float times)
    {
        for (var i = 0; i < to.Length; i++) to[i] += times * vector[i];
    }
}
