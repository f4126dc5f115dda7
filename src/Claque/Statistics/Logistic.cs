namespace Claque.Statistics;

/// <summary>Logistic regression with a ridge, fitted by Newton's method with steps that are halved until they lead uphill: no randomness.</summary>
public sealed class Logistic
{
    private const int Steps = 100;
    private const int Halvings = 40;

    private Logistic(double[] weights) => Weights = weights;

    /// <summary>The weights of the inputs, then the constant.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The log odds of an input.</summary>
    public double LogOdds(ReadOnlySpan<double> input)
    {
        var sum = Weights[^1];
        for (var i = 0; i < input.Length; i++) sum += Weights[i] * input[i];
        return sum;
    }

    /// <summary>Fits the weights.</summary>
    /// <param name="inputs">Rows of one length.</param>
    /// <param name="truths">For each row its class.</param>
    /// <param name="weights">For each row how much it counts; null for 1.</param>
    /// <param name="ridge">Weight of the squared coefficients, above 0; the constant is not held back.</param>
    /// <remarks>O(steps · rows · inputs²).</remarks>
    public static Logistic Fit(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> truths, IReadOnlyList<double>? weights = null, double ridge = 1)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(truths);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        var n = (inputs.Count == 0 ? 0 : inputs[0].Length) + 1;
        var beta = new double[n];
        var worth = Worth(beta, inputs, truths, weights, ridge);
        var row = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[n];
            var hessian = new double[n, n];
            for (var i = 0; i < inputs.Count; i++)
            {
                inputs[i].CopyTo(row, 0);
                row[^1] = 1;
                double sum = 0;
                for (var k = 0; k < n; k++) sum += beta[k] * row[k];
                var chance = 1 / (1 + Math.Exp(-sum));
                var weight = weights?[i] ?? 1;
                var error = weight * ((truths[i] ? 1 : 0) - chance);
                var curve = weight * Math.Max(1e-9, chance * (1 - chance));
                for (var k = 0; k < n; k++)
                {
                    gradient[k] += error * row[k];
                    for (var l = 0; l <= k; l++) hessian[k, l] += curve * row[k] * row[l];
                }
            }

            for (var k = 0; k < n; k++)
            {
                var held = k == n - 1 ? 1e-9 : ridge;
                gradient[k] -= held * beta[k];
                hessian[k, k] += held;
            }

            var move = Solve(hessian, gradient);
            if (move.Max(Math.Abs) < 1e-9) break;
            var before = worth;
            (beta, worth) = Uphill(beta, move, worth, candidate => Worth(candidate, inputs, truths, weights, ridge));
            if (worth <= before) break;
        }

        return new Logistic(beta);
    }

    // A whole step of Newton's can overshoot, above all where an input hardly varies and takes turns with the constant.
    private static (double[] Beta, double Worth) Uphill(double[] beta, double[] move, double worth, Func<double[], double> worthOf)
    {
        var share = 1.0;
        for (var halving = 0; halving < Halvings; halving++, share /= 2)
        {
            double[] candidate = [.. beta.Zip(move, (from, by) => from + (share * by))];
            if (worthOf(candidate) is var reached && reached > worth) return (candidate, reached);
        }

        return (beta, worth);
    }

    // The weighted log likelihood without what the ridge takes off.
    private static double Worth(double[] beta, IReadOnlyList<double[]> inputs, IReadOnlyList<bool> truths, IReadOnlyList<double>? weights, double ridge)
    {
        var n = beta.Length;
        var worth = -0.5e-9 * beta[^1] * beta[^1];
        for (var k = 0; k < n - 1; k++) worth -= 0.5 * ridge * beta[k] * beta[k];
        for (var i = 0; i < inputs.Count; i++)
        {
            var sum = beta[^1];
            for (var k = 0; k < n - 1; k++) sum += beta[k] * inputs[i][k];
            var odds = truths[i] ? -sum : sum;
            worth -= (weights?[i] ?? 1) * (odds > 0 ? odds + Math.Log(1 + Math.Exp(-odds)) : Math.Log(1 + Math.Exp(odds)));
        }

        return worth;
    }

    // Cholesky, from the lower half of a positive definite matrix.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(1e-12, sum)) : sum / lower[j, j];
            }
        }

        var x = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= lower[i, k] * x[k];
            x[i] /= lower[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= lower[k, i] * x[k];
            x[i] /= lower[i, i];
        }

        return x;
    }
}
