using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>Puts the acts of each object in order of time and drops what is not looked at: hubs, and clocks too coarse for every window.</summary>
/// <param name="windowCount">Number of windows.</param>
/// <param name="finestOfClock">Per clock step: index of the narrowest window that it supports; the number of windows when none.</param>
/// <param name="maxAccounts">Objects with more accounts are hubs; null when there are none.</param>
/// <param name="accountCount">Accounts are numbered below this.</param>
internal sealed class Ordering(int windowCount, byte[] finestOfClock, int? maxAccounts, int accountCount)
{
    private readonly long[] _coarse = new long[windowCount];
    private int _hubObjects;
    private long _hubActs;
    private int[]? _seen;

    /// <summary>Does it, and says per window what was left out.</summary>
    public static LeftOut[] Of(ObjectActs acts, Func<Ordering> newOrdering)
    {
        var parts = new Ordering[acts.PartCount];
        acts.ForEachPart(part =>
        {
            var own = newOrdering();
            for (var o = acts.Parts[part]; o < acts.Parts[part + 1]; o++)
                acts.Ends[o] = acts.Starts[o] + own.Keep(o, acts.Acts.AsSpan(acts.Starts[o]..acts.Ends[o]));
            parts[part] = own;
        });
        return
        [
            .. Enumerable.Range(0, parts[0]._coarse.Length)
                .Select(w => new LeftOut(parts.Sum(own => own._hubObjects), parts.Sum(own => own._hubActs), parts.Sum(own => own._coarse[w]))),
        ];
    }

    /// <summary>How many acts of an object stay, at the front and by time.</summary>
    private int Keep(int o, Span<Act> acts)
    {
        if (acts.Length < 2) return 0;
        if (acts.Length > maxAccounts && CountAccounts(o, acts) > maxAccounts)
        {
            (_hubObjects, _hubActs) = (_hubObjects + 1, _hubActs + acts.Length);
            return 0;
        }

        for (var i = 1; i < acts.Length; i++)
        {
            if (acts[i - 1].CompareTo(acts[i]) <= 0) continue;
            acts.Sort();
            break;
        }

        var kept = 0;
        foreach (var act in acts)
        {
            var finest = finestOfClock[(int)act.Clock];
            for (var w = 0; w < finest; w++) _coarse[w]++;
            if (finest < windowCount) acts[kept++] = act;
        }

        return kept;
    }

    private int CountAccounts(int o, ReadOnlySpan<Act> acts)
    {
        _seen ??= new int[accountCount];
        var distinct = 0;
        foreach (var act in acts)
        {
            if (_seen[act.Account] == o + 1) continue;
            _seen[act.Account] = o + 1;
            distinct++;
        }

        return distinct;
    }
}
