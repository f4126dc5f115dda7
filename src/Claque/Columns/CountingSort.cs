namespace Claque.Columns;

/// <summary>Sorting by a dense key: linear, stable.</summary>
public static class CountingSort
{
    /// <summary>The places of the items in order of their key, items of one key in their given order.</summary>
    /// <param name="keys">n keys, each from 0 to below <paramref name="keyCount"/>.</param>
    /// <param name="keyCount">Number of keys.</param>
    /// <returns>Order: length n. Starts: length <paramref name="keyCount"/> + 1; items of key k stand from Starts[k] to below Starts[k + 1].</returns>
    /// <remarks>O(n + keys), memory 4 bytes an item and key.</remarks>
    public static (int[] Order, int[] Starts) By(ReadOnlySpan<int> keys, int keyCount)
    {
        var starts = new int[keyCount + 1];
        foreach (var key in keys) starts[key + 1]++;
        for (var k = 0; k < keyCount; k++) starts[k + 1] += starts[k];

        var order = GC.AllocateUninitializedArray<int>(keys.Length);
        var next = starts.AsSpan(0, keyCount).ToArray();
        for (var i = 0; i < keys.Length; i++) order[next[keys[i]]++] = i;
        return (order, starts);
    }

    /// <summary>The places of some numbers from the largest to the smallest, equal ones in their given order.</summary>
    /// <param name="numbers">n numbers of 0 or more.</param>
    /// <remarks>O(n + largest).</remarks>
    public static int[] ByFalling(int[] numbers)
    {
        var most = numbers.Length == 0 ? 0 : numbers.Max();
        return By(Array.ConvertAll(numbers, number => most - number), most + 1).Order;
    }
}
