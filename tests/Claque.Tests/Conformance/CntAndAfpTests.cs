using Claque.Conformance;

namespace Claque.Tests.Conformance;

public sealed class CntAndAfpTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public void One_message_against_two_gives_weight_one_one_way_and_two_the_other() =>
        Show(CoorTweetTests.Rows("post ann p1 10", "post bob p2 0", "post bob p3 20"), 1).ShouldBe(["ann bob 1", "bob ann 2"]);

    [Fact]
    public void Each_direction_is_filtered_alone_so_one_can_survive_without_the_other() =>
        Show(CoorTweetTests.Rows("post ann p1 10", "post bob p2 0", "post bob p3 20"), 2).ShouldBe(["bob ann 2"]);

    [Fact]
    public void Messages_exactly_one_window_apart_are_together_and_one_second_more_is_not() =>
        new[] { 60, 61 }.Select(gap => Cnt.CoRetweet(CoorTweetTests.Rows("post ann p1 0", $"post bob p2 {gap}"), Minute).Length)
            .ShouldBe([2, 0]);

    [Fact]
    public void Of_a_message_that_comes_twice_the_first_row_wins() =>
        Show(CoorTweetTests.Rows("post ann p1 0", "post bob p2 500", "post bob p2 0"), 1).ShouldBeEmpty();

    [Fact]
    public void Reposts_of_nothing_do_not_match()
    {
        var shares = new Shares();
        shares.Add("", "ann", "p1", 0);
        shares.Add("", "bob", "p2", 0);
        Cnt.CoRetweet(shares, Minute).ShouldBeEmpty();
        Cnt.CoLink(shares, Minute).ShouldBeEmpty();
    }

    [Fact]
    public void Messages_without_a_link_match_each_other_only_when_that_fault_is_asked_for_C1()
    {
        var shares = new Shares();
        shares.Add("", "ann", "p1", 0);
        shares.Add("", "bob", "p2", 30_000_000);
        Cnt.CoLink(shares, Minute, missingLinksMatch: true).Length.ShouldBe(2);
    }

    [Fact]
    public void A_message_with_two_links_that_both_match_counts_once() =>
        Cnt.CoLink(CoorTweetTests.Rows("x ann p1 0", "y ann p1 0", "x bob p2 1", "y bob p2 1"), Minute)
            .Select(edge => edge.Weight).ShouldBe([1, 1]);

    [Fact]
    public void Every_pair_of_rows_is_counted_twice_by_the_browser_extension() =>
        Afp.Pairs(CoorTweetTests.Rows("x ann p1 0", "x bob p2 1", "x bob p3 2"), Minute, 1).Select(pair => pair.Count).ShouldBe([4]);

    [Fact]
    public void The_browser_extension_drops_a_fixed_share_of_pairs_lowest_counts_first()
    {
        var shares = CoorTweetTests.Rows("x ann p1 0", "x bob p2 1", "x bob p3 2", "y cleo p4 0", "y dan p5 1");
        Afp.Pairs(shares, Minute, 1, edgeThreshold: 0.5).Select(pair => shares.Accounts[pair.A]).ShouldBe(["ann"]);
    }

    private static IEnumerable<string> Show(Shares shares, int minEdgeWeight) => Cnt.CoRetweet(shares, Minute, minEdgeWeight)
        .Select(edge => $"{shares.Accounts[edge.Source]} {shares.Accounts[edge.Target]} {edge.Weight}");
}
