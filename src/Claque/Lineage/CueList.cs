using System.Collections.Frozen;
using Claque.Reading;
using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>A phrase that says where a text comes from or how sure it is.</summary>
/// <param name="Kind"><c>credit</c>, <c>wire</c>, <c>self</c>, <c>hedge</c>, <c>byline</c> or <c>note</c>.</param>
/// <param name="Phrase">As written in the list.</param>
/// <param name="Words">Hashes of its words, without the star.</param>
/// <param name="NameAfter">True when a name follows, false when it precedes, null when there is none.</param>
public sealed record Cue(string Kind, string Phrase, IReadOnlyList<uint> Words, bool? NameAfter);

/// <summary>The phrases that lineage and edits look for: the built-in list, and those that a user adds.</summary>
public sealed class CueList
{
    private static readonly Lazy<CueList> Lazy = new(() => new CueList(Read(Resource("provenance.txt"), "provenance.txt")));
    private static readonly HashSet<string> Kinds = ["credit", "wire", "self", "hedge", "byline", "note"];
    private readonly FrozenDictionary<uint, Cue[]> _byFirst;

    private CueList(IEnumerable<Cue> cues)
    {
        Cues = [.. cues];
        // Longer phrases first, so that "told the" is taken before "told".
        _byFirst = Cues.GroupBy(cue => cue.Words[0]).ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(cue => cue.Words.Count).ToArray());
    }

    /// <summary>The built-in list.</summary>
    public static CueList BuiltIn => Lazy.Value;

    /// <summary>All phrases.</summary>
    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>This list and the phrases of further lines of the form <c>kind | phrase</c>.</summary>
    /// <param name="lines">Lines; empty ones and those that begin with # are skipped.</param>
    /// <param name="name">What to call the list in errors.</param>
    /// <exception cref="InputException">A line is not of that form.</exception>
    public CueList With(IEnumerable<string> lines, string name) => new(Cues.Concat(Read(lines, name)));

    /// <summary>The phrases of given kinds in a text, by place.</summary>
    public IEnumerable<(int Word, Cue Cue)> In(WordHashes words, params string[] kinds)
    {
        ArgumentNullException.ThrowIfNull(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (!_byFirst.TryGetValue(words.Hashes[i], out var cues)) continue;
            foreach (var kind in kinds)
                if (cues.FirstOrDefault(cue => cue.Kind == kind && Stands(words.Hashes, i, cue.Words)) is { } found) yield return (i, found);
        }
    }

    internal static IEnumerable<string> Resource(string name)
    {
        using var stream = typeof(CueList).Assembly.GetManifestResourceStream("Claque.Lineage." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }

    private static bool Stands(ReadOnlySpan<uint> text, int at, IReadOnlyList<uint> phrase)
    {
        if (at + phrase.Count > text.Length) return false;
        for (var i = 0; i < phrase.Count; i++)
            if (text[at + i] != phrase[i]) return false;
        return true;
    }

    private static List<Cue> Read(IEnumerable<string> lines, string name)
    {
        var cues = new List<Cue>();
        var number = 0;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var bar = line.IndexOf('|');
            var kind = bar < 0 ? "" : line[..bar].Trim();
            var phrase = line[(bar + 1)..].Trim();
            var words = WordHashes.Of(phrase.Replace("*", " ", StringComparison.Ordinal)).Hashes.ToArray();
            if (!Kinds.Contains(kind) || words.Length == 0)
                throw new InputException($"{name}({number}): the line is \"{line}\", expected KIND | PHRASE with one of the kinds {string.Join(", ", Kinds)}.");
            cues.Add(new Cue(kind, phrase, words, phrase.EndsWith('*') ? true : phrase.StartsWith('*') ? false : null));
        }

        return cues;
    }
}
