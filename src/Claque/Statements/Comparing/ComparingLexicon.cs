using System.Collections.Frozen;
using Claque.Statements.Grammar;

namespace Claque.Statements.Comparing;

/// <summary>Aspects and loaded words; a user's own lists add to those that come with the program.</summary>
public sealed class ComparingLexicon
{
    private static readonly FrozenSet<(string, string)> Pairs = WordTable.Lines("opposites.txt").Select(line => line.Split(' '))
        .SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToFrozenSet();

    private static readonly FrozenDictionary<(string Aspect, string Word), int> Poles = WordTable.Lines("poles.txt").Where(line => line.Length > 0 && line[0] != '#').SelectMany(PolesOf)
        .DistinctBy(pole => pole.Key).ToFrozenDictionary(pole => pole.Key, pole => pole.Pole);

    private readonly Dictionary<string, List<(int Aspect, double Weight, Role Role)>> aspects = new(StringComparer.Ordinal);
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

    internal int AspectNamed(string name) => names.IndexOf(name);

    /// <summary>The aspects of a word, each with its weight: 1, or a half for a word that only hints at it.</summary>
    internal IEnumerable<(int Aspect, double Weight)> AspectsOf(Unit unit) =>
        Words(unit.Lemma).Concat(unit.Lower == unit.Lemma ? [] : Words(unit.Lower))
            .Where(word => word.Role == default || unit.Role == word.Role).GroupBy(word => word.Aspect).Select(group => (group.Key, group.Max(word => word.Weight)));

    /// <summary>The aspects of a verb with the particle behind it: <c>walk_out</c>.</summary>
    internal IEnumerable<(int Aspect, double Weight)> AspectsOf(Unit verb, Unit particle) =>
        particle.Role is Role.Preposition or Role.Adverb && aspects.TryGetValue(verb.Lemma + "_" + particle.Lower, out var found) ? found.Select(word => (word.Aspect, word.Weight)) : [];

    /// <summary>True for a word that alone makes a sentence one of the aspect.</summary>
    internal bool IsOf(string word, int aspect) => Words(word).Exists(of => of.Aspect == aspect && of.Weight == 1);

    /// <summary>True for a word of the aspect, one that only hints at it too.</summary>
    internal bool HintsAt(string word, int aspect) => Words(word).Exists(of => of.Aspect == aspect);

    // The word table has no base form of every plural.
    private List<(int Aspect, double Weight, Role Role)> Words(string lemma) =>
        aspects.TryGetValue(lemma, out var found) || (lemma.Length > 4 && lemma[^1] == 's' && lemma[^2] != 's' && aspects.TryGetValue(lemma[..^1], out found)) ? found : [];

    internal bool IsLoaded(string word, out (string Class, int Polarity) found) => loaded.TryGetValue(word, out found);

    internal static bool AreOpposites(string a, string b) => Pairs.Contains((a, b));

    /// <summary>The pole of an aspect at which a word stands, 1 or -1, a particle behind it included; 0 for neither.</summary>
    internal int PoleOf(int aspect, Unit unit, Unit next) =>
        (next.Word is not null && next.Role is Role.Preposition or Role.Adverb ? Pole(aspect, unit.Lemma + "_" + next.Lower) : 0) is var together and not 0 ? together
        : Pole(aspect, unit.Lower) is var written and not 0 ? written
        : Pole(aspect, unit.Lemma) is var found and not 0 ? found
        : unit.Role is Role.Verb or Role.Noun ? Pole(aspect, unit.Lemma + (unit.Role == Role.Verb ? "/v" : "/n")) : 0;

    private int Pole(int aspect, string word) => Poles.GetValueOrDefault((names[aspect], word));

    private static IEnumerable<((string Aspect, string Word) Key, int Pole)> PolesOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => ((line[..(colon - 2)], word), line[colon - 1] == '+' ? 1 : -1));
    }

    private void AddAspect(string line)
    {
        if (Halves(line) is not var (name, words)) return;
        var index = names.IndexOf(name);
        if (index < 0)
        {
            names.Add(name);
            index = names.Count - 1;
        }

        foreach (var entry in words)
        {
            var weight = entry[0] == '~' ? 0.5 : 1;
            var role = entry.EndsWith("/v", StringComparison.Ordinal) ? Role.Verb : entry.EndsWith("/n", StringComparison.Ordinal) ? Role.Noun : default;
            var word = entry.TrimStart('~');
            if (role != default) word = word[..^2];
            if (!aspects.TryGetValue(word, out var list)) aspects[word] = list = [];
            list.Add((index, weight, role));
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
