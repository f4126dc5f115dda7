using Claque.Statistics;

namespace Claque.Simulation.Second;

/// <summary>Who follows whom: newcomers follow those who are followed already, mostly in their own circle, and friends of friends.</summary>
/// <remarks>Barabási and Albert 1999, doi:10.1126/science.286.5439.509, with circles that grow by the same rule.</remarks>
internal sealed class FollowerGraph
{
    private readonly List<int>[] _followers;
    private readonly List<int>[] _follows;

    public FollowerGraph(int nodes, Pcg32 random)
    {
        _followers = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        _follows = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        var circles = new List<List<int>>();
        var all = new List<int>();
        var circleOf = new int[nodes];
        for (var node = 0; node < nodes; node++)
        {
            var circle = node < 5 || random.Chance(.006) ? circles.Count : circleOf[random.Next(node)];
            if (circle == circles.Count) circles.Add([]);
            circleOf[node] = circle;
            for (var wanted = 3 + (int)(9 * random.NextExponential()); wanted > 0; wanted--) Follow(node, Choose(node, circles[circle], all, random));
            circles[circle].Add(node);
            all.Add(node);
            foreach (var followed in _follows[node])
            {
                circles[circleOf[followed]].Add(followed);
                all.Add(followed);
            }
        }
    }

    public IReadOnlyList<int> FollowersOf(int node) => _followers[node];

    /// <summary>Lists hold a node once for itself and once for each follower, so a random entry is drawn by fame.</summary>
    private int Choose(int node, List<int> circle, List<int> all, Pcg32 random)
    {
        var way = random.NextDouble();
        if (way < .16 && _follows[node].Count > 0)
        {
            var friends = _follows[_follows[node][random.Next(_follows[node].Count)]];
            if (friends.Count > 0) return friends[random.Next(friends.Count)];
        }

        if (way < .8 && circle.Count > 0) return circle[random.Next(circle.Count)];
        return all.Count > 0 ? all[random.Next(all.Count)] : node;
    }

    private void Follow(int node, int followed)
    {
        if (followed == node || _follows[node].Contains(followed)) return;
        _follows[node].Add(followed);
        _followers[followed].Add(node);
    }
}
