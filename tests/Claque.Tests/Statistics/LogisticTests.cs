using Claque.Statistics;

namespace Claque.Tests.Statistics;

public sealed class LogisticTests
{
    [Fact]
    public void A_fit_ends_where_no_weight_can_be_bettered_also_when_an_input_hardly_varies()
    {
        // As texts of one length give: a score, and two inputs that take turns with the constant.
        var random = new Pcg32(7);
        double Noise() => random.Next(2_000_000) / 1e6 - 1;
        var truths = Enumerable.Range(0, 600).Select(i => i % 5 == 0).ToArray();
        var inputs = truths.Select(truth => new[] { (truth ? 4 : 0) + (3 * Noise()), 7.5 + (0.3 * Noise()), 5.9 + (0.2 * Noise()) }).ToArray();
        var weights = truths.Select(truth => truth ? 2.5 : 0.625).ToArray();
        var fit = Logistic.Fit(inputs, truths, weights);
        for (var k = 0; k < 4; k++)
        {
            var slope = k < 3 ? -fit.Weights[k] : 0;
            for (var i = 0; i < inputs.Length; i++)
                slope += weights[i] * ((truths[i] ? 1 : 0) - (1 / (1 + Math.Exp(-fit.LogOdds(inputs[i]))))) * (k < 3 ? inputs[i][k] : 1);
            slope.ShouldBe(0, 1e-4);
        }
    }
}
