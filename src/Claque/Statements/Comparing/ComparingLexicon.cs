using System.Collections.Frozen;
using Claque.Statements.Grammar;

namespace Claque.Statements.Comparing;

/// <summary>Aspects and loaded words; a user's own lists add to those that come with the program.</summary>
public sealed class ComparingLexicon
{
    private static readonly FrozenSet<(string, string)> Pairs = WordTable.Lines("opposites.txt").Select(line => line.Split(' '))
        .SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToFrozenSet();

    private readonly Dictionary<string, List<int>> aspects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Class, int Polarity)> loaded = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>The lists that come with the program, and further lines of the same shapes.</summary>
    /// <param name="moreAspects">Lines <c>aspect: word word …</c>.</param>
    /// <param name="moreLoaded">Lines <c>class -: word word …</c> with <c>-</c>, <c>+</c> or <c>0</c>.</param>
    public ComparingLexicon(IEnumerable<string>? moreAspects = null, IEnumerable<string>? moreLoaded = null)
    {
        foreach (var line in WordTable.Lines("aspects.txt").Concat(moreAspects ?? [])) AddAspect(line);
        foreach (var line in WordTable.Lines("loaded.txt").Concat(moreLoaded ?? [])) AddLoaded(line);
    }

    /// <summary>The lists that come with the program.</summary>
    public static ComparingLexicon Standard { get; } = new();

    /// <summary>Names of the aspects, in order.</summary>
    public IReadOnlyList<string> Aspects => names;

    // The word table has no base form of every plural.
    internal IReadOnlyList<int> AspectsOf(string lemma) =>
        aspects.TryGetValue(lemma, out var found) || (lemma.Length > 4 && lemma[^1] == 's' && lemma[^2] != 's' && aspects.TryGetValue(lemma[..^1], out found)) ? found : [];

    internal bool IsLoaded(string word, out (string Class, int Polarity) found) => loaded.TryGetValue(word, out found);

    internal static bool AreOpposites(string a, string b) => Pairs.Contains((a, b));

    private void AddAspect(string line)
    {
        if (Halves(line) is not var (name, words)) return;
        var index = names.IndexOf(name);
        if (index < 0)
        {
            names.Add(name);
            index = names.Count - 1;
        }

        foreach (var word in words)
        {
            if (!aspects.TryGetValue(word, out var list)) aspects[word] = list = [];
            if (!list.Contains(index)) list.Add(index);
        }
    }

    private void AddLoaded(string line)
    {
        if (Halves(line) is not var (name, words)) return;
        var sign = name[^1];
        foreach (var word in words) loaded[word] = (name[..^1].Trim(), sign == '-' ? -1 : sign == '+' ? 1 : 0);
    }

    private static (string Name, string[] Words)? Halves(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || line[0] == '#' ? null : (line[..colon].Trim(), line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
