namespace Claque.Pairing;

/// <summary>Which acts lie within a window of each other.</summary>
internal static class Windowing
{
    /// <summary>For each act the range of acts on the same object at most a window away, itself included.</summary>
    /// <param name="objects">n objects, equal ones adjacent.</param>
    /// <param name="timesUs">n times, rising within an object.</param>
    /// <param name="windowUs">Widest gap that counts, inclusive.</param>
    /// <remarks>One pass with two pointers: O(n).</remarks>
    public static (int[] From, int[] To) Ranges(ReadOnlySpan<int> objects, ReadOnlySpan<long> timesUs, long windowUs)
    {
        var from = GC.AllocateUninitializedArray<int>(objects.Length);
        var to = GC.AllocateUninitializedArray<int>(objects.Length);
        for (int i = 0, low = 0, high = 0; i < objects.Length; i++)
        {
            while (objects[low] != objects[i] || timesUs[i] - timesUs[low] > windowUs) low++;
            if (high < i) high = i;
            while (high < objects.Length && objects[high] == objects[i] && timesUs[high] - timesUs[i] <= windowUs) high++;
            (from[i], to[i]) = (low, high);
        }

        return (from, to);
    }
}
