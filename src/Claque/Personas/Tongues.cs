using System.Runtime.InteropServices;

namespace Claque.Personas;

/// <summary>Tells the bylines that write in the language that most of the words are in from all others, without any list of languages.</summary>
/// <remarks>
/// Two of another language than the reference would share whatever sets that language apart, and look like one hand. Languages are told
/// apart by runs of three letters, as in Cavnar and Trenkle 1994: the longest byline opens a language, the next joins it or opens another.
/// </remarks>
internal static class Tongues
{
    private const int LeastLetters = 6000;
    private const int MostLetters = 20_000;
    private const double OneLanguage = 0.6;

    /// <summary>For each byline true where it writes in the language of most words, or too little to tell.</summary>
    public static bool[] OfMost(IReadOnlyList<StyleText> texts, IReadOnlyList<int> bylines, int count)
    {
        var runs = Enumerable.Range(0, count).Select(_ => new Dictionary<ulong, int>()).ToArray();
        var letters = new long[count];
        for (var t = 0; t < texts.Count; t++)
        {
            // The language shows early: more letters would only take longer.
            if (letters[bylines[t]] < MostLetters) Count(texts[t].Letters, runs[bylines[t]]);
            letters[bylines[t]] += texts[t].Letters.Length;
        }

        var groups = new List<(Dictionary<ulong, int> Runs, List<int> Members)>();
        foreach (var b in Enumerable.Range(0, count).Where(b => letters[b] >= LeastLetters).OrderByDescending(b => letters[b]).ThenBy(b => b))
        {
            var near = groups.Where(group => Likeness(group.Runs, runs[b]) >= OneLanguage).OrderByDescending(group => Likeness(group.Runs, runs[b])).FirstOrDefault();
            if (near.Members is null)
            {
                groups.Add((runs[b], [b]));
                continue;
            }

            near.Members.Add(b);
            foreach (var (run, times) in runs[b]) CollectionsMarshal.GetValueRefOrAddDefault(near.Runs, run, out _) += times;
        }

        var most = (groups.OrderByDescending(group => group.Members.Sum(b => letters[b])).FirstOrDefault().Members ?? []).ToHashSet();
        return [.. Enumerable.Range(0, count).Select(b => letters[b] < LeastLetters || most.Contains(b))];
    }

    /// <summary>How alike the runs of three letters of a text and of other texts together are, 0 to 1.</summary>
    public static double Likeness(string text, IEnumerable<string> others)
    {
        var (own, rest) = (new Dictionary<ulong, int>(), new Dictionary<ulong, int>());
        Count(text, own);
        foreach (var other in others) Count(other, rest);
        return Likeness(rest, own);
    }

    // Of roots of shares, so that the commonest runs do not decide alone.
    private static double Likeness(Dictionary<ulong, int> a, Dictionary<ulong, int> b)
    {
        double common = 0, ofA = a.Values.Sum(n => (double)n), ofB = b.Values.Sum(n => (double)n);
        foreach (var (run, times) in b) if (a.TryGetValue(run, out var other)) common += Math.Sqrt((double)times * other);
        return common / Math.Sqrt(Math.Max(1, ofA * ofB));
    }

    private static void Count(string letters, Dictionary<ulong, int> into)
    {
        ulong run = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            run = ((run << 16) | Folded(letters[i])) & 0xFFFF_FFFF_FFFF;
            if (i >= 2) CollectionsMarshal.GetValueRefOrAddDefault(into, run, out _)++;
        }
    }

    private static char Folded(char letter) => char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ';
}
