using Claque.Statistics;

namespace Claque.Simulation.Second;

/// <summary>The distributions of the second world.</summary>
internal static class SecondDraws
{
    extension(Pcg32 random)
    {
        public double Between(double low, double high) => low + (high - low) * random.NextDouble();

        public bool Chance(double probability) => random.NextDouble() < probability;

        /// <summary>At least <paramref name="least"/>, with a tail like x^-<paramref name="shape"/>.</summary>
        public double Pareto(double least, double shape) => least * Math.Pow(1 - random.NextDouble(), -1 / shape);

        public double Weibull(double scale, double shape) => scale * Math.Pow(random.NextExponential(), 1 / shape);

        /// <summary>The sum of two exponential waits; <paramref name="mean"/> for both together.</summary>
        public double TwoStep(double mean) => mean / 2 * (random.NextExponential() + random.NextExponential());

        public int Poisson(double mean)
        {
            if (mean > 40) return Math.Max(0, (int)Math.Round(mean + Math.Sqrt(mean) * random.NextNormal()));
            var (count, floor) = (0, Math.Exp(-mean));
            for (var product = random.NextDouble(); product > floor; product *= random.NextDouble()) count++;
            return count;
        }
    }
}
