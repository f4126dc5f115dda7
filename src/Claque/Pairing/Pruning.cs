namespace Claque.Pairing;

/// <summary>One act while the acts are being sorted and thinned out.</summary>
/// <param name="Finest">Narrowest window that its clock supports, as an index into the windows.</param>
internal readonly record struct Act(int Object, int Account, int Post, byte Finest, long TimeUs);

/// <summary>Drops acts that cannot be part of any pair of the weight asked for, before anything is counted.</summary>
internal static class Pruning
{
    /// <summary>
    /// Drops acts that have no act of another account within the window, and accounts left with fewer objects than the weight
    /// asked for; again while it helps. No pair of that weight is lost: each of its objects has such an act on both sides.
    /// </summary>
    /// <param name="acts">Acts by object and time; those kept are moved to the front in their order.</param>
    /// <param name="windowUs">Widest gap that counts, inclusive.</param>
    /// <param name="minWeight">Smallest weight of a pair.</param>
    /// <param name="accountCount">Accounts are numbered below this.</param>
    /// <returns>Number of acts kept.</returns>
    public static int Prune(Span<Act> acts, long windowUs, int minWeight, int accountCount)
    {
        var objects = new int[accountCount];
        var lastObject = new int[accountCount];
        var keep = new bool[acts.Length];
        while (true)
        {
            var before = acts.Length;
            MarkWithPartner(acts, windowUs, keep);
            acts = acts[..Keep(acts, keep)];

            Array.Clear(objects);
            Array.Fill(lastObject, -1);
            foreach (var act in acts)
            {
                if (lastObject[act.Account] == act.Object) continue;
                lastObject[act.Account] = act.Object;
                objects[act.Account]++;
            }

            for (var i = 0; i < acts.Length; i++) keep[i] = objects[acts[i].Account] >= minWeight;
            acts = acts[..Keep(acts, keep)];
            if (acts.Length >= before * 0.98) return acts.Length;
        }
    }

    /// <summary>In a run of one account's acts, the nearest act of another account stands right before or right after the run.</summary>
    private static void MarkWithPartner(ReadOnlySpan<Act> acts, long windowUs, Span<bool> keep)
    {
        for (var i = 0; i < acts.Length;)
        {
            var end = i + 1;
            while (end < acts.Length && acts[end].Object == acts[i].Object && acts[end].Account == acts[i].Account) end++;
            var partnerBefore = i > 0 && acts[i - 1].Object == acts[i].Object;
            var partnerAfter = end < acts.Length && acts[end].Object == acts[i].Object;
            for (var j = i; j < end; j++)
            {
                keep[j] = (partnerBefore && acts[j].TimeUs - acts[i - 1].TimeUs <= windowUs)
                    || (partnerAfter && acts[end].TimeUs - acts[j].TimeUs <= windowUs);
            }

            i = end;
        }
    }

    private static int Keep(Span<Act> acts, ReadOnlySpan<bool> keep)
    {
        var kept = 0;
        for (var i = 0; i < acts.Length; i++)
            if (keep[i]) acts[kept++] = acts[i];
        return kept;
    }
}
