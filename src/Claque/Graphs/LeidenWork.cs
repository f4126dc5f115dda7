using Claque.Statistics;

namespace Claque.Graphs;

/// <summary>Sums of weight from a node towards groups: one number for each group, and the list of those above 0.</summary>
internal sealed class WeightTowards(int groupCount)
{
    private readonly double[] _weights = new double[groupCount];
    private readonly int[] _touched = new int[groupCount];
    private int _count;

    /// <summary>The groups with weight, by first touch.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    /// <summary>The weight towards a group.</summary>
    public double this[int group] => _weights[group];

    /// <summary>Adds the edges of a node.</summary>
    public void Add(Graph graph, int node, int[] groups)
    {
        var neighbours = graph.NeighboursOf(node);
        var weights = graph.WeightsOf(node);
        for (var i = 0; i < neighbours.Length; i++) Add(groups[neighbours[i]], weights[i]);
    }

    /// <summary>Adds the edges of a node that stay within its group, by part.</summary>
    public void Add(Graph graph, int node, int[] parts, int[] within)
    {
        var neighbours = graph.NeighboursOf(node);
        var weights = graph.WeightsOf(node);
        for (var i = 0; i < neighbours.Length; i++)
            if (within[neighbours[i]] == within[node]) Add(parts[neighbours[i]], weights[i]);
    }

    /// <summary>Forgets all sums. O(groups touched).</summary>
    public void Clear()
    {
        foreach (var group in Touched) _weights[group] = 0;
        _count = 0;
    }

    private void Add(int group, double weight)
    {
        if (_weights[group] == 0) _touched[_count++] = group;
        _weights[group] += weight;
    }
}

/// <summary>Nodes that wait to be looked at, first come first served, each at most once at a time.</summary>
internal sealed class NodeQueue
{
    private readonly int[] _nodes;
    private readonly bool[] _waiting;
    private int _first;
    private int _count;

    /// <summary>Makes a queue of all nodes in random order.</summary>
    public NodeQueue(int nodeCount, Pcg32 random)
    {
        (_nodes, _waiting, _count) = (new int[nodeCount], new bool[nodeCount], nodeCount);
        for (var node = 0; node < nodeCount; node++) _nodes[node] = node;
        Array.Fill(_waiting, true);
        random.Shuffle<int>(_nodes);
    }

    /// <summary>Takes the first node; false when none waits.</summary>
    public bool TryTake(out int node)
    {
        node = -1;
        if (_count == 0) return false;
        node = _nodes[_first];
        _first = _first + 1 == _nodes.Length ? 0 : _first + 1;
        _count--;
        _waiting[node] = false;
        return true;
    }

    /// <summary>Adds a node at the end unless it waits already.</summary>
    public void Add(int node)
    {
        if (_waiting[node]) return;
        _waiting[node] = true;
        var place = _first + _count;
        _nodes[place >= _nodes.Length ? place - _nodes.Length : place] = node;
        _count++;
    }
}
