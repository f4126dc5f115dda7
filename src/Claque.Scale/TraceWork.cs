using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Claque.Thinning;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Scale;

/// <summary>The work on one behaviour: load, find what can matter, fetch it.</summary>
internal sealed class TraceWork(
    Cluster cluster, Tables tables, Corpus corpus, Trace trace, ActsToSend acts, TraceRules rules, IProgress<StageProgress>? progress)
{
    private const string Undecided = "(0)";
    private readonly Dictionary<string, string> _values = tables.Names();
    private Counts? _counts;
    private long _trials;
    private bool _isCounted;

    /// <summary>Loads the acts and finds on the cluster which accounts can matter.</summary>
    public async Task Find(CancellationToken stop)
    {
        rules.AddTo(_values);
        (_values["parts"], _values["reach"]) = (SqlText.Number(acts.Slices), Undecided);
        await cluster.Persist("making tables", async _ =>
        {
            foreach (var statement in tables.Make()) await cluster.Everywhere(statement, stop).ConfigureAwait(false);
        }, stop).ConfigureAwait(false);
        var steps = await Steps.Of(cluster, tables, _values, acts.Slices, trace.Behaviour.Name, progress, stop).ConfigureAwait(false);

        await steps.Load(acts, stop).ConfigureAwait(false);
        await steps.OfObjects("objects", "objects", stop).ConfigureAwait(false);
        await steps.OfObjects("strips", "strips", stop).ConfigureAwait(false);
        await steps.OfObjects("pairs", "pairs", stop, pairing: true).ConfigureAwait(false);
        await steps.OfPairs("tied", "tied", stop).ConfigureAwait(false);
        await steps.Gather("tied_accounts", stop).ConfigureAwait(false);
        if (rules.Test is { } test && rules.Trials is { } trials) await Test(steps, test, trials, stop).ConfigureAwait(false);
        _counts ??= await Counts.Of(cluster, _values, rules.Test, trace.Count, stop).ConfigureAwait(false);
    }

    private async Task Test(Steps steps, ValidationOptions test, TrialRules trials, CancellationToken stop)
    {
        await steps.OfObjects("firsts", "firsts", stop).ConfigureAwait(false);
        await steps.OfObjects("counts", "counts", stop).ConfigureAwait(false);
        await steps.Gather("busy", stop).ConfigureAwait(false);
        await steps.OfObjects("first_strips", "first_strips", stop).ConfigureAwait(false);
        await steps.OfObjects("hits", "hits", stop, pairing: true).ConfigureAwait(false);
        await steps.OfPairs("marked", "marked", stop).ConfigureAwait(false);

        _counts = await Counts.Of(cluster, _values, test, trace.Count, stop).ConfigureAwait(false);
        _isCounted = true;
        if (_counts.Coarsest(trials) is { } coarsest)
        {
            _values["reach"] = SqlText.Array(trials.Reach(coarsest).Select(reach => (long)reach));
            await CountTests(steps, test, stop).ConfigureAwait(false);
            await steps.OfObjects("delays", "delays", stop).ConfigureAwait(false);
            await steps.OfPairs("steady", "steady", stop).ConfigureAwait(false);
        }

        await steps.Gather("kept", stop).ConfigureAwait(false);
    }

    private async Task CountTests(Steps steps, ValidationOptions test, CancellationToken stop)
    {
        _trials = await steps.Sum("trial_counts", stop).ConfigureAwait(false);
        _isCounted = _trials <= (long)test.MaxTrialsCountedPerAct * Math.Max(1, _counts!.Shared);
        if (_isCounted)
        {
            await steps.OfObjects("cell_strips", "cell_strips", stop).ConfigureAwait(false);
            await steps.OfObjects("trials", "trials", stop, pairing: true).ConfigureAwait(false);
            await steps.OfPairs("partners", "partners", stop).ConfigureAwait(false);
        }
        else
        {
            await steps.OfObjects("trials_by_account", "partners", stop).ConfigureAwait(false);
        }
    }

    /// <summary>Fetches the acts that can matter, with what is to be known of the others.</summary>
    /// <param name="complete">Selects the accounts whose acts are all needed.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<ThinTrace> Fetch(string complete, CancellationToken stop)
    {
        _values["complete"] = complete;
        var forPairs = new bool[trace.Count];
        await EachSlice("acts_for_pairs", rows => Mark(forPairs, rows), stop).ConfigureAwait(false);
        var leftOut = _counts!.LeftOut(rules.Pairing);
        if (rules.Test is not { } test) return new ThinTrace(trace, Part(forPairs), leftOut, null, null);

        var forTest = new bool[trace.Count];
        var (origins, early) = (new long[trace.ObjectNames.Count], new int[trace.ObjectNames.Count]);
        await EachSlice("acts_for_test", rows => Mark(forTest, rows), stop).ConfigureAwait(false);
        await EachSlice("objects_for_test", rows =>
        {
            for (var at = rows; at.Length > 0; at = at[16..])
            {
                var o = MemoryMarshal.Read<int>(at);
                (origins[o], early[o]) = (MemoryMarshal.Read<long>(at[4..]), MemoryMarshal.Read<int>(at[12..]));
            }
        }, stop).ConfigureAwait(false);

        var whole = new bool[corpus.Accounts.Count];
        await Rows(cluster.Nodes[..1], complete, rows => Mark(whole, rows), stop).ConfigureAwait(false);
        var tested = new long[corpus.Accounts.Count];
        await Rows(cluster.Nodes, $"SELECT account, sum(n) FROM {tables.Name("partners")} GROUP BY account", rows =>
        {
            for (var at = rows; at.Length > 0; at = at[12..]) tested[MemoryMarshal.Read<int>(at)] += MemoryMarshal.Read<long>(at[4..]);
        }, stop).ConfigureAwait(false);
        return new ThinTrace(trace, Part(forPairs), leftOut, Part(forTest), _counts.Census(test) with
        {
            Complete = whole,
            OriginsUs = origins,
            EarlyOnObject = early,
            Trials = _trials,
            TestsCounted = _isCounted,
            Tested = tested,
        });
    }

    /// <summary>Takes the tables away.</summary>
    public Task Drop(CancellationToken stop) => cluster.Persist("removing tables", async _ =>
    {
        foreach (var statement in tables.Drop()) await cluster.Everywhere(statement, stop).ConfigureAwait(false);
    }, stop);

    private async Task EachSlice(string statement, RowReader read, CancellationToken stop)
    {
        for (var slice = 0; slice < acts.Slices; slice++)
        {
            progress?.Report(new StageProgress($"fetching {trace.Behaviour.Name}", slice, acts.Slices));
            _values["slice"] = slice.ToString(CultureInfo.InvariantCulture);
            await Rows(cluster.Nodes, SqlText.Of(statement, _values), read, stop).ConfigureAwait(false);
        }
    }

    private Task Rows(ImmutableArray<Node> nodes, string sql, RowReader read, CancellationToken stop) => cluster.Persist("fetching", async _ =>
    {
        // Rows are read only once all nodes have answered, so that a node that fails leaves nothing read twice.
        var answers = await Task.WhenAll(nodes.Select(node => node.Bytes(sql + " FORMAT RowBinary", cluster.Settings, stop))).ConfigureAwait(false);
        foreach (var answer in answers) read(answer);
    }, stop);

    private delegate void RowReader(ReadOnlySpan<byte> rows);

    private static void Mark(bool[] marks, ReadOnlySpan<byte> numbers)
    {
        foreach (var number in MemoryMarshal.Cast<byte, int>(numbers)) marks[number] = true;
    }

    private Trace Part(bool[] kept)
    {
        int[] numbers = [.. Enumerable.Range(0, trace.Count).Where(act => kept[act])];
        return new Trace(trace.Behaviour, [.. numbers.Select(act => trace.Posts[act])], [.. numbers.Select(act => trace.Objects[act])], trace.ObjectNames);
    }
}
