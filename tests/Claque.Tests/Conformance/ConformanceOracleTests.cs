using Claque.Conformance;
using Claque.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Claque.Tests.Conformance;

/// <summary>The sweeps against plain double loops over small random tables.</summary>
public sealed class ConformanceOracleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    [Fact]
    public void Pairs_of_shares_are_those_of_a_double_loop_over_all_rows() => Check(seed =>
    {
        var shares = RandomTable(seed);
        var minParticipation = 1 + seed % 3;
        var found = CoorTweet.DetectGroups(shares, Window, minParticipation).Items.Select(pair =>
            $"{pair.Object} {pair.Account} {pair.AccountY} {pair.Content} {pair.ContentY} {pair.TimeDeltaUs}");
        return found.Order(StringComparer.Ordinal).SequenceEqual(PlainPairs(shares, minParticipation).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Directed_edges_are_those_of_a_double_loop_over_all_messages() => Check(seed =>
    {
        var shares = RandomTable(seed);
        var minWeight = 1 + seed % 2;
        var messages = Rows(shares).DistinctBy(row => row.Content).ToList();
        var expected = from x in messages
                       from y in messages
                       where x.Account != y.Account && x.Object >= 0 && x.Object == y.Object && Math.Abs(x.TimeUs - y.TimeUs) <= 5_000_000
                       group x.Content by (x.Account, y.Account) into edge
                       where edge.Distinct().Count() >= minWeight
                       select new CntEdge(edge.Key.Item1, edge.Key.Item2, edge.Distinct().Count());
        return Cnt.CoRetweet(shares, Window, minWeight).ToHashSet().SetEquals(expected);
    });

    [Fact]
    public void Doubled_counts_are_those_of_a_double_loop_over_all_rows() => Check(seed =>
    {
        var shares = RandomTable(seed);
        var rows = Rows(shares);
        var active = rows.GroupBy(row => row.Account).Where(account => account.Count() >= 2).Select(account => account.Key).ToHashSet();
        var expected = from x in rows
                       from y in rows
                       where active.Contains(x.Account) && active.Contains(y.Account) && shares.Accounts.Compare(x.Account, y.Account) < 0
                       where x.Object >= 0 && x.Object == y.Object && Math.Abs(x.TimeUs - y.TimeUs) <= 5_000_000
                       group x by (x.Account, y.Account) into pair
                       select new AfpPair(pair.Key.Item1, pair.Key.Item2, 2 * pair.Count());
        return Afp.Pairs(shares, Window, 2).ToHashSet().SetEquals(expected);
    });

    private static void Check(Func<int, bool> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(7919, 104729), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), holds));

    private static Shares RandomTable(int seed)
    {
        var random = new Pcg32((ulong)seed);
        var shares = new Shares();
        for (var i = random.Next(60); i > 0; i--)
        {
            var obj = random.Next(6);
            shares.Add(obj == 0 ? "" : $"c{obj}", $"acc{random.Next(7)}", $"c{random.Next(40)}", random.Next(20) * 1_000_000L);
        }

        return shares;
    }

    private static List<Row> Rows(Shares shares)
    {
        var rows = new List<Row>();
        for (var i = 0; i < shares.Count; i++) rows.Add(new Row(i, shares.Object[i], shares.Account[i], shares.Content[i], shares.TimeUs[i]));
        return rows;
    }

    private static List<string> PlainPairs(Shares shares, int minParticipation)
    {
        var all = Rows(shares);
        var rows = all.GroupBy(row => row.Account).Where(account => account.Count() >= minParticipation).SelectMany(account => account).ToList();
        var pairs = new List<(Row Older, Row Newer)>();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                var (x, y) = (rows[i], rows[j]);
                if (x.Object < 0 || x.Object != y.Object || Math.Abs(x.TimeUs - y.TimeUs) > 5_000_000) continue;
                if (x.Account == y.Account || x.Content == y.Content) continue;
                var name = shares.Objects[x.Object];
                if (shares.Contents[x.Content] == name || shares.Contents[y.Content] == name) continue;
                pairs.Add(x.TimeUs <= y.TimeUs ? (x, y) : (y, x));
            }
        }

        var paired = pairs.SelectMany(pair => new[] { pair.Older.Content, pair.Newer.Content }).ToHashSet();
        var kept = rows.Where(row => paired.Contains(row.Content)).GroupBy(row => row.Account)
            .Where(account => account.Count() >= minParticipation).SelectMany(account => account.Select(row => row.Content)).ToHashSet();
        return
        [
            .. from pair in pairs
               where kept.Contains(pair.Older.Content) || kept.Contains(pair.Newer.Content)
               select $"{pair.Older.Object} {pair.Older.Account} {pair.Newer.Account} {pair.Older.Content} {pair.Newer.Content} {pair.Newer.TimeUs - pair.Older.TimeUs}",
        ];
    }

    private sealed record Row(int Index, int Object, int Account, int Content, long TimeUs);
}
