using Claque.Statistics;

namespace Claque.Personas;

/// <summary>How alike a byline's articles are, two by two, in one family of features.</summary>
internal sealed class Likenesses
{
    private const int LeastSide = 3;
    private readonly double[][] _cosine;

    /// <summary>In style.</summary>
    public Likenesses(StyleVector[] vectors, StyleFamily family)
        : this(vectors.Length, (a, b) => StyleVector.Cosine(vectors[a], vectors[b], family))
    {
    }

    /// <summary>Of unit vectors.</summary>
    public Likenesses(float[][] rows)
        : this(rows.Length, (a, b) => StyleVector.Dot(rows[a], rows[b]))
    {
    }

    /// <summary>As given, two by two.</summary>
    public static Likenesses Given(float[][] likeness) => new(likeness.Length, (a, b) => likeness[a][b]);

    private Likenesses(int count, Func<int, int, double> cosine)
    {
        Count = count;
        _cosine = Enumerable.Range(0, count).Select(_ => new double[count]).ToArray();
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < a; b++) _cosine[a][b] = _cosine[b][a] = cosine(a, b);
        }

        Mean = _cosine.Sum(row => row.Sum()) / Math.Max(1, count * (count - 1));
    }

    /// <summary>Number of articles.</summary>
    public int Count { get; }

    /// <summary>Mean over all pairs.</summary>
    public double Mean { get; }

    /// <summary>Cosine of two; 0 of one with itself.</summary>
    public double this[int a, int b] => _cosine[a][b];

    /// <summary>How much nearer an article is to its own side than to the other, itself left out.</summary>
    public double Margin(int[] sides, int at)
    {
        double own = 0, other = 0;
        int owns = 0, others = 0;
        for (var b = 0; b < Count; b++)
        {
            if (b == at) continue;
            if (sides[b] == sides[at]) { own += _cosine[at][b]; owns++; }
            else { other += _cosine[at][b]; others++; }
        }

        return owns == 0 || others == 0 ? 0 : own / owns - other / others;
    }

    /// <summary>How far two sides lie apart, in spreads of random splits of the same sizes; and the share of those as far.</summary>
    public (double Separation, double P) Test(int[] sides, int rounds, Pcg32 random, CancellationToken stop = default)
    {
        var found = Between(sides);
        var order = (int[])sides.Clone();
        double sum = 0, squares = 0;
        var asFar = 0;
        for (var round = 0; round < rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            var drawn = Between(order);
            sum += drawn;
            squares += drawn * drawn;
            if (drawn >= found) asFar++;
        }

        if (rounds == 0) return (0, 1);
        var middle = sum / rounds;
        var spread = Math.Sqrt(Math.Max(1e-12, squares / rounds - middle * middle));
        return ((found - middle) / spread, (asFar + 1.0) / (rounds + 1));
    }

    /// <summary>Where an order falls apart most clearly: the first place behind the cut, and how clearly.</summary>
    public (int At, double Clearness) Cut(int[] order)
    {
        var best = (At: LeastSide, Clearness: double.NegativeInfinity);
        // Across: the sum of cosines over the cut, moved along one article at a time.
        double across = 0;
        for (var cut = 1; cut <= Count - LeastSide; cut++)
        {
            var row = _cosine[order[cut - 1]];
            for (var i = 0; i < cut - 1; i++) across -= row[order[i]];
            for (var i = cut; i < Count; i++) across += row[order[i]];
            if (cut < LeastSide) continue;
            double sizes = (double)cut * (Count - cut);
            var clearness = (Mean - across / sizes) * Math.Sqrt(sizes);
            if (clearness > best.Clearness) best = (cut, clearness);
        }

        return best;
    }

    /// <summary>The clearest cut of the articles in their order, beside those of random orders.</summary>
    /// <returns>The first place behind the cut; how clear it is in spreads of random orders above their middle; and the share of those as clear.</returns>
    public (int At, double Clearness, double P) CutAmongRandom(int rounds, Pcg32 random, CancellationToken stop)
    {
        var order = Enumerable.Range(0, Count).ToArray();
        var (at, found) = Cut(order);
        double sum = 0, squares = 0;
        var asClear = 0;
        for (var round = 0; round < rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            var drawn = Cut(order).Clearness;
            sum += drawn;
            squares += drawn * drawn;
            if (drawn >= found) asClear++;
        }

        if (rounds == 0) return (at, 0, 1);
        var middle = sum / rounds;
        return (at, (found - middle) / Math.Sqrt(Math.Max(1e-12, squares / rounds - middle * middle)), (asClear + 1.0) / (rounds + 1));
    }

    /// <summary>Mean over pairs of one article from either side; 0 where one is empty.</summary>
    public double Across(int[] sides)
    {
        double sum = 0;
        var pairs = 0;
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (sides[a] == sides[b]) continue;
                sum += _cosine[a][b];
                pairs++;
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    /// <summary>Mean over all pairs of articles of one side, each with itself too: the square of how long the side's middle is.</summary>
    public double Steadiness(int[] sides, int side)
    {
        var own = Enumerable.Range(0, Count).Where(a => sides[a] == side).ToArray();
        var sum = (double)own.Length;
        foreach (var a in own) foreach (var b in own) sum += _cosine[a][b];
        return Math.Max(1e-6, sum / Math.Max(1, own.Length * own.Length));
    }

    /// <summary>The same of some of the articles.</summary>
    public Likenesses Of(int[] articles) => new(articles.Length, (a, b) => _cosine[articles[a]][articles[b]]);

    private double Between(int[] sides)
    {
        double within = 0, between = 0;
        int withins = 0, betweens = 0;
        for (var a = 0; a < Count; a++)
        {
            var row = _cosine[a];
            for (var b = 0; b < a; b++)
            {
                if (sides[a] == sides[b]) { within += row[b]; withins++; }
                else { between += row[b]; betweens++; }
            }
        }

        return withins == 0 || betweens == 0 ? 0 : within / withins - between / betweens;
    }
}
