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
}
