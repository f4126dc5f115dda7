namespace Claque.Graphs;

/// <summary>An edge between two nodes of an undirected graph.</summary>
/// <param name="A">A node.</param>
/// <param name="B">Another node.</param>
/// <param name="Weight">Above 0.</param>
public readonly record struct Edge(int A, int B, double Weight);

/// <summary>An undirected weighted graph: for each node its neighbours and the weights of the edges to them, in three arrays.</summary>
/// <remarks>Compressed sparse rows. Every edge stands twice, once at each end. Memory 4 n + 24 m bytes for n nodes and m edges.</remarks>
public sealed class Graph
{
    private readonly int[] _starts;
    private readonly int[] _neighbours;
    private readonly double[] _weights;

    private Graph(int[] starts, int[] neighbours, double[] weights) => (_starts, _neighbours, _weights) = (starts, neighbours, weights);

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _starts.Length - 1;

    /// <summary>Number of edges, each counted once.</summary>
    public int EdgeCount => _neighbours.Length / 2;

    /// <summary>Makes a graph.</summary>
    /// <param name="nodeCount">Nodes are numbered from 0 to below this.</param>
    /// <param name="edges">In any order and direction; weights of repeated edges are added, loops are ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">A node outside the graph, or a weight that is not a number above 0.</exception>
    /// <remarks>O(n + m).</remarks>
    public static Graph Of(int nodeCount, ReadOnlySpan<Edge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        var starts = new int[nodeCount + 1];
        foreach (var edge in edges)
        {
            Require(edge, nodeCount);
            if (edge.A == edge.B) continue;
            starts[edge.A + 1]++;
            starts[edge.B + 1]++;
        }

        for (var node = 0; node < nodeCount; node++) starts[node + 1] = checked(starts[node] + starts[node + 1]);
        var (neighbours, weights) = (new int[starts[^1]], new double[starts[^1]]);
        var next = starts[..^1];
        foreach (var edge in edges)
        {
            if (edge.A == edge.B) continue;
            (neighbours[next[edge.A]], weights[next[edge.A]++]) = (edge.B, edge.Weight);
            (neighbours[next[edge.B]], weights[next[edge.B]++]) = (edge.A, edge.Weight);
        }

        return new Graph(starts, neighbours, weights).Merged();
    }

    /// <summary>The neighbours of a node, ascending, each once.</summary>
    public ReadOnlySpan<int> NeighboursOf(int node) => _neighbours.AsSpan(_starts[node].._starts[node + 1]);

    /// <summary>The weights of the edges to <see cref="NeighboursOf"/>, in the same order.</summary>
    public ReadOnlySpan<double> WeightsOf(int node) => _weights.AsSpan(_starts[node].._starts[node + 1]);

    /// <summary>Sum of the weights of the edges of a node.</summary>
    public double StrengthOf(int node)
    {
        var sum = 0.0;
        foreach (var weight in WeightsOf(node)) sum += weight;
        return sum;
    }

    /// <summary>The edges, each once with A below B, sorted.</summary>
    public IEnumerable<Edge> Edges()
    {
        for (var node = 0; node < NodeCount; node++)
            for (var i = _starts[node]; i < _starts[node + 1]; i++)
                if (_neighbours[i] > node) yield return new Edge(node, _neighbours[i], _weights[i]);
    }

    /// <summary>Takes arrays in which every edge stands twice and no neighbour of a node repeats.</summary>
    internal static Graph OfRows(int[] starts, int[] neighbours, double[] weights) => new(starts, neighbours, weights);

    private static void Require(Edge edge, int nodeCount)
    {
        if ((uint)edge.A >= (uint)nodeCount || (uint)edge.B >= (uint)nodeCount)
            throw new ArgumentOutOfRangeException(nameof(edge), edge, $"The graph has the nodes 0 to {nodeCount - 1}.");
        if (!(edge.Weight > 0) || double.IsInfinity(edge.Weight))
            throw new ArgumentOutOfRangeException(nameof(edge), edge, "The weight of an edge is a number above 0.");
    }

    /// <summary>Sorts the neighbours of each node and adds the weights of those that repeat, smallest first: the same sum at both ends.</summary>
    private Graph Merged()
    {
        var write = 0;
        for (int node = 0, start = 0; node < NodeCount; node++)
        {
            var end = _starts[node + 1];
            Array.Sort(_neighbours, _weights, start, end - start);
            _starts[node] = write;
            while (start < end)
            {
                var (neighbour, first) = (_neighbours[start], start);
                while (start < end && _neighbours[start] == neighbour) start++;
                if (start - first > 1) _weights.AsSpan(first..start).Sort();
                var sum = 0.0;
                for (var i = first; i < start; i++) sum += _weights[i];
                (_neighbours[write], _weights[write++]) = (neighbour, sum);
            }
        }

        _starts[^1] = write;
        return write == _neighbours.Length ? this : new Graph(_starts, _neighbours[..write], _weights[..write]);
    }
}
