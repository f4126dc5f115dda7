using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Claque.Personas;

/// <summary>The features that a reference population gives, and where each lies in it: middle and spread, every author counting alike.</summary>
/// <remarks>
/// Balanced standardising matters more than the distance: with plain means the writer of most texts becomes the zero vector.
/// Cosine delta: Evert et al. 2017, doi:10.1093/llc/fqx023; balance and fused score are Claque's.
/// </remarks>
public sealed class StyleSpace
{
    private const int MostForVocabulary = 1000;
    private static readonly string[] EnglishMarks = ["the", "of", "and", "to", "in", "is", "that", "for"];
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<ulong, int> _runs;
    private readonly int[] _functionWords;
    private readonly StyleOptions _options;
    private BalancedStandards _standards = BalancedStandards.Of([], [], 0);

    private StyleSpace(string[] words, int[] functionWords, ulong[] runs, StyleOptions options)
    {
        Words = words;
        _functionWords = functionWords;
        _options = options;
        _words = words.Select((word, index) => (word, index)).ToFrozenDictionary(w => w.word, w => w.index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _runs = runs.Select((run, index) => (run, index)).ToDictionary(r => r.run, r => r.index);
        Runs = [.. runs.Select(Unpacked)];
    }

    /// <summary>Words and signs that are counted, most frequent first, then function words that are rarer.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Runs of four letters that are counted, most frequent first.</summary>
    public IReadOnlyList<string> Runs { get; }

    /// <summary>Number of counts in a profile.</summary>
    public int Dimensions => Words.Count + Runs.Count + 2;

    /// <summary>The features that stand for function words.</summary>
    public ReadOnlySpan<int> FunctionWordIndices => _functionWords;

    /// <summary>Middle frequency of a feature in the reference, 0 to 1.</summary>
    public double Middle(int feature) => _standards.Middle[feature];

    /// <summary>Builds the space of a reference population and the profile of each of its texts.</summary>
    /// <param name="texts">The cleaned texts.</param>
    /// <param name="authors">For each text the author, 0-based and dense.</param>
    /// <param name="options">Sizes of the families.</param>
    /// <param name="profiles">Receives the profile of each text.</param>
    /// <param name="stop">Ends the work between two texts.</param>
    /// <remarks>O(total letters) twice.</remarks>
    public static StyleSpace Of(IReadOnlyList<StyleText> texts, IReadOnlyList<int> authors, StyleOptions options, out StyleProfile[] profiles, CancellationToken stop = default)
    {
        var space = Vocabulary(texts, options, stop);
        profiles = new StyleProfile[texts.Count];
        for (var i = 0; i < profiles.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            profiles[i] = space.Profile(texts[i]);
        }

        space.Standardise(profiles, authors);
        return space;
    }

    /// <summary>Counts the features of a text. O(letters).</summary>
    public StyleProfile Profile(StyleText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = new float[Dimensions];
        for (var i = 0; i < text.Count; i++)
            if (_words.TryGetValue(text[i], out var word)) counts[word]++;
        var letters = MemoryMarshal.AsBytes(text.Letters.AsSpan());
        var runs = Math.Max(0, text.Letters.Length - 3);
        for (var i = 0; i < runs; i++)
            if (_runs.TryGetValue(MemoryMarshal.Read<ulong>(letters[(2 * i)..]), out var run)) counts[Words.Count + run]++;
        counts[^2] = text.Count;
        counts[^1] = runs;
        return new StyleProfile(counts, text.Words);
    }

    /// <summary>Sets middle and spread anew from other texts of the reference, every author counting alike.</summary>
    /// <param name="profiles">Profiles of this space.</param>
    /// <param name="authors">For each the author.</param>
    public void Standardise(IReadOnlyList<StyleProfile> profiles, IReadOnlyList<int> authors)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(authors);
        var used = Enumerable.Range(0, profiles.Count).Where(i => profiles[i].Words > 0).ToArray();
        var frequency = new double[Dimensions - 2];
        _standards = BalancedStandards.Of(used.Select(i => { Frequencies(profiles[i], frequency); return frequency; }), [.. used.Select(i => authors[i])], frequency.Length);
    }

    /// <summary>The standardised frequencies of a profile, one unit vector for each family.</summary>
    public StyleVector Vector(StyleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var n = Dimensions - 2;
        var frequency = new double[n];
        Frequencies(profile, frequency);
        var z = _standards.Scores(frequency, _options.Clamp);
        var function = new float[_functionWords.Length];
        for (var i = 0; i < function.Length; i++) function[i] = z[_functionWords[i]];
        var frequent = Math.Min(_options.FrequentWords, Words.Count);
        return new StyleVector(Unit(function), Unit(z[..frequent]), Unit(z[Words.Count..]), profile.Words);
    }

    private void Frequencies(StyleProfile profile, double[] into)
    {
        var counts = profile.Counts;
        double words = Math.Max(1, counts[^2]), runs = Math.Max(1, counts[^1]);
        for (var f = 0; f < into.Length; f++) into[f] = counts[f] / (f < Words.Count ? words : runs);
    }

    private static float[] Unit(float[] vector)
    {
        var length = Math.Sqrt(StyleVector.Dot(vector, vector));
        if (length > 0) for (var i = 0; i < vector.Length; i++) vector[i] = (float)(vector[i] / length);
        return vector;
    }

    private static StyleSpace Vocabulary(IReadOnlyList<StyleText> texts, StyleOptions options, CancellationToken stop)
    {
        var words = new Dictionary<string, (long Count, int Texts, int Last)>(StringComparer.Ordinal);
        var byWord = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var runs = new Dictionary<ulong, long>();
        // What is frequent shows in a thousand texts as well as in all, at a fraction of the time.
        var step = Math.Max(1, (texts.Count + MostForVocabulary - 1) / MostForVocabulary);
        for (var t = 0; t < texts.Count; t += step)
        {
            stop.ThrowIfCancellationRequested();
            var text = texts[t];
            for (var i = 0; i < text.Count; i++)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, text[i], out _);
                entry = (entry.Count + 1, entry.Last == t + 1 ? entry.Texts : entry.Texts + 1, t + 1);
            }

            var letters = MemoryMarshal.AsBytes(text.Letters.AsSpan());
            for (var i = 0; i + 3 < text.Letters.Length; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(runs, MemoryMarshal.Read<ulong>(letters[(2 * i)..]), out _)++;
        }

        var ranked = words.OrderByDescending(w => w.Value.Count).ThenBy(w => w.Key, StringComparer.Ordinal).ToList();
        var frequent = ranked.Take(options.FrequentWords).Select(w => w.Key).ToList();
        var isEnglish = IsEnglish(frequent);
        var function = isEnglish
            ? ranked.Where(w => FunctionWords.English.Contains(w.Key)).Select(w => w.Key).ToList()
            : Even(ranked, options);
        string[] all = [.. frequent, .. function.Except(frequent)];
        var place = all.Select((word, index) => (word, index)).ToDictionary(w => w.word, w => w.index, StringComparer.Ordinal);
        var topRuns = runs.OrderByDescending(r => r.Value).ThenBy(r => r.Key).Take(options.LetterRuns).Select(r => r.Key).ToArray();
        return new StyleSpace(all, [.. function.Select(word => place[word])], topRuns, options);
    }

    private static bool IsEnglish(List<string> frequent)
    {
        var top = frequent.Take(60).ToHashSet(StringComparer.Ordinal);
        return EnglishMarks.Count(top.Contains) >= 6;
    }

    // Without a list: frequent words that stand in most texts; a topic's words crowd in few.
    private static List<string> Even(List<KeyValuePair<string, (long Count, int Texts, int Last)>> ranked, StyleOptions options) =>
        [.. ranked.Take(options.FrequentWords).OrderByDescending(w => w.Value.Texts).ThenByDescending(w => w.Value.Count)
            .ThenBy(w => w.Key, StringComparer.Ordinal).Take(options.FrequentAsFunction).Select(w => w.Key)];

    private static string Unpacked(ulong run) => new(MemoryMarshal.Cast<ulong, char>(new[] { run }));
}
