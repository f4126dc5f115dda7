namespace Claque.Text;

/// <summary>Sets that merge; each is named by its smallest member. Several threads may merge and ask at once.</summary>
/// <remarks>
/// Links only ever go from a member to a smaller one of its set, so there are no cycles and no locks: a root is linked by one atomic
/// exchange, and a shortcut that another thread overwrites still leads to the same root. Anderson, Woll 1991, "Wait-free parallel
/// algorithms for the union-find problem".
/// </remarks>
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
        while (true)
        {
            var parent = Volatile.Read(ref _parents[member]);
            if (parent == member) return member;
            var above = Volatile.Read(ref _parents[parent]);
            if (above == parent) return parent;
            Volatile.Write(ref _parents[member], above);
            member = above;
        }
    }

    /// <summary>Makes two sets one.</summary>
    public void Union(int a, int b)
    {
        while (true)
        {
            (a, b) = (Find(a), Find(b));
            if (a == b) return;
            if (a > b) (a, b) = (b, a);
            // The smaller member leads, so names do not depend on the order of merging.
            if (Interlocked.CompareExchange(ref _parents[b], a, b) == b) return;
        }
    }
}
