using System.Collections.Immutable;
using System.Globalization;
using Claque.Pairing;
using Claque.Reading;
using Claque.Thinning;
using Claque.Validation;

namespace Claque.Scale;

/// <summary>Numbers of a behaviour over all nodes.</summary>
internal sealed class Counts
{
    private long[] _objects = [], _firsts = [], _accounts = [];

    /// <summary>Acts, accounts and objects are int in the engine; shared acts here.</summary>
    public long Shared => _firsts[0];

    /// <summary>Asks for them.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="values">Names and numbers for the statements.</param>
    /// <param name="test">The test; null when only pairs are wanted.</param>
    /// <param name="acts">Acts that were sent: so many must be there.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<Counts> Of(Cluster cluster, IReadOnlyDictionary<string, string> values, ValidationOptions? test, long acts, CancellationToken stop)
    {
        var counts = new Counts { _objects = await Sum("object_totals").ConfigureAwait(false) };
        if (counts._objects[0] != acts)
            throw new InputException($"Of {acts:N0} acts that were sent the cluster has {counts._objects[0]:N0}. A node has lost some: give the same command again after dropping the tables {values["acts"].Replace("acts", "*", StringComparison.Ordinal)}.");
        if (test is null) return counts;
        counts._firsts = await Sum("first_totals").ConfigureAwait(false);
        counts._accounts = await Sum("account_totals").ConfigureAwait(false);
        return counts;

        async Task<long[]> Sum(string statement)
        {
            long[] sums = [];
            await cluster.Persist("counting", async _ =>
            {
                var rows = await cluster.Everywhere(SqlText.Of(statement, values), stop).ConfigureAwait(false);
                sums = [.. rows[0][0].Select((_, c) => rows.Sum(node => long.Parse(node[0][c], CultureInfo.InvariantCulture)))];
            }, stop).ConfigureAwait(false);
            return sums;
        }
    }

    /// <summary>The coarsest clock step among shared acts that can be tested; null when none can.</summary>
    public TimePrecision? Coarsest(TrialRules trials)
    {
        TimePrecision? coarsest = null;
        foreach (var step in Enum.GetValues<TimePrecision>())
            if (trials.Supported[(int)step] && ByStep[(int)step] > 0) coarsest = step;
        return coarsest;
    }

    /// <summary>What pairing leaves out, for each window.</summary>
    public ImmutableArray<LeftOut> LeftOut(PairOptions pairing) =>
    [
        .. pairing.Windows.Select(window => new LeftOut(
            (int)_objects[1], _objects[2], Enum.GetValues<TimePrecision>().Where(step => step.NarrowestWindow > window).Sum(step => _objects[6 + (int)step]))),
    ];

    /// <summary>The census of the test, without what is known per account and object.</summary>
    public TestCensus Census(ValidationOptions test) => new()
    {
        Acts = checked((int)Shared),
        Accounts = checked((int)_accounts[0]),
        Objects = checked((int)_objects[4]),
        LeftOut = new ActsLeftOut(
            (int)_objects[1], _objects[2], _objects[5] - Shared, _objects[3],
            Enum.GetValues<TimePrecision>().Where(step => step >= TimePrecision.Minute && step.Step > test.Scales[^1].Window / 3).Sum(step => ByStep[(int)step])),
        ActsByStep = ByStep,
        EarlyActs = _firsts[1],
        EarlyTogether = _accounts[2],
        EarlyAccounts = checked((int)_accounts[3]),
        Busy = checked((int)_accounts[1]),
        Complete = [],
        OriginsUs = [],
        EarlyOnObject = [],
        Trials = 0,
        TestsCounted = true,
        Tested = [],
    };

    private long[] ByStep => _firsts[2..];
}
