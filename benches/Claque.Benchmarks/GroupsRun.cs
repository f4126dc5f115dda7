using System.Globalization;
using Claque.Graphs;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Groups of a large network: most edges inside planted groups of 10 to 200 nodes, a fifth of them anywhere.</summary>
internal static class GroupsRun
{
    public static void Print(int edgeCount, TextWriter output)
    {
        var random = new Pcg32(1);
        var edges = new List<Edge>(edgeCount);
        var node = 0;
        while (edges.Count < edgeCount * 4L / 5)
        {
            var size = 10 + random.Next(191);
            for (var i = 0; i < size * 8 && edges.Count < edgeCount * 4L / 5; i++) Add(node + random.Next(size), node + random.Next(size));
            node += size;
        }

        while (edges.Count < edgeCount) Add(random.Next(node), random.Next(node));
        var begun = PairsRun.Cpu();
        var graph = Graph.Of(node, edges.ToArray());
        var made = PairsRun.Cpu();
        var groups = Leiden.Groups(graph);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{graph.EdgeCount:N0} edges, {node:N0} nodes: graph {made - begun:0.00} CPU s, groups {PairsRun.Cpu() - made:0.00}; {groups.Max() + 1:N0} groups, modularity {Modularity.Of(graph, groups):0.0000}"));

        void Add(int a, int b)
        {
            if (a != b) edges.Add(new Edge(a, b, 1 + random.Next(5)));
        }
    }
}
