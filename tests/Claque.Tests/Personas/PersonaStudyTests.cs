using Claque.Personas;

namespace Claque.Tests.Personas;

public sealed class PersonaStudyTests
{
    private static readonly PersonaOptions Quick = PersonaOptions.Default with { Rounds = 199 };

    [Fact]
    public void One_writer_under_two_names_is_found_and_nobody_else()
    {
        var study = PersonaStudy.Of([.. Different(14), .. InventedWriters.Byline("Zoe Second", 20, _ => 3, from: 100)], Quick);
        var edges = study.Pairs.Where(pair => pair.Verdict == HandVerdict.Same).ToList();
        edges.Count.ShouldBe(1);
        new[] { study.Bylines[edges[0].A].Byline, study.Bylines[edges[0].B].Byline }.ShouldBe(["Writer 03", "Zoe Second"]);
    }

    [Fact]
    public void Among_different_writers_no_pair_is_called_one_hand() =>
        PersonaStudy.Of(Different(14), Quick).Pairs.ShouldAllBe(pair => pair.Verdict != HandVerdict.Same);

    [Fact]
    public void The_rival_of_a_pair_is_a_third_byline()
    {
        foreach (var pair in PersonaStudy.Of(Different(12), Quick).Pairs)
        {
            pair.Rival.ShouldNotBeNull();
            pair.Rival.Byline.ShouldNotBe(pair.A);
            pair.Rival.Byline.ShouldNotBe(pair.B);
            pair.Rival.To.ShouldBeOneOf(pair.A, pair.B);
        }
    }

    [Fact]
    public void Single_articles_get_no_ratio_and_are_told_what_is_needed()
    {
        var study = PersonaStudy.Of([.. Different(12), .. InventedWriters.Byline("One Article", 1, _ => 3, from: 100)], Quick);
        var alone = study.Bylines.Single(byline => byline.Byline == "One Article");
        alone.SeveralHands.Verdict.ShouldBe(HandVerdict.Abstain);
        alone.SeveralHands.Reason.ShouldContain("needs 10");
        var pairs = study.Pairs.Where(pair => study.Bylines[pair.A] == alone || study.Bylines[pair.B] == alone).ToList();
        pairs.ShouldAllBe(pair => pair.LogRatio == null && pair.Verdict == HandVerdict.Abstain && pair.Reason.Contains("needs 1"));
    }

    [Fact]
    public void Three_bylines_are_no_reference_population()
    {
        var study = PersonaStudy.Of(Different(3), Quick);
        study.Calibration.ShouldBeNull();
        study.Pairs.ShouldAllBe(pair => pair.LogRatio == null && pair.Reason.Contains("reference"));
    }

    [Fact]
    public void Two_writers_under_one_name_are_found_and_parted()
    {
        var study = PersonaStudy.Of([.. Different(14), .. InventedWriters.Byline("Two Hands", 24, n => n % 2 == 0 ? 20 : 24)], Quick);
        var two = study.Bylines.Single(byline => byline.Byline == "Two Hands").SeveralHands;
        two.Verdict.ShouldBe(HandVerdict.Different);
        var sure = two.Split!.Hands.Where(hand => hand.Hand is not null).ToList();
        sure.Count.ShouldBeGreaterThan(16);
        var even = sure.Count(hand => (study.Articles[hand.Article].Id[^1] - '0') % 2 == hand.Hand);
        Math.Max(even, sure.Count - even).ShouldBeGreaterThanOrEqualTo((int)(0.9 * sure.Count));
    }

    [Fact]
    public void One_writer_is_not_called_several() =>
        PersonaStudy.Of(Different(14), Quick).Bylines.ShouldAllBe(byline => byline.SeveralHands.Verdict != HandVerdict.Different);

    [Fact]
    public void A_byline_that_gets_no_verdict_is_told_its_score_and_the_bar()
    {
        var unclear = PersonaStudy.Of(Different(14), Quick).Bylines.Select(byline => byline.SeveralHands).Where(hands => hands is { Verdict: HandVerdict.Abstain, Score: not null }).ToList();
        unclear.ShouldNotBeEmpty();
        unclear.ShouldAllBe(hands => hands.Reason.Contains(FormattableString.Invariant($"a score of {hands.Score:0.0}, 3 is needed")));
    }

    [Fact]
    public void A_change_of_writer_shows_at_its_date_and_a_steady_writer_shows_none()
    {
        var study = PersonaStudy.Of([.. Different(13), .. InventedWriters.Byline("Changed", 24, n => n < 12 ? 20 : 24)], Quick);
        var change = study.Bylines.Single(byline => byline.Byline == "Changed").SeveralHands.Change!;
        change.P.ShouldBeLessThan(0.02);
        study.Articles[change.FirstAfter].Id.ShouldBe("Changed-12");
        study.Bylines.Count(byline => byline.SeveralHands.Change!.P < 0.01).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void A_change_says_how_many_other_bylines_change_as_clearly()
    {
        var study = PersonaStudy.Of([.. Different(13), .. InventedWriters.Byline("Changed", 24, n => n < 12 ? 20 : 24)], Quick);
        var changes = study.Bylines.Select(byline => byline.SeveralHands.Change!).ToList();
        changes.ShouldAllBe(change => change.Others == 13);
        foreach (var change in changes) change.AsClear.ShouldBe(changes.Count(other => other != change && other.Clearness >= change.Clearness));
        study.Bylines.Single(byline => byline.Byline == "Changed").SeveralHands.Change!.AsClear.ShouldBe(0);
    }

    [Fact]
    public void Less_dispersion_is_asked_where_the_style_changes_at_one_moment_more_than_the_subject()
    {
        var changed = Asked(_ => 1, n => n < 20 ? 20 : 36);
        changed.Change!.Clearness.ShouldBeGreaterThan(changed.Change.SubjectClearness!.Value);
        changed.Verdict.ShouldBe(HandVerdict.Different);
        var scattered = Asked(_ => 1, n => n * 7 % 24 < 20 ? 20 : 36);
        scattered.Score!.Value.ShouldBeInRange(changed.Score!.Value, 3);
        scattered.Verdict.ShouldBe(HandVerdict.Abstain);
    }

    [Fact]
    public void A_change_of_style_that_comes_with_as_clear_a_change_of_subject_may_be_a_new_beat()
    {
        var moved = Asked(n => n < 20 ? 1 : 2, n => n < 20 ? 20 : 36);
        moved.Change!.P.ShouldBeLessThan(0.01);
        moved.Change.SubjectClearness!.Value.ShouldBeGreaterThan(moved.Change.Clearness);
        moved.Score!.Value.ShouldBeGreaterThan(2);
        moved.Verdict.ShouldBe(HandVerdict.Abstain);
    }

    private static SeveralHands Asked(Func<int, int> subject, Func<int, int> hand) =>
        PersonaStudy.Of([.. Enumerable.Range(0, 13).SelectMany(w => InventedWriters.BylineOn(_ => w % 4, $"Writer {w:00}", 24, _ => w)), .. InventedWriters.BylineOn(subject, "Asked", 24, hand)], Quick)
            .Bylines.Single(byline => byline.Byline == "Asked").SeveralHands;

    [Fact]
    public void The_order_of_the_articles_of_a_case_changes_no_ratio()
    {
        var articles = Different(12).ToList();
        var one = PersonaStudy.Of(articles, Quick).Pairs.Select(pair => pair.Score).Order().ToArray();
        articles.Reverse();
        var other = PersonaStudy.Of(articles, Quick).Pairs.Select(pair => pair.Score).Order().ToArray();
        one.Zip(other).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
    }

    [Fact]
    public void Evidence_names_words_and_where_they_stand()
    {
        var study = PersonaStudy.Of(Different(12), Quick);
        var evidence = Evidence.Of(study, study.Pairs[0]);
        evidence.ShouldContain(item => item.Family == StyleFamily.FunctionWords && item.Contribution > 0);
        var item = evidence.First(item => item.ExampleA is not null);
        var article = study.Articles[item.ExampleA!.Article];
        InventedWriters.Article(int.Parse(article.Byline[^2..]), int.Parse(article.Id.Split('-')[1]))[item.ExampleA.Place.Start..item.ExampleA.Place.End]
            .ToLowerInvariant().ShouldBe(item.Feature);
    }

    private static List<BylineArticle> Different(int writers) =>
        [.. Enumerable.Range(0, writers).SelectMany(w => InventedWriters.Byline($"Writer {w:00}", 20, _ => w))];
}
