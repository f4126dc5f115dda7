using Claque.Personas;
using Claque.Text.Prose;

namespace Claque.Tests.Personas;

public sealed class StyleTests
{
    [Fact]
    public void What_stands_in_quotation_marks_is_not_the_writers_style()
    {
        var text = StyleText.Of("The mayor said: \"We shall never yield to anybody.\" Then she left.");
        text.QuotedWords.ShouldBe(6);
        text.Words.ShouldBe(6);
        text.Letters.ShouldNotContain("yield");
    }

    [Fact]
    public void Copied_passages_are_left_out_and_counted()
    {
        const string All = "Own words first. Copied words here. Own again.";
        var from = All.IndexOf("Copied", StringComparison.Ordinal);
        var text = StyleText.Of(All, [new TextSpan(from, from + "Copied words here.".Length)]);
        text.StrippedWords.ShouldBe(3);
        text.Words.ShouldBe(5);
        text.Letters.ShouldNotContain("opied");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_takes_nothing_away() =>
        StyleText.Of("He said: \"we go on and on. Nothing ends here.").Words.ShouldBe(10);

    [Fact]
    public void Every_author_counts_alike_in_middle_and_spread()
    {
        double[][] rows = [[1, 0], [3, 2], [10, 4]];
        int[] authors = [0, 0, 1];
        var standards = BalancedStandards.Of(rows, authors, 2);
        standards.Middle.ShouldBe([6, 2.5]);
        // Author 0: mean square about 6 of 1 and 3 is (25 + 9) / 2; author 1: 16.
        standards.Spread[0].ShouldBe(Math.Sqrt((17.0 + 16) / 2), 1e-9);
    }

    [Fact]
    public void The_profile_of_two_texts_is_the_sum_of_their_profiles()
    {
        var texts = Enumerable.Range(0, 4).Select(w => StyleText.Of(InventedWriters.Article(w, 1, 200))).ToArray();
        var space = StyleSpace.Of(texts, [0, 1, 2, 3], StyleOptions.Default, out var profiles);
        var sum = StyleProfile.Sum(profiles[..2], space.Dimensions);
        for (var i = 0; i < sum.Counts.Length; i++) sum.Counts[i].ShouldBe(profiles[0].Counts[i] + profiles[1].Counts[i]);
    }

    [Fact]
    public void The_ratio_never_falls_as_the_score_rises()
    {
        var halves = Enumerable.Range(0, 30).Select(i => new Comparison(0.45 + 0.01 * (i % 10), 3000, 3000)).ToList();
        var others = Enumerable.Range(0, 60).Select(i => new Comparison(-0.1 + 0.01 * (i % 20), 6000, 6000)).ToList();
        var calibration = Calibration.Fit(halves, others)!;
        var ratios = Enumerable.Range(-19, 39).Select(i => calibration.LogRatio(new Comparison(i / 20.0, 6000, 6000))).ToArray();
        ratios.Zip(ratios.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
        ratios[0].ShouldBeLessThan(0);
        ratios[^1].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_clearest_cut_is_the_one_a_plain_search_finds()
    {
        var vectors = Enumerable.Range(0, 12).Select(i => StyleText.Of(InventedWriters.Article(i < 5 ? 1 : 6, i))).ToArray();
        var space = StyleSpace.Of(vectors, [.. Enumerable.Range(0, 12).Select(i => i < 5 ? 0 : 1)], StyleOptions.Default, out var profiles);
        var likeness = new Likenesses([.. profiles.Select(space.Vector)], StyleFamily.FunctionWords);
        int[] order = [3, 1, 0, 4, 2, 5, 9, 8, 7, 6, 11, 10];
        double Clearness(int cut)
        {
            double across = 0;
            for (var l = 0; l < cut; l++) for (var r = cut; r < 12; r++) across += likeness[order[l], order[r]];
            return (likeness.Mean - across / (cut * (12 - cut))) * Math.Sqrt(cut * (12 - cut));
        }

        var best = Enumerable.Range(3, 7).MaxBy(Clearness);
        likeness.Cut(order).At.ShouldBe(best);
        likeness.Cut(order).Clearness.ShouldBe(Clearness(best), 1e-9);
    }
}
