using System.Runtime.CompilerServices;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>Puts the acts of each object in order of time and drops what is not looked at: hubs, and clocks too coarse for the windows.</summary>
/// <param name="isFine">Per clock step: whether it is fine enough for the windows.</param>
/// <param name="maxAccounts">Objects with more accounts are hubs; null when there are none.</param>
/// <param name="accountCount">Accounts are numbered below this.</param>
internal sealed class Ordering(bool[] isFine, int? maxAccounts, int accountCount)
{
    private int _hubObjects;
    private long _hubActs, _coarse;
    private int[]? _seen;

    /// <summary>Does it, and says what was left out.</summary>
    public static LeftOut Of(ObjectActs acts, Func<Ordering> newOrdering)
    {
        var parts = new Ordering[acts.PartCount];
        acts.ForEachPart([MethodImpl(MethodImplOptions.AggressiveOptimization)] (part) =>
        {
            var own = newOrdering();
            for (var o = acts.Parts[part]; o < acts.Parts[part + 1]; o++)
                acts.Ends[o] = acts.Starts[o] + own.Keep(o, acts.Acts.AsSpan(acts.Starts[o]..acts.Ends[o]));
            parts[part] = own;
        });
        return new LeftOut(parts.Sum(own => own._hubObjects), parts.Sum(own => own._hubActs), parts.Sum(own => own._coarse));
    }

    /// <summary>How many acts of an object stay, at the front and by time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            if (isFine[(int)act.Clock]) acts[kept++] = act;
            else _coarse++;
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
