namespace Claque.Text;

/// <summary>Sets that merge; each is named by its smallest member.</summary>
public sealed class UnionFind
{
    private readonly int[] _parents;

    /// <summary>Every member by itself.</summary>
    public UnionFind(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++) _parents[i] = i;
    }

    /// <summary>The smallest member of the set that holds <paramref name="member"/>.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member) member = _parents[member] = _parents[_parents[member]];
        return member;
    }

    /// <summary>Makes two sets one.</summary>
    public void Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        // The smaller member leads, so names do not depend on the order of merging; halving keeps the paths short.
        if (a < b) _parents[b] = a;
        else _parents[a] = b;
    }
}
