using System.Runtime.CompilerServices;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>Drops acts that cannot be part of any pair of the weight asked for, before anything is counted.</summary>
internal static class Pruning
{
    private const double WorthAnotherRound = 0.98;

    /// <summary>
    /// Drops acts that have no act of another account within the window, and accounts left with fewer objects than the weight
    /// asked for; again while it helps. No pair of that weight is lost: each of its objects has such an act on both sides.
    /// </summary>
    /// <param name="acts">Acts by object and time.</param>
    /// <param name="windowUs">Widest gap that counts, inclusive.</param>
    /// <param name="minWeight">Smallest weight of a pair.</param>
    /// <param name="accountCount">Accounts are numbered below this.</param>
    /// <param name="stop">Stops the work.</param>
    public static void Prune(ObjectActs acts, long windowUs, int minWeight, int accountCount, CancellationToken stop)
    {
        var ofPart = new (int LastObject, int Count)[acts.PartCount][];
        int[]? objects = null;
        for (var before = double.MaxValue; ;)
        {
            stop.ThrowIfCancellationRequested();
            var kept = Round(acts, windowUs, minWeight, objects, accountCount, ofPart);
            if (minWeight == 1 || kept >= before * WorthAnotherRound) return;
            before = kept;
            objects ??= new int[accountCount];
            Array.Clear(objects);
            foreach (var own in ofPart)
                for (var account = 0; account < accountCount; account++) objects[account] += own[account].Count;
        }
    }

    /// <summary>Drops both once, moves what is left together, and counts the objects that each account is left with.</summary>
    private static long Round(ObjectActs acts, long windowUs, int minWeight, int[]? objects, int accountCount, (int LastObject, int Count)[][] ofPart)
    {
        var kept = 0L;
        acts.ForEachPart([MethodImpl(MethodImplOptions.AggressiveOptimization)] (part) =>
        {
            var own = ofPart[part] ??= new (int, int)[accountCount];
            Array.Fill(own, (-1, 0));
            var (first, last) = (acts.Parts[part], acts.Parts[part + 1]);
            var end = acts.Starts[first];
            for (var o = first; o < last; o++)
            {
                var here = acts.Acts.AsSpan(acts.Starts[o]..acts.Ends[o]);
                if (objects != null) here = here[..KeepBusy(here, objects, minWeight)];
                here = here[..KeepWithPartner(here, windowUs)];
                here.CopyTo(acts.Acts.AsSpan(end));
                (acts.Starts[o], end) = (end, end + here.Length);
                acts.Ends[o] = end;
                foreach (var act in acts.Acts.AsSpan(acts.Starts[o]..end))
                {
                    ref var account = ref own[act.Account];
                    if (account.LastObject != o) account = (o, account.Count + 1);
                }
            }

            Interlocked.Add(ref kept, end - acts.Starts[first]);
        });
        return kept;
    }

    // Without a branch, here and below, because whether an act stays cannot be foretold.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int KeepBusy(Span<Act> acts, int[] objects, int minWeight)
    {
        var kept = 0;
        foreach (var act in acts)
        {
            acts[kept] = act;
            kept += objects[act.Account] >= minWeight ? 1 : 0;
        }

        return kept;
    }

    /// <summary>In a run of one account's acts, the nearest act of another account stands right before or right after the run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int KeepWithPartner(Span<Act> acts, long windowUs)
    {
        const long never = long.MaxValue / 2;
        var kept = 0;
        var before = -never;
        for (var i = 0; i < acts.Length;)
        {
            var end = i + 1;
            while (end < acts.Length && acts[end].Account == acts[i].Account) end++;
            var after = end < acts.Length ? acts[end].TimeUs : never;
            var last = acts[end - 1].TimeUs;
            for (; i < end; i++)
            {
                var act = acts[i];
                acts[kept] = act;
                kept += act.TimeUs - before <= windowUs | after - act.TimeUs <= windowUs ? 1 : 0;
            }

            before = last;
        }

        return kept;
    }
}
