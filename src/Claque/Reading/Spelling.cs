namespace Claque.Reading;

/// <summary>Finds the name that a mistyped name was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest candidate by edits, case ignored; null when none is within a third of its length.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var wanted = name.ToLowerInvariant();
        var best = candidates
            .Select(candidate => (candidate, Edits: Distance(wanted, candidate.ToLowerInvariant())))
            .OrderBy(x => x.Edits)
            .FirstOrDefault();
        if (best.candidate is null) return null;
        var inside = wanted.Length >= 3 && best.candidate.Contains(wanted, StringComparison.OrdinalIgnoreCase);
        return inside || best.Edits * 3 <= Math.Max(3, Math.Max(wanted.Length, best.candidate.Length)) ? best.candidate : null;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one name into the other.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1];
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
