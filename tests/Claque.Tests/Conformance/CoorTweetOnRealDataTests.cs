using Claque.Conformance;
using Claque.Tests.Shared;

namespace Claque.Tests.Conformance;

public sealed class CoorTweetOnRealDataTests
{
    private static readonly Lazy<Shares> Russian = new(PeerFiles.Russian);
    private static readonly Lazy<SharePairs> Minute = new(() => CoorTweet.DetectGroups(Russian.Value, TimeSpan.FromSeconds(60), 2));
    private static readonly Lazy<SharePairs> MinuteAndTen =
        new(() => CoorTweet.FlagSpeedShare(Russian.Value, Minute.Value, TimeSpan.FromSeconds(10), 2));

    [DataFact("golden")]
    public void Pairs_of_shares_are_those_of_the_peer() =>
        Lines(Minute.Value).ShouldEqualLines(PairLines("golden/coortweet_detect_groups_w60_min2.csv.gz"));

    [DataFact("data/coortweet_russian")]
    public void Pairs_of_shares_are_those_of_the_second_reference_run_row_by_row() =>
        Lines(Minute.Value).Select(line => line.Item1)
            .SequenceEqual(PairLines("data/coortweet_russian/reference_detect_groups_tw60_mp2.csv.gz").Select(line => line.Item1))
            .ShouldBeTrue();

    [DataFact("golden")]
    public void The_whole_network_is_that_of_the_peer()
    {
        var network = CoorTweet.Network(Minute.Value, 0.5);
        Lines(network, objects: true).ShouldEqualLines(EdgeLines("golden/coortweet_edges_w60_min2.csv.gz", objects: true));
        network.AccountCount.ShouldBe(2110);
    }

    [DataFact("golden")]
    public void The_network_over_the_median_weight_is_that_of_the_peer() =>
        Lines(CoorTweet.Network(Minute.Value, 0.5, CoorTweetSubgraph.OverThreshold), objects: true)
            .ShouldEqualLines(EdgeLines("golden/coortweet_edges_w60_min2_subgraph1_p0.5.csv.gz", objects: true));

    [DataFact("golden")]
    public void The_network_over_the_95th_percentile_is_that_of_the_peer() =>
        Lines(CoorTweet.Network(Minute.Value, 0.95, CoorTweetSubgraph.OverThreshold), objects: true)
            .ShouldEqualLines(EdgeLines("golden/coortweet_edges_w60_min2_subgraph1_p0.95.csv.gz", objects: true));

    [DataFact("data/coortweet_russian")]
    public void The_network_over_the_median_weight_is_that_of_the_second_reference_run() =>
        Lines(CoorTweet.Network(Minute.Value, 0.5, CoorTweetSubgraph.OverThreshold))
            .ShouldEqualLines(EdgeLines("data/coortweet_russian/reference_network_tw60_mp2_ew0.5.csv.gz"));

    [DataFact("golden")]
    public void The_network_with_a_faster_part_is_that_of_the_peer() =>
        FastLines(CoorTweet.Network(MinuteAndTen.Value, 0.5), objects: true)
            .ShouldEqualLines(FastEdgeLines("golden/coortweet_edges_fast10_w60_min2.csv.gz", objects: true));

    [DataFact("golden")]
    public void The_faster_network_over_its_threshold_is_that_of_the_peer() =>
        FastLines(CoorTweet.Network(MinuteAndTen.Value, 0.5, CoorTweetSubgraph.FastOverThreshold))
            .ShouldEqualLines(FastEdgeLines("golden/coortweet_edges_fast10_subgraph2.csv.gz"));

    [DataFact("golden")]
    public void The_surroundings_of_the_faster_network_are_those_of_the_peer()
    {
        var network = CoorTweet.Network(MinuteAndTen.Value, 0.5, CoorTweetSubgraph.AroundFast);
        FastLines(network).ShouldEqualLines(FastEdgeLines("golden/coortweet_edges_fast10_subgraph3.csv.gz"));
        network.AccountCount.ShouldBe(70);
    }

    [DataFact("golden")]
    public void Statistics_of_all_accounts_are_those_of_the_peer() =>
        AccountLines(CoorTweet.Network(Minute.Value), CoorTweetThreshold.None)
            .ShouldEqualLines(AccountLines("golden/coortweet_account_stats_none.csv.gz"));

    [DataFact("golden")]
    public void Statistics_of_accounts_over_the_threshold_are_those_of_the_peer() =>
        AccountLines(CoorTweet.Network(Minute.Value, 0.5), CoorTweetThreshold.Full)
            .ShouldEqualLines(AccountLines("golden/coortweet_account_stats_full_p0.5.csv.gz"));

    [DataFact("golden")]
    public void Statistics_of_objects_are_those_of_the_peer() =>
        CoorTweet.GroupStats(CoorTweet.Network(Minute.Value), CoorTweetThreshold.None)
            .Select(line => (line.Object, new double?[] { line.Accounts }))
            .ShouldEqualLines(PeerFiles.Rows("golden/coortweet_group_stats_none.csv.gz")
                .Select(row => (row["object_id"], new[] { PeerFiles.Number(row["num_accounts"]) })));

    [DataFact("golden")]
    public void Corrected_edges_are_those_of_a_plain_double_loop()
    {
        var names = Russian.Value.Accounts;
        CoorTweet.Corrected(Minute.Value)
            .Select(edge => (names[edge.From] + " " + names[edge.To], new double?[]
            {
                edge.WeightPairs, edge.Objects, edge.AvgTimeDelta, edge.ContentFrom, edge.ContentTo, edge.Symmetry,
            }))
            .ShouldEqualLines(PeerFiles.Rows("golden/corrected_edges_w60_min2.csv.gz").Select(row => (row["from"] + " " + row["to"], Numbers(
                row, "weight_pairs", "n_objects", "avg_time_delta", "n_content_from", "n_content_to", "edge_symmetry_score"))), tolerance: 1e-8);
    }

    [DataFact("golden")]
    public void Of_the_60_edges_over_the_median_22_credit_posts_to_the_wrong_account()
    {
        var corrected = CoorTweet.Corrected(Minute.Value).ToDictionary(edge => (edge.From, edge.To));
        CoorTweet.Network(Minute.Value, 0.5, CoorTweetSubgraph.OverThreshold).Edges.Count(edge =>
        {
            var right = corrected.GetValueOrDefault((edge.From, edge.To)) ?? corrected[(edge.To, edge.From)];
            return (edge.Full.ContentIds, edge.Full.ContentIdsY) != (right.ContentFrom, right.ContentTo);
        }).ShouldBe(22);
    }

    [DataFact("golden")]
    public void Counts_at_other_windows_and_participations_are_those_of_the_peer()
    {
        int[][] table =
        [
            .. from setting in new[] { (10, 2), (10, 5), (60, 2), (60, 5), (3600, 2), (3600, 5) }
               let pairs = CoorTweet.DetectGroups(Russian.Value, TimeSpan.FromSeconds(setting.Item1), setting.Item2)
               let network = CoorTweet.Network(pairs, 0.5, CoorTweetSubgraph.OverThreshold)
               select new[] { setting.Item1, setting.Item2, pairs.Count, network.AccountCount, network.Edges.Length },
        ];
        table.ShouldBe(
        [
            [10, 2, 447, 8, 4], [10, 5, 22, 2, 1], [60, 2, 3791, 94, 60],
            [60, 5, 1235, 59, 36], [3600, 2, 183379, 2190, 10679], [3600, 5, 86812, 1300, 8556],
        ]);
    }

    [DataFact("data/coortweet_german_elections")]
    public void Links_and_images_of_two_platforms_give_the_network_of_the_peer()
    {
        const string folder = "data/coortweet_german_elections/";
        var posts = PeerFiles.Rows(folder + "german_elections.csv.gz");
        var links = PeerFiles.German(posts, "url_id", "url_");
        var images = PeerFiles.German(posts, "phash_id", "hash_", namesOf: links);
        var hashtags = PeerFiles.German(posts, "hashtag_id", "hashtag_");
        var window = TimeSpan.FromSeconds(30);

        var linkPairs = CoorTweet.DetectGroups(links, window, 2);
        var imagePairs = CoorTweet.DetectGroups(images, window, 2);
        Lines(linkPairs).ShouldEqualLines(PairLines(folder + "reference_detect_groups_urls_tw30_mp2.csv.gz"));
        Lines(imagePairs).ShouldEqualLines(PairLines(folder + "reference_detect_groups_images_tw30_mp2.csv.gz"));
        CoorTweet.DetectGroups(hashtags, window, 2).Count.ShouldBe(3703);

        var network = CoorTweet.Network(SharePairs.Together(linkPairs, imagePairs), 0.5, CoorTweetSubgraph.OverThreshold);
        Lines(network).ShouldEqualLines(EdgeLines(folder + "reference_network_url_img_tw30_mp2_ew0.5.csv.gz"));
        (network.AccountCount, network.Edges.Length).ShouldBe((298, 771));
    }

    private static IEnumerable<(string, double?[])> Lines(SharePairs pairs) => pairs.Items.Select(pair => (
        string.Join(' ', pairs.Names.Objects[pair.Object], pairs.Names.Accounts[pair.Account], pairs.Names.Accounts[pair.AccountY],
            pairs.Names.Contents[pair.Content], pairs.Names.Contents[pair.ContentY]),
        new double?[] { pair.TimeDeltaUs / 1e6 }));

    private static IEnumerable<(string, double?[])> PairLines(string path) => PeerFiles.Rows(path).Select(row => (
        string.Join(' ', row["object_id"], row["account_id"], row["account_id_y"], row["content_id"], row["content_id_y"]),
        Numbers(row, "time_delta")));

    private static IEnumerable<(string, double?[])> Lines(CoorTweetNetwork network, bool objects = false) => network.Edges.Select(edge => (
        Key(network, edge, objects ? Objects(network, edge.Full) : ""), Numbers(edge.Full)));

    private static IEnumerable<(string, double?[])> EdgeLines(string path, bool objects = false) => PeerFiles.Rows(path).Select(row => (
        $"{row["from"]} {row["to"]} {(objects ? Sorted(row["object_ids"]) : "")}",
        Numbers(row, "weight", "avg_time_delta", "n_content_id", "n_content_id_y", "edge_symmetry_score", "weight_threshold")));

    private static IEnumerable<(string, double?[])> FastLines(CoorTweetNetwork network, bool objects = false) => network.Edges.Select(edge => (
        Key(network, edge, objects ? Objects(network, edge.Full) + " " + Objects(network, edge.Fast) : ""),
        Numbers(edge.Full).Concat(Numbers(edge.Fast)).ToArray()));

    private static IEnumerable<(string, double?[])> FastEdgeLines(string path, bool objects = false) => PeerFiles.Rows(path).Select(row => (
        $"{row["from"]} {row["to"]} {(objects ? Sorted(row["object_ids_full"]) + " " + Sorted(row["object_ids_fast"]) : "")}",
        Numbers(row, new[] { "full", "fast" }.SelectMany(part => new[] { "weight", "avg_time_delta", "n_content_id", "n_content_id_y", "edge_symmetry_score", "weight_threshold" }.Select(name => $"{name}_{part}")).ToArray())));

    private static IEnumerable<(string, double?[])> AccountLines(CoorTweetNetwork network, CoorTweetThreshold threshold) =>
        CoorTweet.AccountStats(network, Minute.Value, threshold).Select(line => (
            network.Names.Accounts[line.Account], new double?[] { line.AvgTimeDelta, line.AvgSymmetry, line.UniqueShares }));

    private static IEnumerable<(string, double?[])> AccountLines(string path) => PeerFiles.Rows(path).Select(row => (
        row["account_id"], Numbers(row, "avg_time_delta", "avg_edge_symmetry_score", "unique_shares_count")));

    private static string Key(CoorTweetNetwork network, CoorTweetEdge edge, string objects) =>
        $"{network.Names.Accounts[edge.From]} {network.Names.Accounts[edge.To]} {objects}";

    private static string Objects(CoorTweetNetwork network, EdgeMeasures? measures) =>
        measures is { } edge ? Sorted(string.Join(',', edge.Objects.Select(id => network.Names.Objects[id]))) : "";

    private static string Sorted(string list) => string.Join(',', list.Split(',').Order(StringComparer.Ordinal));

    private static double?[] Numbers(EdgeMeasures? measures) => measures is { } edge
        ? [edge.Weight, edge.AvgTimeDelta, edge.ContentIds, edge.ContentIdsY, edge.Symmetry, edge.OverThreshold ? 1 : 0]
        : new double?[6];

    private static double?[] Numbers(Dictionary<string, string> row, params string[] columns) =>
        [.. columns.Select(column => PeerFiles.Number(row[column]))];
}
