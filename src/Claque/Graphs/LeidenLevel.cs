using Claque.Statistics;

namespace Claque.Graphs;

/// <summary>One level of <see cref="Leiden"/>: a graph whose nodes stand for one or many nodes of the graph below.</summary>
/// <remarks>
/// A gain is weight towards a group minus what chance would put there: strength of the node × strength of the group × resolution ÷
/// twice the whole weight. Strengths count the weight inside a node of a higher level too; the graph itself holds no loops.
/// </remarks>
internal sealed class LeidenLevel
{
    /// <summary>θ of the refinement: how far it strays from the best merge.</summary>
    private const double Randomness = 0.01;

    private readonly double[] _strengths;
    private readonly double _chance;
    private readonly double _meanWeight;

    private LeidenLevel(Graph graph, double[] strengths, double chance, double meanWeight) =>
        (Graph, _strengths, _chance, _meanWeight) = (graph, strengths, chance, meanWeight);

    /// <summary>The graph of this level.</summary>
    public Graph Graph { get; }

    /// <summary>Number of nodes of this level.</summary>
    public int NodeCount => _strengths.Length;

    /// <summary>The lowest level: the graph itself, which must have an edge.</summary>
    public static LeidenLevel Of(Graph graph, double resolution)
    {
        var strengths = new double[graph.NodeCount];
        var twice = 0.0;
        for (var node = 0; node < strengths.Length; node++)
        {
            strengths[node] = graph.StrengthOf(node);
            twice += strengths[node];
        }

        return new LeidenLevel(graph, strengths, resolution / twice, twice / 2 / graph.EdgeCount);
    }

    /// <summary>Moves nodes to the neighbouring group of highest gain, or to one of their own, until none would gain.</summary>
    /// <param name="groups">Length n, from 0 to below n: the groups to start from; changed in place.</param>
    public void Move(int[] groups, Pcg32 random)
    {
        var strengthOf = new double[NodeCount];
        var sizes = new int[NodeCount];
        for (var node = 0; node < NodeCount; node++)
        {
            strengthOf[groups[node]] += _strengths[node];
            sizes[groups[node]]++;
        }

        var empty = new Stack<int>(Enumerable.Range(0, NodeCount).Where(group => sizes[group] == 0));
        var towards = new WeightTowards(NodeCount);
        var queue = new NodeQueue(NodeCount, random);
        while (queue.TryTake(out var node))
        {
            var from = groups[node];
            towards.Add(Graph, node, groups);
            strengthOf[from] -= _strengths[node];
            var to = BestGroup(node, from, towards, strengthOf, sizes[from] > 1 ? empty.Peek() : from);
            towards.Clear();
            strengthOf[to] += _strengths[node];
            if (to == from) continue;

            groups[node] = to;
            if (sizes[to]++ == 0) empty.Pop();
            if (--sizes[from] == 0)
            {
                strengthOf[from] = 0;
                empty.Push(from);
            }

            foreach (var neighbour in Graph.NeighboursOf(node))
                if (groups[neighbour] != to) queue.Add(neighbour);
        }
    }

    /// <summary>Splits each group into parts that are well connected to the rest of it, merging single nodes at random by their gain.</summary>
    /// <param name="groups">Length n, from 0 to below <paramref name="count"/>.</param>
    /// <returns>Length n: part of each node, from 0 to below n; parts never cross groups, and each is connected.</returns>
    public int[] Refine(int[] groups, int count, Pcg32 random)
    {
        var (members, starts) = Members(groups, count);
        var parts = new int[NodeCount];
        var strengthOf = (double[])_strengths.Clone();
        var cuts = new double[NodeCount];
        var single = new bool[NodeCount];
        for (var node = 0; node < NodeCount; node++)
        {
            (parts[node], single[node]) = (node, true);
            cuts[node] = WeightInside(node, groups);
        }

        var towards = new WeightTowards(NodeCount);
        var choices = new List<(int Part, double Gain)>();
        for (var group = 0; group < count; group++)
        {
            var nodes = members.AsSpan(starts[group]..starts[group + 1]);
            if (nodes.Length == 1) continue;
            random.Shuffle(nodes);
            var whole = 0.0;
            foreach (var node in nodes) whole += _strengths[node];
            foreach (var node in nodes)
            {
                if (!single[parts[node]] || !IsWellConnected(cuts[node], strengthOf[node], whole)) continue;
                towards.Add(Graph, node, parts, groups);
                var part = Choose(node, whole, towards, strengthOf, cuts, choices, random);
                if (part != node)
                {
                    cuts[part] += cuts[node] - 2 * towards[part];
                    strengthOf[part] += _strengths[node];
                    (parts[node], single[part]) = (part, false);
                }

                towards.Clear();
            }
        }

        return parts;
    }

    /// <summary>The level above: one node for each part.</summary>
    public LeidenLevel Aggregate(int[] parts, int count)
    {
        var (members, memberStarts) = Members(parts, count);
        var strengths = new double[count];
        var starts = new int[count + 1];
        var neighbours = new List<int>();
        var weights = new List<double>();
        var towards = new WeightTowards(count);
        for (var part = 0; part < count; part++)
        {
            foreach (var node in members.AsSpan(memberStarts[part]..memberStarts[part + 1]))
            {
                strengths[part] += _strengths[node];
                towards.Add(Graph, node, parts);
            }

            foreach (var other in towards.Touched)
            {
                if (other == part) continue;
                neighbours.Add(other);
                weights.Add(towards[other]);
            }

            towards.Clear();
            starts[part + 1] = neighbours.Count;
        }

        var graph = Graph.OfRows(starts, [.. neighbours], [.. weights]);
        return new LeidenLevel(graph, strengths, _chance, _meanWeight);
    }

    private int BestGroup(int node, int from, WeightTowards towards, double[] strengthOf, int alone)
    {
        var strength = _strengths[node];
        // Gains that differ by rounding only are equal: otherwise a node could go back and forth for ever.
        var least = 1e-12 * strength;
        var (best, bestGain) = (from, Gain(from));
        foreach (var group in towards.Touched)
        {
            var gain = Gain(group);
            if (gain > bestGain + least) (best, bestGain) = (group, gain);
        }

        return 0 > bestGain + least ? alone : best;

        double Gain(int group) => towards[group] - _chance * strength * strengthOf[group];
    }

    private int Choose(
        int node, double whole, WeightTowards towards, double[] strengthOf, double[] cuts, List<(int Part, double Gain)> choices, Pcg32 random)
    {
        choices.Clear();
        choices.Add((node, 0));
        var most = 0.0;
        foreach (var part in towards.Touched)
        {
            var gain = towards[part] - _chance * _strengths[node] * strengthOf[part];
            if (gain < 0 || !IsWellConnected(cuts[part], strengthOf[part], whole)) continue;
            choices.Add((part, gain));
            most = Math.Max(most, gain);
        }

        if (choices.Count == 1) return node;
        var sum = 0.0;
        foreach (var choice in choices) sum += Likelihood(choice.Gain);
        var draw = random.NextDouble() * sum;
        foreach (var choice in choices)
        {
            draw -= Likelihood(choice.Gain);
            if (draw < 0) return choice.Part;
        }

        return choices[^1].Part;

        double Likelihood(double gain) => Math.Exp((gain - most) / (Randomness * _meanWeight));
    }

    private bool IsWellConnected(double cut, double strength, double whole)
    {
        var expected = _chance * strength * (whole - strength);
        return cut >= expected - 1e-12 * strength;
    }

    private double WeightInside(int node, int[] groups)
    {
        var sum = 0.0;
        var neighbours = Graph.NeighboursOf(node);
        var weights = Graph.WeightsOf(node);
        for (var i = 0; i < neighbours.Length; i++)
            if (groups[neighbours[i]] == groups[node]) sum += weights[i];
        return sum;
    }

    private static (int[] Members, int[] Starts) Members(int[] groups, int count)
    {
        var starts = new int[count + 1];
        foreach (var group in groups) starts[group + 1]++;
        for (var group = 0; group < count; group++) starts[group + 1] += starts[group];
        var next = starts[..^1];
        var members = new int[groups.Length];
        for (var node = 0; node < groups.Length; node++) members[next[groups[node]]++] = node;
        return (members, starts);
    }
}
