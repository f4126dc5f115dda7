using Claque.Personas;
using Claque.Statistics;

namespace Claque.Tests.Personas;

public sealed class HalvesApartTests
{
    private const int Features = 60;

    [Fact]
    public void Articles_that_are_all_alike_have_halves_that_are_not_apart() =>
        HalvesApart.Of(new Likenesses([.. Enumerable.Range(0, 20).Select(_ => Axis(0))])).At(20)!.Value.ShouldBe(0, 1e-6);

    [Fact]
    public void Two_kinds_of_articles_with_nothing_in_common_are_wholly_apart() =>
        HalvesApart.Of(new Likenesses([.. Enumerable.Range(0, 20).Select(n => Axis(n % 2))])).At(20)!.Value.ShouldBe(1, 1e-6);

    [Fact]
    public void It_is_measured_at_no_more_articles_than_there_are()
    {
        var apart = HalvesApart.Of(new Likenesses([.. Enumerable.Range(0, 23).Select(_ => Axis(0))]));
        apart.Measured.ShouldBe([20, 15, 12, 10, 8, 6, 5, 4]);
        apart.At(25).ShouldBeNull();
    }

    [Fact]
    public void What_changes_within_every_hand_is_taken_out_before_articles_are_compared()
    {
        var random = new Pcg32(8);
        StyleVector[] Of(int byline) => [.. Enumerable.Range(0, 20).Select(_ => Style(byline, subject: random.Next(2) == 0 ? 4 : -4, random))];
        var bylines = Enumerable.Range(0, 12).Select(Of).ToArray();
        var within = WithinHand.Of([.. bylines.Select((own, b) => own.Select((_, i) => b * 20 + i).ToArray())], i => bylines[i / 20][i % 20], seed: 1, default);
        for (var b = 0; b < bylines.Length; b++)
        {
            new Likenesses(bylines[b], StyleFamily.LetterRuns).Mean.ShouldBeLessThan(0.3);
            within.Likeness(b, bylines[b]).Mean.ShouldBeGreaterThan(0.8);
        }
    }

    // A direction for each byline, one for the subject that all share, and a little noise.
    private static StyleVector Style(int byline, double subject, Pcg32 random)
    {
        var letters = Enumerable.Range(0, Features).Select(_ => (float)(0.02 * random.NextNormal())).ToArray();
        letters[byline]++;
        letters[Features - 1] += (float)subject;
        var length = MathF.Sqrt(letters.Sum(x => x * x));
        return new StyleVector([0], [0], [.. letters.Select(x => x / length)], 500);
    }

    private static float[] Axis(int at) => [.. Enumerable.Range(0, Features).Select(i => i == at ? 1f : 0f)];
}
