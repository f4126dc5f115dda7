using System.Globalization;
using Claque.Tests.Cli;

namespace Claque.Tests.Scale;

public sealed class ClusterTests
{
    private static readonly string[] Files = ["pairs.csv", "accounts.csv", "groups.json", "all.json"];

    [NodesFact]
    public async Task Three_nodes_give_the_bytes_that_this_machine_gives()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(3);
        var file = desk.Write("shares.csv", Corpora.Shares(200_000, 1));
        Detect(desk, file, "here").Accounts.Count(line => line.Contains(",named,", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(8);
        Detect(desk, file, "there", "--on", nodes.Address + "?memory=200MB&threads=2");
        ShouldBeEqual(desk);
        (await nodes.Ask(1, "SHOW TABLES FROM claque")).ShouldBe("", "the tables of the work are taken away");
        foreach (var node in new[] { 1, 2, 3 })
        {
            await nodes.Ask(node, "SYSTEM FLUSH LOGS");
            var most = long.Parse(await nodes.Ask(node, "SELECT max(memory_usage) FROM system.query_log WHERE type = 2"), CultureInfo.InvariantCulture);
            most.ShouldBeInRange(1 << 20, 200 << 20, "each node takes part, and no query takes more than it may");
        }
    }

    [NodesFact]
    public void Every_kind_of_act_gives_the_same_on_one_node_and_here()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(1);
        desk.Done("simulate", "--out", desk["lab"], "--accounts", "150", "--plant", "8x15x2min", "--seed", "3");
        var file = Path.Combine(desk["lab"], "posts.csv");
        foreach (var options in new string[][] { [], ["--window", "10s"], ["--no-test", "--min-weight", "3"], ["--max-object-accounts", "20", "--alpha", "0.05"] })
        {
            Detect(desk, file, "here", options);
            Detect(desk, file, "there", [.. options, "--on", nodes.Address]);
            ShouldBeEqual(desk);
        }
    }

    [NodesFact]
    public async Task A_node_that_is_killed_in_the_middle_and_comes_back_changes_nothing()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(2);
        var file = desk.Write("shares.csv", Corpora.Shares(100_000, 2));
        Detect(desk, file, "here");
        var work = Task.Run(() => Detect(desk, file, "there", "--on", nodes.Address + "?memory=100MB&threads=1"));
        await Until(async () => (await Rows(nodes, 1, "_pairs")) > 0);
        nodes.Kill(2);
        await Task.Delay(1000);
        work.IsCompleted.ShouldBeFalse("it waits for the node");
        nodes.Restart(2);
        (await work).Error.ShouldContain("does not answer; waiting for it");
        ShouldBeEqual(desk);
    }

    [NodesFact]
    public async Task Work_that_was_stopped_goes_on_where_it_stopped()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(2);
        var file = desk.Write("shares.csv", Corpora.Shares(50_000, 3));
        Detect(desk, file, "here");
        var on = nodes.Address + "?memory=100MB&threads=1&patience=1";
        var work = Task.Run(() => desk.Run("detect", file, "--on", on));
        await Until(async () => (await Rows(nodes, 1, "_hits")) > 0);
        nodes.Kill(2);
        var ran = await work;
        ran.Exit.ShouldBe(1);
        ran.Error.ShouldContain("give the same command again");
        nodes.Restart(2);
        var loaded = await nodes.Ask(1, "SELECT max(modification_time) FROM system.parts WHERE table LIKE '%0_acts' AND active");
        Detect(desk, file, "there", "--on", on + "&keep");
        ShouldBeEqual(desk);
        (await nodes.Ask(1, "SELECT max(modification_time) FROM system.parts WHERE table LIKE '%0_acts' AND active")).ShouldBe(loaded, "nothing is loaded twice");
    }

    [NodesFact]
    public async Task Posts_that_lie_in_a_table_give_what_they_give_as_a_file_in_that_order()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(2);
        var rows = Corpora.Shares(5_000, 5).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(row => row.Split(',')).Select(row => $"{row[3]},{row[1]},{row[0]}").Order(StringComparer.Ordinal).ToArray();
        var file = desk.Write("sorted.csv", "at,who,what\n" + string.Join('\n', rows) + '\n');
        foreach (var node in new[] { 1, 2 })
        {
            await nodes.Ask(node, "CREATE TABLE default.mine (at DateTime, who String, what Nullable(String)) ENGINE = MergeTree ORDER BY who");
            await nodes.Ask(node, "CREATE TABLE default.shares AS default.mine ENGINE = Distributed(claque, default, mine, cityHash64(who))");
        }

        (await nodes.Ask(1, "INSERT INTO default.shares FORMAT CSV\n" + string.Join('\n', rows))).ShouldBe("");
        string[] map = ["--map", "account=who,time=at,object=what"];
        Detect(desk, file, "here", map);
        Detect(desk, $"clickhouse://127.0.0.1:{nodes.FirstPort + 2}/default.shares", "there", [.. map, "--on", nodes.Address]);
        ShouldBeEqual(desk);
        desk.Refused("inspect", $"clickhouse://127.0.0.1:{nodes.FirstPort + 1}/default.none").ShouldContain("none");
        desk.Refused("inspect", $"clickhouse://127.0.0.1:{nodes.FirstPort + 1}").ShouldContain("is not the address of a table");
    }

    [NodesFact]
    public void What_is_wrong_with_a_cluster_is_said_in_a_sentence()
    {
        using var desk = new Desk();
        using var nodes = new Nodes(2);
        var file = desk.Write("shares.csv", Corpora.Shares(2_000, 4));
        var one = $"127.0.0.1:{nodes.FirstPort + 1}";
        desk.Refused("detect", file, "--on", $"clickhouse://{one},127.0.0.1:1").ShouldBe("127.0.0.1:1 does not answer. Is ClickHouse running there, and is this the port of its HTTP interface?");
        desk.Refused("detect", file, "--on", nodes.Address + "?cluster=elsewhere").ShouldContain("knows no cluster \"elsewhere\"");
        desk.Refused("detect", file, "--on", $"clickhouse://{one},127.0.0.1:{nodes.FirstPort + 2},127.0.0.1:{nodes.FirstPort + 1}").ShouldContain("names a node twice");
        desk.Refused("detect", file, "--on", $"clickhouse://localhost:{nodes.FirstPort + 1},127.0.0.1:{nodes.FirstPort + 1}").ShouldContain("Give one node of each shard");
        desk.Refused("detect", file, "--on", $"clickhouse://{one}?database=default&memory=1MB").ShouldContain("expected 100MB or more");
    }

    private static (string[] Accounts, string Error) Detect(Desk desk, string file, string place, params string[] options)
    {
        var ran = desk.Run([
            "detect", file, "--sensitivity", "off", "--edges", desk[$"{place}-pairs.csv"], "--accounts", desk[$"{place}-accounts.csv"],
            "--groups", desk[$"{place}-groups.json"], "--json", desk[$"{place}-all.json"], .. options]);
        ran.Exit.ShouldBe(0, ran.Error);
        return (File.ReadAllLines(desk[$"{place}-accounts.csv"]), ran.Error);
    }

    private static void ShouldBeEqual(Desk desk)
    {
        foreach (var file in Files) File.ReadAllText(desk["there-" + file]).ShouldBe(File.ReadAllText(desk["here-" + file]), file);
        File.ReadAllLines(desk["here-pairs.csv"]).Length.ShouldBeGreaterThan(1);
    }

    private static async Task<long> Rows(Nodes nodes, int node, string table) =>
        long.TryParse((await nodes.Ask(node, $"SELECT sum(rows) FROM system.parts WHERE table LIKE '%{table}' AND active")).Trim(), out var rows) ? rows : 0;

    private static async Task Until(Func<Task<bool>> there)
    {
        for (var tries = 0; !await there(); tries++)
        {
            tries.ShouldBeLessThan(3000, "the work did not come so far");
            await Task.Delay(20);
        }
    }
}
