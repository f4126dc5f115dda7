using System.Collections.Immutable;
using System.Globalization;
using Claque.Cases.Storage;
using Claque.Cases.Viewing;

namespace Claque.Cases.Runs;

/// <summary>Reads back what runs have stored.</summary>
internal sealed class RunReader(Database database, PostViews views)
{
    private const double UsPerS = 1e6;

    public ImmutableArray<RunView> Runs() =>
        [.. database.Rows("SELECT id, started_utc, claque_version, options, seed, input_sha256, error_control FROM run ORDER BY id").Select(row => new RunView(
            row.Int(0), Iso.Moment(row.Text(1)), row.Text(2), row.Text(3), ulong.Parse(row.Text(4)), row.Text(5), row.Text(6),
            Layers(row.Long(0)),
            [.. database.Rows("SELECT note FROM run_note WHERE run = ? ORDER BY number", row.Long(0)).Select(note => note.Text(0))]))];

    public IEnumerable<PairView> Pairs(int run, string? behaviour, double? windowS, PairOrder order) => database.Rows($"""
        SELECT a, b, behaviour, window_us, weight, co_acts, posts_a, posts_b, sum_gap_us, median_gap_us, a_first, b_first, p, q, tier
        FROM run_layer JOIN run_pair ON run_pair.run = run_layer.run AND run_pair.layer = run_layer.number
        WHERE run_layer.run = ?1 AND (?2 IS NULL OR behaviour = ?2) AND (?3 IS NULL OR window_us = ?3)
        ORDER BY {OrderBy(order)}
        """, run, behaviour, windowS is { } seconds ? (long)Math.Round(seconds * UsPerS) : null).Select(Pair);

    public ImmutableArray<GroupView> Groups(int run, string behaviour) =>
        [.. database.Rows("""
            SELECT number, behaviours, pair_count, density, weight, objects, median_gap_us, first_us, last_us, tier, readings
            FROM run_group WHERE run = ?1 AND behaviour = ?2 ORDER BY number
            """, run, behaviour).Select(row => new GroupView(
                row.Int(0), behaviour, JsonList.Texts(row.Bytes(1)), row.Int(2), row.Double(3), row.Long(4), row.Int(5), row.Double(6) / UsPerS,
                row.Long(7), row.Long(8), row.Text(9), Members(run, behaviour, row.Int(0)), JsonList.Texts(row.Bytes(10))))];

    public ImmutableArray<ExhibitView> Exhibits(int run, long accountA, long accountB, int limit) =>
        Exhibits("run_coact.run = ?1 AND a = ?2 AND b = ?3", limit, run, Math.Min(accountA, accountB), Math.Max(accountA, accountB));

    public ImmutableArray<ExhibitView> ExhibitsOfGroup(int run, string behaviour, int number, int limit) =>
        Exhibits($"{InGroup} AND (?2 = '' OR behaviour = ?2)", limit, run, behaviour, number);

    /// <summary>The exhibit of two posts in a behaviour; null when the run has none.</summary>
    public ExhibitView? Exhibit(int run, string key)
    {
        if (key.Split('-', 3) is not [var first, var second, var behaviour]
            || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            || !long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var other))
            return null;
        var accounts = database.Rows("SELECT account FROM post WHERE id IN (?1, ?2) ORDER BY account", one, other).Select(row => row.Long(0)).ToList();
        return accounts.Count != 2
            ? null
            : database.Rows("""
                SELECT behaviour, name, post_a, post_b, gap_us FROM run_coact JOIN run_object ON run_object.id = object
                WHERE run_coact.run = ?1 AND a = ?2 AND b = ?3 AND behaviour = ?4 AND post_a IN (?5, ?6) AND post_b IN (?5, ?6) ORDER BY number LIMIT 1
                """, run, accounts[0], accounts[1], behaviour, one, other)
                .Select(row => new ExhibitView(row.Text(0), row.Text(1), views.Post(row.Long(2)), views.Post(row.Long(3)), row.Long(4) / UsPerS))
                .FirstOrDefault();
    }

    public IEnumerable<TimelinePoint> Timeline(int run, string behaviour, int number) => database.Rows($"""
        WITH shown AS (SELECT * FROM run_coact WHERE {InGroup}),
        act AS (SELECT a AS account, post_a AS post, object FROM shown UNION SELECT b, post_b, object FROM shown)
        SELECT act.account, time_us, name, behaviour, post.id
        FROM act JOIN post ON post.id = act.post JOIN run_object ON run_object.id = act.object
        WHERE ?2 = '' OR behaviour = ?2
        ORDER BY time_us, post.id, act.object
        """, run, behaviour, number).Select(row => new TimelinePoint(row.Long(0), row.Long(1), row.Text(2), row.Text(3), row.Long(4)));

    /// <summary>
    /// Both accounts of a co-act are members of the group (?1 run, ?2 behaviour, ?3 number). The plus keeps SQLite from looking up
    /// every possible pair of members.
    /// </summary>
    private const string InGroup = """
        run_coact.run = ?1
        AND a IN (SELECT account FROM run_member WHERE run = ?1 AND behaviour = ?2 AND "group" = ?3)
        AND +b IN (SELECT account FROM run_member WHERE run = ?1 AND behaviour = ?2 AND "group" = ?3)
        """;

    /// <summary>
    /// One exhibit of every object first, objects with most co-acts and closest in time before the others; then the second of
    /// every object, and so on: a short list shows as many different objects as it can.
    /// </summary>
    private ImmutableArray<ExhibitView> Exhibits(string where, int limit, params object?[] values)
    {
        var rows = database.Rows($"""
            SELECT behaviour, name, post_a, post_b, gap_us FROM (
              SELECT *, row_number() OVER (PARTITION BY object ORDER BY abs(gap_us), post_a, post_b) AS turn, count(*) OVER (PARTITION BY object) AS size
              FROM (SELECT run_coact.*, behaviour, name FROM run_coact JOIN run_object ON run_object.id = object WHERE {where}))
            ORDER BY turn, size DESC, abs(gap_us), post_a, post_b, object
            LIMIT ?{values.Length + 1}
            """, [.. values, limit]);
        return [.. rows.Select(row => new ExhibitView(
            row.Text(0), row.Text(1), views.Post(row.Long(2)), views.Post(row.Long(3)), row.Long(4) / UsPerS))];
    }

    private ImmutableArray<LayerView> Layers(long run) =>
        [.. database.Rows("""
            SELECT behaviour, window_us, acts, accounts, objects, pairs, hub_objects, hub_acts, coarse_acts, refused
            FROM run_layer WHERE run = ? ORDER BY number
            """, run).Select(row => new LayerView(
                row.Text(0), row.Long(1) / UsPerS, row.Long(2), row.Long(3), row.Long(4), row.Long(5), row.Int(6), row.Long(7), row.Long(8), row.Text(9)))];

    private ImmutableArray<MemberView> Members(int run, string behaviour, int group) =>
        [.. database.Rows("""
            SELECT account, ties, joint_posts, posts FROM run_member WHERE run = ?1 AND behaviour = ?2 AND "group" = ?3 ORDER BY rank
            """, run, behaviour, group).Select(row => new MemberView(
                views.Account(row.Long(0)), row.Int(1), row.Int(2), row.Int(3), (double)row.Int(2) / row.Int(3)))];

    private PairView Pair(Statement row) => new(
        views.Account(row.Long(0)), views.Account(row.Long(1)), row.Text(2), row.Long(3) / UsPerS, row.Int(4), row.Long(5), row.Int(6), row.Int(7),
        row.Long(8) / UsPerS / row.Long(5), row.Double(9) / UsPerS, row.Long(10), row.Long(11), row.DoubleOrNull(12), row.DoubleOrNull(13), row.Text(14));

    private static string OrderBy(PairOrder order) => order switch
    {
        PairOrder.Weight => "weight DESC, co_acts DESC, a, b, number",
        PairOrder.Evidence => "q IS NULL, q, weight DESC, co_acts DESC, a, b, number",
        PairOrder.Accounts => "number, a, b",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not a known order."),
    };
}
