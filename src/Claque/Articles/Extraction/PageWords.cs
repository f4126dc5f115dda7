using System.Collections.Frozen;
using System.Collections.Immutable;
using Claque.Articles.Phrases;
using Claque.Reading;

namespace Claque.Articles.Extraction;

/// <summary>The words in names of elements that tell parts of a page apart.</summary>
internal sealed class PageWords
{
    private readonly ImmutableArray<(BlockClass Class, string Word)> _anywhere;
    private readonly FrozenDictionary<string, BlockClass> _parts;
    private readonly ImmutableArray<string> _main;

    public PageWords(PhraseLists lists)
    {
        var anywhere = ImmutableArray.CreateBuilder<(BlockClass, string)>();
        var parts = new Dictionary<string, BlockClass>(StringComparer.Ordinal);
        foreach (var line in lists["page-parts"])
        {
            var cut = line.IndexOf('=', StringComparison.Ordinal);
            var kind = BlockClasses.Of(cut < 0 ? line : line[..cut].Trim()) ??
                throw new InputException($"page-parts.txt: \"{line}\" does not begin with a class. Write a line as: related = readmore, =teaser");
            foreach (var word in line[(cut + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (word[0] == '=') parts.TryAdd(word[1..].ToLowerInvariant(), kind);
                else anywhere.Add((kind, word.ToLowerInvariant()));
            }
        }

        (_anywhere, _parts, _main) = (anywhere.ToImmutable(), parts.ToFrozenDictionary(StringComparer.Ordinal), lists["page-main"]);
    }

    /// <summary>The word in an element's class or id that says it is no part of the article; null when there is none.</summary>
    public (BlockClass Class, string Word)? Negative(PageNode node)
    {
        if (node.Hints.Length == 0) return null;
        foreach (var (kind, word) in _anywhere)
            if (node.Hints.Contains(word, StringComparison.Ordinal)) return (kind, word);
        foreach (var part in node.Parts)
            if (_parts.TryGetValue(part, out var kind)) return (kind, part);
        return null;
    }

    /// <summary>The word that says an element holds the article; null when there is none.</summary>
    public string? Main(PageNode node)
    {
        if (node.Hints.Length == 0) return null;
        foreach (var word in _main)
            if (node.Hints.Contains(word, StringComparison.Ordinal)) return word;
        return null;
    }
}
