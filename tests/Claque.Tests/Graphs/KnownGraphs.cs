using Claque.Graphs;
using Claque.Statistics;

namespace Claque.Tests.Graphs;

internal static class KnownGraphs
{
    /// <summary>Zachary 1977: 34 members of a karate club and the 78 ties between them, numbered from 1.</summary>
    private const string KarateTies = """
        1: 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
        2: 3 4 8 14 18 20 22 31
        3: 4 8 9 10 14 28 29 33
        4: 8 13 14
        5: 7 11
        6: 7 11 17
        7: 17
        9: 31 33 34
        10: 34
        14: 34
        15: 33 34
        16: 33 34
        19: 33 34
        20: 34
        21: 33 34
        23: 33 34
        24: 26 28 30 33 34
        25: 26 28 32
        26: 32
        27: 30 34
        28: 34
        29: 32 34
        30: 33 34
        31: 33 34
        32: 33 34
        33: 34
        """;

    public static Graph Karate() => Graph.Of(34,
    [
        .. from line in KarateTies.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let sides = line.Split(':')
           from other in sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select new Edge(int.Parse(sides[0]) - 1, int.Parse(other) - 1, 1),
    ]);

    /// <summary>Cliques of equal size, each tied to the next by one edge.</summary>
    public static Graph RingOfCliques(int cliques, int size)
    {
        var edges = new List<Edge>();
        for (var clique = 0; clique < cliques; clique++)
        {
            var first = clique * size;
            for (var i = 0; i < size; i++)
                for (var j = i + 1; j < size; j++) edges.Add(new Edge(first + i, first + j, 1));
            edges.Add(new Edge(first, (first + size + 1) % (cliques * size), 1));
        }

        return Graph.Of(cliques * size, [.. edges]);
    }

    /// <summary>A random graph with weights from 1 to 4, thin enough to fall into parts.</summary>
    public static Graph Random(ulong seed, int nodes, int edges)
    {
        var random = new Pcg32(seed);
        return Graph.Of(nodes, [.. Enumerable.Range(0, edges).Select(_ => new Edge(random.Next(nodes), random.Next(nodes), 1 + random.Next(4)))]);
    }
}
