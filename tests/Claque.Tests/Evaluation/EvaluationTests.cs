using Claque.Evaluation;
using Claque.Reading;

namespace Claque.Tests.Evaluation;

public sealed class EvaluationTests
{
    private static readonly TrueAccount[] Truth =
    [
        new("ann", "organic", ""), new("bob", "organic", ""), new("cem", "early-birds", ""), new("dag", "newsroom", ""),
        new("eva", "crew", "one"), new("fay", "crew", "one"), new("gil", "crew", "two"), new("hao", "organic", ""),
    ];

    [Fact]
    public void Weak_accounts_do_not_count_as_named()
    {
        var scores = Claque.Evaluation.Evaluation.Score([new("eva", "named", ""), new("fay", "weak", ""), new("ann", "weak", "")], Truth);

        scores[0].Recall.ShouldBe(new Share(1, 3));
        scores[0].Precision.ShouldBe(new Share(1, 1));
        scores[1].Recall.ShouldBe(new Share(2, 3));
        scores[1].RealisedFdr.ShouldBe(1.0 / 3, 1e-12);
        scores[1].FalsePerThousand.ShouldBe(250);
    }

    [Fact]
    public void Surfaced_accounts_are_scored_by_themselves_and_count_neither_as_named_nor_as_weak()
    {
        var scores = Claque.Evaluation.Evaluation.Score([new("eva", "named", ""), new("fay", "lead", ""), new("ann", "lead", ""), new("bob", "at_publication", "")], Truth);

        scores.Select(score => score.Tier).ShouldBe(["named", "named+weak", "at_publication", "lead"]);
        scores.Select(score => score.Recall.Hits).ShouldBe([1, 1, 0, 1]);
        scores.Select(score => score.False.Hits).ShouldBe([0, 0, 1, 1]);
    }

    [Fact]
    public void A_flagged_newsroom_is_neither_found_nor_false_and_its_label_is_counted()
    {
        var score = Claque.Evaluation.Evaluation.Score([new("dag", "named", "regular delay"), new("eva", "named", "")], Truth)[0];

        score.Precision.ShouldBe(new Share(1, 1));
        score.FalsePerThousand.ShouldBe(0);
        score.Roles.Single(role => role.Role == "newsroom").LabelledExplained.ShouldBe(new Share(1, 1));
    }

    [Fact]
    public void Each_crew_has_its_own_recall() =>
        Claque.Evaluation.Evaluation.Score([new("eva", "named", "")], Truth)[0].Crews
            .Select(crew => (crew.Role, crew.Flagged)).ShouldBe([("one", new Share(1, 2)), ("two", new Share(0, 1))]);

    [Fact]
    public void An_account_that_the_truth_does_not_know_is_refused() =>
        Should.Throw<InputException>(() => Claque.Evaluation.Evaluation.Score([new("zoe", "named", "")], Truth)).Message.ShouldContain("zoe");

    [Fact]
    public void No_hit_in_a_thousand_still_leaves_an_upper_limit_of_some_four_in_a_thousand()
    {
        new Share(0, 1000).High.ShouldBe(0.00383, 0.00001);
        new Share(0, 1000).Low.ShouldBe(0, 1e-12);
        new Share(5, 10).Low.ShouldBe(0.2366, 0.0001);
    }

    [Fact]
    public void Of_real_background_nothing_is_known_so_it_is_neither_found_nor_false()
    {
        TrueAccount[] truth = [new("ann", "background", ""), new("eva", "crew", "one"), new("bob", "organic", "")];
        var score = Claque.Evaluation.Evaluation.Score([new("ann", "named", ""), new("eva", "named", "")], truth)[0];
        score.Precision.ShouldBe(new Share(1, 1));
        score.False.ShouldBe(new Share(0, 1));
        score.Roles.Single(role => role.Role == "background").Flagged.ShouldBe(new Share(1, 1));
    }

    [Fact]
    public void Realised_rates_follow_the_q_values_and_not_the_tiers()
    {
        JudgedAccount[] judged = [new("eva", "named", "") { Q = .001 }, new("fay", "", "") { Q = .04 }, new("ann", "weak", "") { Q = .04 }, new("dag", "", "") { Q = .001 }, new("bob", "", "") { Q = .09 }];
        var rank = Claque.Evaluation.Evaluation.Rank(judged, Truth);
        rank.Rates.Select(rate => (rate.Nominal, rate.RealisedFdr, rate.Recall)).ShouldBe(
            [(.01, new Share(0, 1), new Share(1, 3)), (.05, new Share(1, 3), new Share(2, 3)), (.10, new Share(2, 4), new Share(2, 3))]);
        // eva before all four innocents, fay before three and level with one, gil level with two.
        rank.Auc!.Value.ShouldBe((4 + 3.5 + 1) / 12, 1e-12);
    }

    [Fact]
    public void Without_q_values_the_tiers_give_the_order()
    {
        var rank = Claque.Evaluation.Evaluation.Rank([new("eva", "named", ""), new("fay", "weak", ""), new("ann", "weak", "")], Truth);
        rank.Rates.ShouldBeEmpty();
        rank.Auc!.Value.ShouldBe((4 + 3.5 + 1.5) / 12, 1e-12);
    }
}
