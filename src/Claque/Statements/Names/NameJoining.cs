using Claque.Text;

namespace Claque.Statements.Names;

/// <summary>A written form in all articles, or in one where it means somebody else in another; -1 for all.</summary>
internal sealed record WrittenName(string Form, int Article, IReadOnlyList<Mention> Mentions);

/// <summary>Joins written names link by link; each link is held against all that its two ends are joined to already.</summary>
/// <remarks>No chain of links joins two bearers of one surname, or what a user keeps apart.</remarks>
internal sealed class NameJoining
{
    private readonly IReadOnlyList<WrittenName> names;
    private readonly UnionFind sets;
    private readonly Dictionary<string, List<int>> index;
    private readonly List<(List<int> Names, List<int> Others)> apart;
    private readonly HashSet<Bearer>[] borne;
    private readonly List<(int Name, EntityLink Link)> joined = [];

    /// <summary>Every name by itself.</summary>
    public NameJoining(IReadOnlyList<WrittenName> names, Bearers bearers, NameCorrections corrections)
    {
        this.names = names;
        sets = new UnionFind(names.Count);
        index = Enumerable.Range(0, names.Count).GroupBy(i => names[i].Form, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        borne = [.. names.Select(name => bearers.Of(name.Form) is { } bearer ? new HashSet<Bearer>(ReferenceEqualityComparer.Instance) { bearer } : [])];
        apart = [.. corrections.Apart.Select(pair => (Named(Entities.Plain(pair.A)), Named(Entities.Plain(pair.B))))];
    }

    /// <summary>Joins what a link names, where nothing stands against it.</summary>
    public void Join(ScopedLink scoped)
    {
        foreach (var a in Named(scoped.Link.A).Where(Holds))
            foreach (var b in Named(scoped.Link.B).Where(Holds))
                if (Union(a, b, scoped.Link.Reason == "user")) joined.Add((a, scoped.Link));

        bool Holds(int name) => scoped.Article < 0 || names[name].Article < 0 || names[name].Article == scoped.Article;
    }

    /// <summary>The names that were joined, in the order of the first of each, with the links that did it.</summary>
    public IEnumerable<(IReadOnlyList<WrittenName> Names, IReadOnlyList<EntityLink> Links)> Groups()
    {
        var links = joined.ToLookup(pair => sets.Find(pair.Name), pair => pair.Link);
        return Enumerable.Range(0, names.Count).GroupBy(sets.Find).Select(group => ((IReadOnlyList<WrittenName>)[.. group.Select(i => names[i])], (IReadOnlyList<EntityLink>)[.. links[group.Key].Distinct()]));
    }

    private bool Union(int name, int other, bool byUser)
    {
        var (a, b) = (sets.Find(name), sets.Find(other));
        if (a == b) return true;
        if (apart.Exists(pair => (Has(pair.Names, a) && Has(pair.Others, b)) || (Has(pair.Names, b) && Has(pair.Others, a)))) return false;
        if (!byUser && borne[a].Any(bearer => borne[b].Any(second => second.Surname == bearer.Surname && !ReferenceEquals(second, bearer)))) return false;
        borne[Math.Min(a, b)].UnionWith(borne[Math.Max(a, b)]);
        sets.Union(a, b);
        return true;
    }

    private bool Has(List<int> set, int root) => set.Exists(name => sets.Find(name) == root);

    private List<int> Named(string form) => index.GetValueOrDefault(form, []);
}
