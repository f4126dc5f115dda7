using System.Globalization;

namespace Claque.Scale;

/// <summary>
/// Steps of the work, each slice by slice, the next begun when the one before is done everywhere. A slice that is done is written down, so
/// that a later run goes on behind it; one that failed is undone by dropping its partition, and done again.
/// </summary>
internal sealed class Steps
{
    private readonly Cluster _cluster;
    private readonly Tables _tables;
    private readonly Dictionary<string, string> _values;
    private readonly int _slices;
    private readonly string _behaviour;
    private readonly IProgress<StageProgress>? _progress;
    private readonly HashSet<(string Step, int Slice)> _done;

    private Steps(
        Cluster cluster, Tables tables, Dictionary<string, string> values, int slices, string behaviour, IProgress<StageProgress>? progress, HashSet<(string Step, int Slice)> done) =>
        (_cluster, _tables, _values, _slices, _behaviour, _progress, _done) = (cluster, tables, values, slices, behaviour, progress, done);

    /// <summary>The steps, with what was done before.</summary>
    public static async Task<Steps> Of(
        Cluster cluster, Tables tables, Dictionary<string, string> values, int slices, string behaviour, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        string[][] done = [];
        await cluster.Persist("looking what is done", async _ => done = await cluster.On(cluster.Nodes[0], $"SELECT step, slice FROM {tables.Journal}", stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        return new Steps(cluster, tables, values, slices, behaviour, progress, [.. done.Select(row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture)))]);
    }

    /// <summary>Sends the acts; slices that are there in full are not sent again.</summary>
    public async Task Load(ActsToSend acts, CancellationToken stop)
    {
        var there = new Dictionary<(int Node, int Slice), int>();
        await _cluster.Persist("counting acts", async _ =>
        {
            var counts = await _cluster.Everywhere($"SELECT slice, count() FROM {_tables.Name("acts")} GROUP BY slice", stop).ConfigureAwait(false);
            for (var node = 0; node < counts.Length; node++)
                foreach (var row in counts[node]) there[(node, int.Parse(row[0], CultureInfo.InvariantCulture))] = int.Parse(row[1], CultureInfo.InvariantCulture);
        }, stop).ConfigureAwait(false);
        for (var slice = 0; slice < _slices; slice++)
        {
            Report("load", slice);
            var now = slice;
            if (Enumerable.Range(0, _cluster.Nodes.Length).All(node => there.GetValueOrDefault((node, now)) == acts.Count(now, node))) continue;
            await _cluster.Persist("loading acts", async _ =>
            {
                await Undo("acts", now, stop).ConfigureAwait(false);
                await Task.WhenAll(_cluster.Nodes.Select((node, n) =>
                    node.Insert($"INSERT INTO {_tables.Name("acts")} FORMAT RowBinary", acts.Rows(now, n), _cluster.Settings, stop))).ConfigureAwait(false);
            }, stop).ConfigureAwait(false);
        }
    }

    /// <summary>A statement for each slice of objects.</summary>
    public Task OfObjects(string statement, string table, CancellationToken stop, bool pairing = false) => Each(statement, table, _slices, pairing, stop);

    /// <summary>A statement for each slice of pairs, or of accounts.</summary>
    public Task OfPairs(string statement, string table, CancellationToken stop) => Each(statement, table, _slices, false, stop);

    /// <summary>A statement that gathers on every node what all nodes have.</summary>
    public Task Gather(string table, CancellationToken stop) => Each(table, table, 1, false, stop);

    /// <summary>The sum over nodes and slices of the one number that a statement gives.</summary>
    public async Task<long> Sum(string statement, CancellationToken stop)
    {
        var sum = 0L;
        for (var slice = 0; slice < _slices; slice++)
        {
            var ofSlice = 0L;
            Report(statement, slice);
            var now = slice;
            await _cluster.Persist(statement, async parts =>
            {
                ofSlice = 0;
                for (var part = 0; part < parts; part++)
                    foreach (var node in await _cluster.Everywhere(Sql(statement, now, part, parts), stop).ConfigureAwait(false))
                        ofSlice += long.Parse(node[0][0], CultureInfo.InvariantCulture);
            }, stop).ConfigureAwait(false);
            sum += ofSlice;
        }

        return sum;
    }

    private async Task Each(string statement, string table, int slices, bool pairing, CancellationToken stop)
    {
        for (var slice = 0; slice < slices; slice++)
        {
            if (_done.Contains((statement, slice))) continue;
            Report(statement, slice);
            var now = slice;
            await _cluster.Persist($"{statement} {now}", async parts =>
            {
                await Undo(table, now, stop).ConfigureAwait(false);
                for (var part = 0; part < parts; part++) await _cluster.Everywhere(Sql(statement, now, part, parts), stop, pairing).ConfigureAwait(false);
                await _cluster.On(_cluster.Nodes[0], $"INSERT INTO {_tables.Journal} VALUES ('{statement}', {now})", stop).ConfigureAwait(false);
            }, stop).ConfigureAwait(false);
            _done.Add((statement, slice));
        }
    }

    private async Task Undo(string table, int slice, CancellationToken stop) =>
        await _cluster.Everywhere(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {_tables.Name(table)} DROP PARTITION {slice}"), stop).ConfigureAwait(false);

    private string Sql(string statement, int slice, int part, int parts)
    {
        _values["slice"] = slice.ToString(CultureInfo.InvariantCulture);
        _values["part_of_objects"] = Part("object");
        _values["part_of_pairs"] = Part("a");
        _values["part_of_accounts"] = Part("account");
        return SqlText.Of(statement, _values);

        string Part(string column) => parts == 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"intHash64({column} + 77) % {parts} = {part}");
    }

    private void Report(string step, int slice) => _progress?.Report(new StageProgress($"{_behaviour} on the cluster: {step.Replace('_', ' ')}", slice, _slices));
}
