using Claque.Pairing;

namespace Claque.Validation;

/// <summary>
/// Counts, for one account at a time, how often busier accounts are within the ranges of its acts. Busier ones have smaller numbers, so
/// that their counters lie close together. For one thread.
/// </summary>
/// <param name="acts">The acts.</param>
/// <param name="ranks">The account of each, <see cref="ScaleActs.Ranks"/>.</param>
/// <param name="ranges">The range of each, itself included; empty or of one act where nobody else is in reach.</param>
/// <param name="least">Accounts found less often are of no interest.</param>
internal sealed class PartnerCounts(SharedActs acts, int[] ranks, (int From, int To)[] ranges, int least)
{
    /// <summary>Acts looked at in one go.</summary>
    public const int Run = 1024;

    private readonly int[] _counts = new int[acts.Busy];
    private readonly int[] _partners = new int[acts.Busy + 1];
    private readonly int[] _found = new int[Run + RowScan.Padding];
    private readonly int[] _acts = acts.Busy == 0 ? [] : new int[acts.ActsOf(0).Length];
    private int _actCount, _partnerCount;

    /// <summary>The accounts that were counted, each once.</summary>
    public ReadOnlySpan<int> Partners => _partners.AsSpan(0, _partnerCount);

    /// <summary>The acts of the account that somebody else is in reach of.</summary>
    public ReadOnlySpan<int> Acts => _acts.AsSpan(0, _actCount);

    /// <summary>Counts anew, for an account. Nobody is counted where nobody can be found often enough.</summary>
    public void Count(int account)
    {
        (_actCount, _partnerCount) = (0, 0);
        foreach (var act in acts.ActsOf(account))
        {
            _acts[_actCount] = act;
            _actCount += ranges[act].To - ranges[act].From > 1 ? 1 : 0;
        }

        if (_actCount < least) return;
        foreach (var act in Acts)
            for (var from = ranges[act].From; from < ranges[act].To; from += Run) Add(Busier(account, act, from));
    }

    private void Add(ReadOnlySpan<int> found)
    {
        var (of, counts, partners, count) = (ranks, _counts, _partners, _partnerCount);
        foreach (var act in found)
        {
            partners[count] = of[act];
            count += counts[of[act]]++ == 0 ? 1 : 0;
        }

        _partnerCount = count;
    }

    /// <summary>The acts of busier accounts in reach of an act, from one on and at most <see cref="Run"/> further. Holds until the next call.</summary>
    public ReadOnlySpan<int> Busier(int account, int act, int from) =>
        _found.AsSpan(0, RowScan.ActsBelow(ranks, (from, Math.Min(from + Run, ranges[act].To)), account, _found, RowScan.Widest));

    /// <summary>How often a partner was found. Asked once of each: it is forgotten.</summary>
    public int Take(int partner)
    {
        var count = _counts[partner];
        _counts[partner] = 0;
        return count;
    }
}
