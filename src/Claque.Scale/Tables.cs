namespace Claque.Scale;

/// <summary>The tables of one behaviour's work: what they are called, and how their rows are spread over the nodes.</summary>
/// <param name="address">The cluster.</param>
/// <param name="prefix">Begins the name of each table.</param>
/// <param name="isSpread">True when there are several nodes.</param>
internal sealed class Tables(ClusterAddress address, string prefix, bool isSpread)
{
    private const string ByAccount = "intHash64(account)";
    private const string ByPair = "cityHash64(a, b)";

    private static readonly string[] Local =
    [
        "acts", "objects", "firsts", "busy", "strips", "first_strips", "cell_strips", "tied_accounts", "kept",
    ];

    private static readonly (string Table, string Key)[] Spread =
    [
        ("counts", ByAccount), ("pairs", ByPair), ("hits", ByPair), ("trials", ByPair), ("partners", ByAccount), ("delays", ByAccount),
        ("tied", ByPair), ("marked", ByAccount), ("steady", ByAccount),
    ];

    /// <summary>The table that says what is done, on the first node.</summary>
    public string Journal => Name("done");

    /// <summary>The name of a table.</summary>
    public string Name(string table) => $"{address.Database}.{prefix}{table}";

    /// <summary>All names, as the statements use them: with _d for all nodes together.</summary>
    public Dictionary<string, string> Names()
    {
        var names = Local.Concat(Spread.Select(one => one.Table)).ToDictionary(table => table, Name);
        foreach (var (table, _) in Spread) names[table + "_d"] = isSpread ? Name(table + "_d") : Name(table);
        return names;
    }

    /// <summary>Statements that make the tables, on each node.</summary>
    public IEnumerable<string> Make() =>
    [
        .. SqlText.Each("tables", Names()),
        $"CREATE TABLE IF NOT EXISTS {Journal} (step String, slice UInt32) ENGINE = MergeTree ORDER BY (step, slice)",
        .. Spread.Where(_ => isSpread).Select(one =>
            $"CREATE TABLE IF NOT EXISTS {Name(one.Table + "_d")} AS {Name(one.Table)} ENGINE = Distributed({address.Cluster}, {address.Database}, {prefix}{one.Table}, {one.Key})"),
    ];

    /// <summary>Statements that take them away.</summary>
    public IEnumerable<string> Drop() => Names().Values.Append(Journal).Distinct().OrderDescending(StringComparer.Ordinal).Select(name => $"DROP TABLE IF EXISTS {name}");
}
