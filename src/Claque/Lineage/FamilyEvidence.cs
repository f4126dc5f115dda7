using System.Collections.Immutable;

namespace Claque.Lineage;

/// <summary>The members of a family, compared pair by pair.</summary>
internal sealed class FamilyEvidence
{
    private readonly Dictionary<(int, int), VersionPair> _pairs = [];

    private FamilyEvidence(ImmutableArray<int> members, ArticleTraits[] traits) => (Members, Traits) = (members, traits);

    /// <summary>Numbers of the articles; everything else here counts members from 0.</summary>
    public ImmutableArray<int> Members { get; }

    public ArticleTraits[] Traits { get; }

    public int Count => Members.Length;

    /// <summary>The two members compared; null where they have no passage in common.</summary>
    public VersionPair? Pair(int a, int b) => _pairs.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)));

    /// <summary>Features of one member having been taken from another.</summary>
    public double[]? Features(int from, int to) => Pair(from, to) is { } pair ? (from < to ? pair.Forward : pair.Backward) : null;

    public static FamilyEvidence Of(ImmutableArray<int> members, Passages found, ArticleWords?[] kept, LineageOptions options)
    {
        var places = members.Select((member, place) => (member, place)).ToDictionary(both => both.member, both => both.place);
        var traits = members.Select(member => ArticleTraits.Of(kept[member] ?? ArticleWords.Of(found.Articles[member]), options.Cues)).ToArray();
        var family = new FamilyEvidence(members, traits);
        if (members.Length > options.MostMembers) return family;
        var articlesWith = new Dictionary<uint, int>();
        foreach (var article in traits)
            foreach (var word in new HashSet<uint>(article.Cut.Words.Hashes.ToArray())) articlesWith[word] = articlesWith.GetValueOrDefault(word) + 1;
        foreach (var pair in found.PairsAmong(members))
            family._pairs.Add((places[pair.A], places[pair.B]), new VersionPair(pair, traits[places[pair.A]], traits[places[pair.B]], word => articlesWith.GetValueOrDefault(word)));
        return family;
    }
}
