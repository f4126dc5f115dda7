using System.Collections.Frozen;
using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>How much two passages that agree say: reuse of substance has many telling words in common, a formula few.</summary>
/// <remarks>
/// The number of distinct words that both sides have and that are not function words (articles, pronouns, auxiliaries, in nine
/// languages, and the set words of statutes). Two distinct characters of a script without spaces count as one word.
/// </remarks>
public static class Substance
{
    private static readonly Lazy<FrozenSet<uint>> FunctionWords = new(() => CueList.Resource("function-words.txt")
        .Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line[(line.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(WordHashes.OfWord).ToFrozenSet());

    /// <summary>The number of distinct telling words that two texts have in common.</summary>
    public static int Of(string a, string b) => Of(WordHashes.Of(a).Hashes, WordHashes.Of(b).Hashes);

    /// <summary>The number of distinct telling words that two runs of words have in common.</summary>
    public static int Of(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var inA = new HashSet<uint>(a.Length);
        foreach (var word in a)
            if (!IsFunctionWord(word)) inA.Add(word);
        int words = 0, characters = 0;
        foreach (var word in b)
        {
            if (!inA.Remove(word)) continue;
            if (WordHashes.IsUnspaced(word)) characters++;
            else words++;
        }

        return words + (characters + 1) / 2;
    }

    /// <summary>True for a word that says nothing of what a text is about.</summary>
    public static bool IsFunctionWord(uint hash) => FunctionWords.Value.Contains(hash);
}
