using System.Runtime.InteropServices;
using Claque.Tracing;

namespace Claque.Evaluation.Rules;

/// <summary>The acts of all behaviours in one table of shares, as the usual rules take them.</summary>
/// <remarks>
/// Each text counts once, by its exact words: clusters of similar texts and the test of common texts would count it again. Domains and
/// mentions, which nearly everybody shares, are left out, as they are by default in Claque.
/// </remarks>
internal sealed class RuleActs
{
    private RuleActs(int accounts, int objects, int[] account, int[] obj, int[] post, long[] timeUs) =>
        (AccountCount, ObjectCount, Account, Object, Post, TimeUs) = (accounts, objects, account, obj, post, timeUs);

    public int AccountCount { get; }

    public int ObjectCount { get; }

    public int Count => Account.Length;

    public int[] Account { get; }

    /// <summary>Object of each act, numbered over all behaviours.</summary>
    public int[] Object { get; }

    public int[] Post { get; }

    public long[] TimeUs { get; }

    public static RuleActs Of(Corpus corpus)
    {
        var traces = corpus.Traces.Where(trace => Counts(trace.Behaviour)).ToList();
        var count = traces.Sum(trace => trace.Count);
        var (account, obj, post, time) = (new int[count], new int[count], new int[count], new long[count]);
        var (act, firstObject) = (0, 0);
        foreach (var trace in traces)
        {
            for (var i = 0; i < trace.Count; i++, act++)
            {
                post[act] = trace.Posts[i];
                (account[act], time[act], obj[act]) = (corpus.Posts.Accounts[post[act]], corpus.Posts.TimesUs[post[act]], firstObject + trace.Objects[i]);
            }

            firstObject += trace.ObjectNames.Count;
        }

        return new RuleActs(corpus.Accounts.Count, firstObject, account, obj, post, time);
    }

    private static bool Counts(Behaviour behaviour) =>
        behaviour != Behaviour.SimilarText && behaviour != Behaviour.CommonText && behaviour != Behaviour.Domain && behaviour != Behaviour.Mention;
}

/// <summary>Accounts against objects as a sparse matrix: how often each account touched each object.</summary>
internal sealed class AccountObjects
{
    private readonly int[] _rowStarts;
    private readonly int[] _objects;
    private readonly int[] _columnStarts;
    private readonly int[] _cells;
    private readonly int[] _accountOfCell;

    public AccountObjects(RuleActs acts)
    {
        var counts = new Dictionary<(int Account, int Object), int>();
        for (var i = 0; i < acts.Count; i++) CollectionsMarshal.GetValueRefOrAddDefault(counts, (acts.Account[i], acts.Object[i]), out _)++;
        var sorted = counts.Keys.ToArray();
        Array.Sort(sorted);
        (AccountCount, ObjectCount) = (acts.AccountCount, acts.ObjectCount);
        (_rowStarts, _columnStarts) = (new int[AccountCount + 1], new int[ObjectCount + 1]);
        _objects = [.. sorted.Select(cell => cell.Object)];
        Counts = [.. sorted.Select(cell => counts[cell])];
        _accountOfCell = [.. sorted.Select(cell => cell.Account)];
        foreach (var (account, obj) in sorted) (_rowStarts[account + 1], _columnStarts[obj + 1]) = (_rowStarts[account + 1] + 1, _columnStarts[obj + 1] + 1);
        for (var i = 0; i < AccountCount; i++) _rowStarts[i + 1] += _rowStarts[i];
        for (var i = 0; i < ObjectCount; i++) _columnStarts[i + 1] += _columnStarts[i];
        _cells = new int[sorted.Length];
        var next = _columnStarts[..^1];
        for (var cell = 0; cell < sorted.Length; cell++) _cells[next[_objects[cell]]++] = cell;
    }

    public int AccountCount { get; }

    public int ObjectCount { get; }

    /// <summary>Acts of each cell, by account and object.</summary>
    public int[] Counts { get; }

    /// <summary>The cells of an account.</summary>
    public Range RowOf(int account) => _rowStarts[account].._rowStarts[account + 1];

    /// <summary>Object of a cell.</summary>
    public int ObjectOf(int cell) => _objects[cell];

    /// <summary>Accounts that touched an object.</summary>
    public int Accounts(int obj) => _columnStarts[obj + 1] - _columnStarts[obj];

    /// <summary>For every two accounts with an object in common: the sum of the products of their values over the common objects.</summary>
    /// <param name="values">One per cell; an account is left out by giving 0 to all its cells.</param>
    /// <param name="each">Called with the smaller account, the larger one and the sum, when it is not 0, in that order.</param>
    /// <param name="stop">Cancels between accounts.</param>
    /// <remarks>O(the sum of squares of the accounts per object), memory O(accounts).</remarks>
    public void Products(ReadOnlySpan<double> values, Action<int, int, double> each, CancellationToken stop)
    {
        var sums = new double[AccountCount];
        var partners = new List<int>();
        for (var account = 0; account < AccountCount; account++)
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = _rowStarts[account]; cell < _rowStarts[account + 1]; cell++)
            {
                if (values[cell] == 0) continue;
                for (var at = _columnStarts[_objects[cell] + 1] - 1; at >= 0 && _cells[at] > cell; at--)
                {
                    var (partner, product) = (_accountOfCell[_cells[at]], values[cell] * values[_cells[at]]);
                    if (product == 0) continue;
                    if (sums[partner] == 0) partners.Add(partner);
                    sums[partner] += product;
                }
            }

            partners.Sort();
            foreach (var partner in partners)
            {
                each(account, partner, sums[partner]);
                sums[partner] = 0;
            }

            partners.Clear();
        }
    }
}
