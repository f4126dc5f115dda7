namespace Claque.Personas;

/// <summary>Parts a byline's articles into the two sets that are least alike.</summary>
/// <remarks>The sign of the leading vector of the centred likenesses, then each article to the side it is nearer to on average.</remarks>
internal static class TwoHands
{
    private const int PowerSteps = 200;
    private const int Moves = 10;

    /// <summary>For each article 0 or 1; the first article is on side 0.</summary>
    public static int[] Of(Likenesses likeness)
    {
        var n = likeness.Count;
        var centred = Centred(likeness);
        var leading = Leading(centred);
        var sides = leading.Select(v => v > 0 ? 1 : 0).ToArray();
        for (var move = 0; move < Moves; move++)
        {
            var next = new int[n];
            for (var a = 0; a < n; a++) next[a] = likeness.Margin(sides, a) < 0 ? 1 - sides[a] : sides[a];
            if (next.Distinct().Count() < 2 || next.AsSpan().SequenceEqual(sides)) break;
            sides = next;
        }

        return sides[0] == 0 ? sides : [.. sides.Select(s => 1 - s)];
    }

    /// <summary>For each article 0 or 1, as many of either within one: the halves that lie furthest apart.</summary>
    public static int[] Even(Likenesses likeness)
    {
        var sides = new int[likeness.Count];
        foreach (var a in InOrder(likeness).Skip(likeness.Count / 2)) sides[a] = 1;
        return sides;
    }

    /// <summary>The articles from one end to the other of what tells them apart most.</summary>
    public static int[] InOrder(Likenesses likeness)
    {
        var leading = Leading(Centred(likeness));
        return [.. Enumerable.Range(0, likeness.Count).OrderBy(a => leading[a]).ThenBy(a => a)];
    }

    private static double[,] Centred(Likenesses likeness)
    {
        var n = likeness.Count;
        var matrix = new double[n, n];
        var rows = new double[n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++) rows[a] += likeness[a, b];
            // An article's likeness to itself would be all noise: its mean stands in.
            rows[a] /= Math.Max(1, n - 1);
        }

        var all = rows.Average();
        for (var a = 0; a < n; a++) for (var b = 0; b < n; b++) matrix[a, b] = (a == b ? rows[a] : likeness[a, b]) - rows[a] - rows[b] + all;
        return matrix;
    }

    private static double[] Leading(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        double shift = 0;
        for (var a = 0; a < n; a++)
        {
            double row = 0;
            for (var b = 0; b < n; b++) row += Math.Abs(matrix[a, b]);
            shift = Math.Max(shift, row);
        }

        var vector = Enumerable.Range(0, n).Select(a => Math.Sin(1 + 1.7 * a)).ToArray();
        for (var step = 0; step < PowerSteps; step++)
        {
            var next = new double[n];
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++) next[a] += matrix[a, b] * vector[b];
                next[a] += 0.3 * shift * vector[a];
            }

            var length = Math.Sqrt(next.Sum(x => x * x));
            if (length < 1e-12) break;
            for (var a = 0; a < n; a++) vector[a] = next[a] / length;
        }

        return vector;
    }
}
