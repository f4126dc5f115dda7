using Claque.Conformance;

namespace Claque.Tests.Conformance;

public sealed class CoorTweetTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Fact]
    public void Two_shares_exactly_one_window_apart_pair_and_one_second_more_does_not() =>
        new[] { 9, 10, 11 }.Select(gap => CoorTweet.DetectGroups(Rows("link ann p1 0", $"link bob p2 {gap}"), TenSeconds, 1).Count)
            .ShouldBe([1, 1, 0]);

    [Fact]
    public void The_older_share_stands_first_whatever_the_order_of_rows() =>
        Show(CoorTweet.DetectGroups(Rows("link ann p1 7", "link bob p2 0"), TenSeconds, 1)).ShouldBe(["link bob p2 ann p1 7"]);

    [Fact]
    public void Of_two_shares_at_one_time_the_one_whose_account_came_first_stands_first() =>
        Show(CoorTweet.DetectGroups(Rows("other cleo p0 0", "link ann p1 5", "link cleo p2 5"), TenSeconds, 1))
            .ShouldBe(["link cleo p2 ann p1 0"]);

    [Fact]
    public void An_account_below_the_participation_is_dropped_before_pairing() =>
        CoorTweet.DetectGroups(Rows("link ann p1 0", "link bob p2 1"), TenSeconds, 2).Count.ShouldBe(0);

    [Fact]
    public void An_account_does_not_pair_with_itself_nor_a_post_with_itself() =>
        Show(CoorTweet.DetectGroups(Rows("link ann p1 0", "link ann p2 1", "link bob p1 2"), TenSeconds, 1)).ShouldBe(["link ann p2 bob p1 1"]);

    [Fact]
    public void The_original_of_a_reposted_post_never_pairs() =>
        Show(CoorTweet.DetectGroups(Rows("p1 ann p1 0", "p1 bob p2 1", "p1 cleo p3 2"), TenSeconds, 1)).ShouldBe(["p1 bob p2 cleo p3 1"]);

    [Fact]
    public void Rows_without_an_object_never_pair_but_count_as_participation_B6()
    {
        var shares = Rows("link ann p1 0", "link bob p2 1");
        shares.Add("", "ann", "p3", 0);
        shares.Add("", "bob", "p4", 0);

        CoorTweet.DetectGroups(shares, TenSeconds, 2).Count.ShouldBe(0, "after pairing each has one row among the paired posts");
        CoorTweet.DetectGroups(shares, TenSeconds, 1).Count.ShouldBe(1);
    }

    [Fact]
    public void A_partner_with_a_single_hit_stays_when_the_other_takes_part_often_enough_B5() =>
        Show(CoorTweet.DetectGroups(
            Rows("x ann p1 0", "x bob p2 1", "y ann p3 100", "y cleo p4 101", "z bob p5 500", "z cleo p6 900"), TenSeconds, 2))
            .ShouldBe(["x ann p1 bob p2 1", "y ann p3 cleo p4 1"]);

    [Fact]
    public void One_post_with_two_hashtags_counts_as_taking_part_twice_B5() =>
        CoorTweet.DetectGroups(Rows("tag1 ann p1 0", "tag2 ann p1 0", "tag1 bob p2 1", "tag2 bob p2 1"), TenSeconds, 2).Count.ShouldBe(2);

    [Fact]
    public void Contributions_are_mixed_between_the_accounts_of_an_edge_B1()
    {
        // ann shares once, bob twice, once before and once after her: the peer sees two older and two newer posts.
        var pairs = CoorTweet.DetectGroups(Rows("link bob p1 0", "link ann p2 3", "link bob p3 5"), TenSeconds, 1);

        var edge = CoorTweet.Network(pairs).Edges.ShouldHaveSingleItem().Full;
        (edge.Weight, edge.ContentIds, edge.ContentIdsY, edge.Symmetry, edge.AvgTimeDelta).ShouldBe((2, 2, 2, 1.0, 2.5));
        var corrected = CoorTweet.Corrected(pairs).ShouldHaveSingleItem();
        (corrected.ContentFrom, corrected.ContentTo, corrected.Symmetry, corrected.Objects).ShouldBe((1, 2, 0.5, 1));
    }

    [Fact]
    public void Three_posts_on_each_side_of_one_object_weigh_nine_B9()
    {
        var rows = Enumerable.Range(0, 3).SelectMany(i => new[] { $"link ann a{i} {i}", $"link bob b{i} {i}" });
        var pairs = CoorTweet.DetectGroups(Rows([.. rows]), TenSeconds, 1);

        CoorTweet.Network(pairs).Edges.ShouldHaveSingleItem().Full.Weight.ShouldBe(9);
        CoorTweet.Corrected(pairs).ShouldHaveSingleItem().Objects.ShouldBe(1);
    }

    [Fact]
    public void An_edge_must_exceed_the_quantile_so_equal_weights_never_pass()
    {
        var pairs = CoorTweet.DetectGroups(Rows("x ann p1 0", "x bob p2 1", "y cleo p3 0", "y dan p4 1"), TenSeconds, 1);
        CoorTweet.Network(pairs, 0, CoorTweetSubgraph.OverThreshold).Edges.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.5, 2.5)]
    [InlineData(0.25, 1.75)]
    [InlineData(1, 4)]
    public void Quantiles_are_those_of_R(double p, double expected) => CoorTweet.Quantile([4, 1, 3, 2], p).ShouldBe(expected);

    [Fact]
    public void Only_accounts_that_stand_first_in_an_edge_are_counted_on_an_object_B2()
    {
        var pairs = CoorTweet.DetectGroups(Rows("link ann p1 0", "link bob p2 1", "link cleo p3 2"), TenSeconds, 1);
        CoorTweet.GroupStats(CoorTweet.Network(pairs), CoorTweetThreshold.None).ShouldBe([new CoorTweetObject("link", 2)]);
    }

    [Fact]
    public void Objects_with_a_comma_fall_into_pieces_B2()
    {
        var pairs = CoorTweet.DetectGroups(Rows("a,b ann p1 0", "a,b bob p2 1"), TenSeconds, 1);
        CoorTweet.GroupStats(CoorTweet.Network(pairs), CoorTweetThreshold.None)
            .ShouldBe([new CoorTweetObject("a", 1), new CoorTweetObject("b", 1)]);
    }

    [Fact]
    public void Equal_edges_of_an_account_count_once_in_its_mean_B3()
    {
        // ann is 1 s from bob, 1 s from cleo and 7 s from dan: the mean over edges is 3, over distinct edges 4.
        var pairs = CoorTweet.DetectGroups(
            Rows("x ann p1 0", "x bob p2 1", "y ann p3 0", "y cleo p4 1", "z ann p5 0", "z dan p6 7"), TenSeconds, 1);

        var ann = CoorTweet.AccountStats(CoorTweet.Network(pairs), pairs, CoorTweetThreshold.None)[0];
        pairs.Names.Accounts[ann.Account].ShouldBe("ann");
        (ann.AvgTimeDelta, ann.UniqueShares).ShouldBe((4.0, 3));
    }

    [Fact]
    public void Statistics_of_a_network_with_a_faster_part_have_no_fast_means_where_there_is_no_fast_edge()
    {
        var shares = Rows("x ann p1 0", "x bob p2 1", "y ann p3 0", "y cleo p4 9");
        var pairs = CoorTweet.FlagSpeedShare(shares, CoorTweet.DetectGroups(shares, TenSeconds, 1), TimeSpan.FromSeconds(1), 1);

        var stats = CoorTweet.AccountStats(CoorTweet.Network(pairs), pairs, CoorTweetThreshold.None);
        stats.Select(line => line.FastAvgTimeDelta).ShouldBe([1.0, 1.0, null]);
    }

    [Fact]
    public void Statistics_over_the_fast_threshold_count_only_fast_posts_of_accounts_on_fast_edges()
    {
        // Fast weights are 2 for ann and bob, 1 for ann and cleo: only the first exceeds the median of 1.5.
        var shares = Rows(
            "x ann p1 0", "x bob p2 1", "y ann p3 100", "y bob p4 101", "v ann p5 200", "v bob p6 209", "z ann p7 300", "z cleo p8 301");
        var pairs = CoorTweet.FlagSpeedShare(shares, CoorTweet.DetectGroups(shares, TenSeconds, 1), TimeSpan.FromSeconds(1), 1);

        var stats = CoorTweet.AccountStats(CoorTweet.Network(pairs), pairs, CoorTweetThreshold.Fast);
        stats.Select(line => (shares.Accounts[line.Account], line.UniqueShares)).ShouldBe([("ann", 3), ("bob", 2)]);
        CoorTweet.GroupStats(CoorTweet.Network(pairs), CoorTweetThreshold.Fast).Select(line => line.Object).ShouldBe(["x", "y"], ignoreOrder: true);
    }

    [Fact]
    public void A_narrower_window_leaves_the_given_pairs_as_they_are_B8()
    {
        var shares = Rows("x ann p9 0", "x bob p8 1", "y ann p3 0", "y cleo p4 9");
        var pairs = CoorTweet.DetectGroups(shares, TenSeconds, 1);
        var before = Show(pairs).ToList();

        var flagged = CoorTweet.FlagSpeedShare(shares, pairs, TimeSpan.FromSeconds(1), 1);
        Show(pairs).ShouldBe(before);
        Show(flagged).ShouldBe(["y ann p3 cleo p4 9", "x ann p9 bob p8 1"]);
        flagged.Fast.ShouldBe([false, true]);
    }

    [Fact]
    public void Pairs_of_two_tables_go_together_only_when_they_share_their_names()
    {
        var links = Rows("x ann p1 0", "x bob p2 1");
        var images = new Shares(links.Objects, links.Accounts, links.Contents);
        images.Add("img", "bob", "p2", 1_000_000);
        images.Add("img", "ann", "p1", 0);
        var (linkPairs, imagePairs) = (CoorTweet.DetectGroups(links, TenSeconds, 1), CoorTweet.DetectGroups(images, TenSeconds, 1));

        CoorTweet.Network(SharePairs.Together(linkPairs, imagePairs)).Edges.ShouldHaveSingleItem().Full.Weight.ShouldBe(2);
        var strangers = CoorTweet.DetectGroups(Rows("x ann p1 0", "x bob p2 1"), TenSeconds, 1);
        Should.Throw<ArgumentException>(() => SharePairs.Together(linkPairs, strangers)).Message.ShouldContain("share their names");
    }

    [Fact]
    public void A_faster_subgraph_without_a_narrower_window_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            CoorTweet.Network(CoorTweet.DetectGroups(Rows("x ann p1 0"), TenSeconds, 1), 0.5, CoorTweetSubgraph.FastOverThreshold));

    [Fact]
    public void Nothing_shared_gives_no_pairs_and_an_empty_network()
    {
        var pairs = CoorTweet.DetectGroups(new Shares(), TenSeconds, 2);
        pairs.Count.ShouldBe(0);
        CoorTweet.Network(pairs).Edges.ShouldBeEmpty();
        CoorTweet.Corrected(pairs).ShouldBeEmpty();
    }

    internal static Shares Rows(params string[] rows)
    {
        var shares = new Shares();
        foreach (var row in rows.Select(row => row.Split(' ')))
            shares.Add(row[0], row[1], row[2], long.Parse(row[3]) * 1_000_000);
        return shares;
    }

    private static IEnumerable<string> Show(SharePairs pairs) => pairs.Items.Select(pair => string.Join(' ',
        pairs.Names.Objects[pair.Object], pairs.Names.Accounts[pair.Account], pairs.Names.Contents[pair.Content],
        pairs.Names.Accounts[pair.AccountY], pairs.Names.Contents[pair.ContentY], pair.TimeDeltaUs / 1_000_000));
}
