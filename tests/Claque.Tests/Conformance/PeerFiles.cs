using System.Globalization;
using System.IO.Compression;
using System.Text;
using Claque.Conformance;
using Claque.Tests.Shared;

namespace Claque.Tests.Conformance;

/// <summary>Reads the outputs of peers, and the inputs they were made from, out of the folder of real data.</summary>
internal static class PeerFiles
{
    /// <summary>The rows of a gzipped CSV file by column name; fields may be quoted, none holds a line break.</summary>
    public static List<Dictionary<string, string>> Rows(string path)
    {
        using var file = File.OpenRead(RealData.Folder(path));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var header = Fields(reader.ReadLine()!);
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
            rows.Add(header.Zip(Fields(line)).ToDictionary(field => field.First, field => field.Second));
        return rows;
    }

    /// <summary>The shares behind all golden files.</summary>
    public static Shares Russian()
    {
        var shares = new Shares();
        foreach (var row in Rows("golden/russian_coord_tweets.csv.gz"))
            shares.Add(row["object_id"], row["account_id"], row["content_id"], Seconds(row["timestamp_share"]));
        return shares;
    }

    /// <summary>One kind of object of the German election posts, prepared as its reference was: no missing objects, no equal rows.</summary>
    public static Shares German(List<Dictionary<string, string>> posts, string column, string prefix, Shares? namesOf = null)
    {
        var shares = namesOf is null ? new Shares() : new Shares(namesOf.Objects, namesOf.Accounts, namesOf.Contents);
        foreach (var (obj, account, post, time) in posts
            .Where(row => row[column].Length > 0)
            .Select(row => (prefix + row[column], row["account_id"], row["post_id"], row["timestamp"]))
            .Distinct())
            shares.Add(obj, account, post, Seconds(time));
        return shares;
    }

    /// <summary>A number as R writes it, or null where it writes nothing.</summary>
    public static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Compares lines whatever their order: keys exactly, numbers within the tolerance.</summary>
    public static void ShouldEqualLines(
        this IEnumerable<(string Key, double?[] Numbers)> found, IEnumerable<(string Key, double?[] Numbers)> expected, double tolerance = 1e-9)
    {
        var left = found.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        var right = expected.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        foreach (var (a, b) in left.Zip(right))
        {
            if (a.Key != b.Key) Assert.Fail($"found {a.Key}, the peer says {b.Key}");
            a.Numbers.Length.ShouldBe(b.Numbers.Length);
            foreach (var (x, y) in a.Numbers.Zip(b.Numbers))
                if (x.HasValue != y.HasValue || (x is { } number && Math.Abs(number - y!.Value) > tolerance))
                    Assert.Fail($"{a.Key}: found {x}, the peer says {y}");
        }

        left.Count.ShouldBe(right.Count);
    }

    private static long Seconds(string text) => long.Parse(text, CultureInfo.InvariantCulture) * 1_000_000;

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
