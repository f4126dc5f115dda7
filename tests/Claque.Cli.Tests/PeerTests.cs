using System.Globalization;
using System.IO.Compression;
using Claque.Tests.Shared;

namespace Claque.Tests.Cli;

/// <summary><c>detect --as</c> against what the established tools gave on the same file.</summary>
public sealed class PeerTests
{
    [DataFact("golden")]
    public void The_edges_of_CooRTweet_are_reproduced_to_the_last_digit()
    {
        using var desk = new Desk();
        desk.Done("detect", Golden("russian_coord_tweets"), "--as", "coortweet", "--window", "60s", "--edges", desk["edges.csv"]);
        Lines(desk["edges.csv"], 7).ShouldBe(Lines(Golden("coortweet_edges_w60_min2"), 7));
    }

    [DataFact("golden")]
    public void The_edges_of_the_Coordination_Network_Toolkit_are_reproduced()
    {
        using var desk = new Desk();
        foreach (var weight in new[] { "1", "2" })
        {
            desk.Done("detect", Golden("russian_coord_tweets"), "--as", "cnt", "--window", "60s", "--min-weight", weight, "--edges", desk["edges.csv"]);
            Lines(desk["edges.csv"], 3).ShouldBe(Lines(Golden($"cnt_coretweet_w60_min{weight}"), 3));
        }
    }

    [DataFact("data/coortweet_german_elections")]
    public void Links_and_images_of_the_German_elections_give_the_pairs_of_the_reference()
    {
        using var desk = new Desk();
        var posts = RealData.Folder("data/coortweet_german_elections/german_elections.csv.gz");
        foreach (var (column, reference) in new[] { ("url_id", "urls"), ("phash_id", "images") })
        {
            desk.Done("detect", posts, "--object", column, "--behaviour", $"column:{column}", "--as", "coortweet", "--window", "30s", "--edges", desk["edges.csv"]);
            var rows = Rows(RealData.Folder($"data/coortweet_german_elections/reference_detect_groups_{reference}_tw30_mp2.csv.gz")).Skip(1);
            var expected = rows.GroupBy(row => Key(row[4], row[5])).ToDictionary(pair => pair.Key, pair => (pair.Count(), Math.Round(pair.Average(row => double.Parse(row[3], CultureInfo.InvariantCulture)), 6)));
            var found = Rows(desk["edges.csv"]).Skip(1).ToDictionary(row => Key(row[0], row[1]), row => (int.Parse(row[2], CultureInfo.InvariantCulture), Math.Round(double.Parse(row[3], CultureInfo.InvariantCulture), 6)));
            found.OrderBy(edge => edge.Key).ShouldBe(expected.OrderBy(edge => edge.Key));
        }
    }

    [Fact]
    public void A_peer_s_edges_are_the_same_from_the_file_and_from_the_case_and_on_standard_output()
    {
        using var desk = new Desk();
        var file = desk.Write("shares.csv", Sample.Shares);
        desk.Done("import", file, "--case", desk["c.claque"]);
        foreach (var (tool, header) in new[] { ("coortweet", "from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score\n"), ("cnt", "source,target,weight\n") })
        {
            var edges = desk.Done("detect", file, "--as", tool, "--window", "10s", "--min-weight", "1");
            edges.ShouldStartWith(header);
            edges.ShouldContain("anneke,dalia,16");
            desk.Done("detect", desk["c.claque"], "--as", tool, "--window", "10s", "--behaviour", "object").ShouldBe(edges);
            desk.Done("detect", file, "--as", tool, "--window", "10s", "--min-weight", "16").Split('\n').Length.ShouldBe(tool == "cnt" ? 14 : 8);
        }
    }

    [Fact]
    public void A_peer_s_edges_from_whole_minutes_come_with_a_warning_below_three_minutes()
    {
        using var desk = new Desk();
        var rows = Enumerable.Range(0, 60).Select(i => $"o{i},{(i % 2 == 0 ? "ann" : "bea")},c{i},2024-05-01 08:{i:00}\n");
        var file = desk.Write("minutes.csv", "object_id,account_id,content_id,timestamp_share\n" + string.Concat(rows));
        desk.Run("detect", file, "--as", "cnt", "--window", "60s").Error
            .ShouldBe("Warning: the times are known only to the minute. Acts that look 60 s apart may be up to 60 s further apart. cnt counts them all the same, and so does this list; from 180 s on the times bear it.\n");
        desk.Run("detect", file, "--as", "cnt", "--window", "180s").Error.ShouldBe("");
    }

    private static string Golden(string name) => RealData.Folder($"golden/{name}.csv.gz");

    private static string Key(string a, string b) => string.CompareOrdinal(a, b) < 0 ? $"{a} {b}" : $"{b} {a}";

    private static IEnumerable<string> Lines(string path, int columns) => Rows(path).Skip(1).Select(row => string.Join(',', row.Take(columns)));

    private static IEnumerable<string[]> Rows(string path)
    {
        using Stream file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (text.ReadLine() is { } line) yield return [.. line.Split(',').Select(cell => cell.Trim('"'))];
    }
}
