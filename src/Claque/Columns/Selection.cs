namespace Claque.Columns;

/// <summary>Finds the n-th smallest number without sorting the rest.</summary>
internal static class Selection
{
    private const int Few = 24, MostRounds = 64;

    /// <summary>The number that would stand at <paramref name="n"/> if they were sorted. Moves them: those before <paramref name="n"/> are not larger.</summary>
    /// <remarks>Hoare 1961, doi:10.1145/366622.366647, with the middle of three as pivot; linear on all but contrived input, which is sorted after a while.</remarks>
    public static long Nth(Span<long> numbers, int n)
    {
        var (from, to) = (0, numbers.Length);
        for (var round = 0; to - from > Few; round++)
        {
            if (round == MostRounds)
            {
                numbers[from..to].Sort();
                return numbers[n];
            }

            var (low, high) = Part(numbers, from, to);
            if (n <= high) to = high + 1;
            else if (n >= low) from = low;
            else return numbers[n];
        }

        SortFew(numbers[from..to]);
        return numbers[n];
    }

    /// <summary>Parts the numbers about a pivot: up to High none is larger, from Low on none is smaller, between them all are equal to it.</summary>
    private static (int Low, int High) Part(Span<long> numbers, int from, int to)
    {
        var (first, middle, last) = (numbers[from], numbers[from + (to - from) / 2], numbers[to - 1]);
        var pivot = Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
        var (low, high) = (from, to - 1);
        while (low <= high)
        {
            while (numbers[low] < pivot) low++;
            while (numbers[high] > pivot) high--;
            if (low > high) break;
            (numbers[low], numbers[high]) = (numbers[high], numbers[low]);
            low++;
            high--;
        }

        return (low, high);
    }

    private static void SortFew(Span<long> numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            var (number, at) = (numbers[i], i);
            for (; at > 0 && numbers[at - 1] > number; at--) numbers[at] = numbers[at - 1];
            numbers[at] = number;
        }
    }
}
