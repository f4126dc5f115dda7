namespace Claque.TextEvidence;

/// <summary>Finds texts that consist of phrases which many accounts publish, whatever stands in the slots between.</summary>
/// <remarks>
/// A phrase is four words in a row. One that enough accounts published, in whichever text, is a formula; words that no formula
/// covers are a text's own. So a form letter with another name and town in it, or a greeting for another day, is what it is: a
/// template, however its near-duplicates fall apart.
/// </remarks>
internal sealed class Formulas
{
    private const int Length = 4;

    private readonly TextPool _pool;
    private readonly HashSet<ulong> _formulas = [];

    private Formulas(TextPool pool) => _pool = pool;

    /// <summary>The formulas among the phrases of some texts.</summary>
    /// <param name="pool">The texts.</param>
    /// <param name="asked">Per text: whether its phrases are asked about.</param>
    /// <param name="accounts">Accounts that make a phrase a formula.</param>
    public static Formulas Of(TextPool pool, bool[] asked, int accounts)
    {
        var formulas = new Formulas(pool);
        var phrases = new Dictionary<ulong, int>();
        for (var text = 0; text < asked.Length; text++)
            if (asked[text]) foreach (var phrase in Phrases(pool.Sequences[text])) phrases.TryAdd(phrase, phrases.Count);
        if (phrases.Count == 0) return formulas;

        var users = formulas.Users(phrases);
        foreach (var (phrase, number) in phrases)
            if (users[number] >= accounts) formulas._formulas.Add(phrase);
        return formulas;
    }

    /// <summary>Words of a text that no formula covers.</summary>
    public int OwnWords(int text)
    {
        var sequence = _pool.Sequences[text];
        var (own, coveredTo) = (0, 0);
        for (var at = 0; at < sequence.Length; at++)
        {
            if (at + Length <= sequence.Length && _formulas.Contains(Phrase(sequence.AsSpan(at, Length)))) coveredTo = at + Length;
            if (at >= coveredTo) own++;
        }

        // In scripts without spaces there are about twice as many tokens as words.
        return (int)((long)own * _pool.Words[text] / Math.Max(1, sequence.Length));
    }

    /// <summary>Per phrase: the number of different accounts that published it.</summary>
    private int[] Users(Dictionary<ulong, int> phrases)
    {
        var ofText = new List<int>?[_pool.Texts];
        for (var text = 0; text < ofText.Length; text++)
        {
            foreach (var phrase in Phrases(_pool.Sequences[text]))
            {
                if (!phrases.TryGetValue(phrase, out var number)) continue;
                (ofText[text] ??= []).Add(number);
            }
        }

        var seen = new List<long>();
        foreach (var use in _pool.Uses)
            foreach (var number in ofText[use.Text] ?? []) seen.Add(((long)number << 32) | (uint)use.Account);
        seen.Sort();
        var users = new int[phrases.Count];
        for (var i = 0; i < seen.Count; i++)
            if (i == 0 || seen[i] != seen[i - 1]) users[seen[i] >> 32]++;
        return users;
    }

    private static IEnumerable<ulong> Phrases(int[] sequence)
    {
        for (var at = 0; at + Length <= sequence.Length; at++) yield return Phrase(sequence.AsSpan(at, Length));
    }

    private static ulong Phrase(ReadOnlySpan<int> words)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var word in words)
        {
            hash = (hash ^ (uint)word) * 0xD6E8FEB86659FD93;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
