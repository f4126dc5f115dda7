using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second;

/// <summary>Ordinary life of the second world: people do things of their own accord, and their followers take them up.</summary>
/// <remarks>
/// A branching form of the self-exciting process of Hawkes 1971, doi:10.1093/biomet/58.1.83: each act brings a Poisson number of
/// further ones among the followers, after a delay with a power-law tail, moved to when the follower is online; a third are alerted and act at once unless asleep.
/// </remarks>
internal sealed class Cascades(SecondWorld world, Pcg32 random)
{
    private const double Branching = .62;
    private const double DelayScale = 200;
    private const double DelayTail = .7;
    private const double Alerted = .35;
    private const int MostActs = 900;
    private double _takeUp;

    public void Run()
    {
        Calibrate();
        var moments = new List<(double Time, int Node)>();
        for (var i = 0; i < world.Public.Count; i++)
        {
            for (var count = random.Poisson(world.Public[i].Rate * world.Days / 30); count > 0; count--)
                moments.Add((world.Public[i].Presence.Any(random), i));
        }

        moments.Sort();
        foreach (var (time, node) in moments) Begin(time, node);
        world.CloseRecord();
    }

    /// <summary>So many of the public come across the thing and pass it on to their followers.</summary>
    public void Spread(Item item, double time, int finders)
    {
        Calibrate();
        for (var i = 0; i < finders; i++) TakeUp(item, random.Next(world.Public.Count), time, out _);
    }

    private void Begin(double time, int node)
    {
        var person = world.Public[node];
        var what = random.NextDouble();
        if (what < .13)
        {
            world.Say(person, time, Tongue.Common.Post(random));
            return;
        }

        var item = what < .42 ? world.Lately(time, random) : null;
        var anew = item == null;
        item ??= world.Create(Kind(), time, person, random);
        if (item.Entry >= 0 && anew) Branch(item, node, time);
        else if (world.Act(person, item, time, random)) Branch(item, node, time);
    }

    private void Branch(Item item, int first, double begin)
    {
        var open = new Queue<(int Node, double Time)>();
        open.Enqueue((first, begin));
        for (var acts = 0; acts < MostActs && open.TryDequeue(out var parent);)
        {
            var followers = world.Graph.FollowersOf(parent.Node);
            for (var reached = random.Poisson(followers.Count * _takeUp); reached > 0; reached--)
            {
                var follower = followers[random.Next(followers.Count)];
                if (!Inclined(follower) || !TakeUp(item, follower, parent.Time, out var time)) continue;
                open.Enqueue((follower, time));
                acts++;
            }
        }
    }

    private bool TakeUp(Item item, int node, double since, out double time)
    {
        var delay = DelayScale * (random.Pareto(1, DelayTail) - 1);
        time = since + delay;
        if (delay > 7 * SecondWorld.Day) return false;
        if (!random.Chance(Alerted) || !world.Public[node].Presence.IsUp(time)) time = world.Public[node].Presence.Next(time, random);
        return world.Act(world.Public[node], item, time, random);
    }

    private bool Inclined(int node) => random.Chance(world.Public[node].Rate / (world.Public[node].Rate + 6));

    /// <summary>Sets the chance of a follower to take something up so that an act brings <see cref="Branching"/> others on average.</summary>
    private void Calibrate()
    {
        if (_takeUp > 0) return;
        var (reach, weight) = (0.0, 0.0);
        for (var i = 0; i < world.Public.Count; i++)
        {
            var rate = world.Public[i].Rate;
            reach += rate * world.Graph.FollowersOf(i).Sum(follower => world.Public[follower].Rate / (world.Public[follower].Rate + 6));
            weight += rate;
        }

        _takeUp = Branching * weight / Math.Max(reach, 1e-9);
    }

    private Behaviour Kind() => random.NextDouble() switch
    {
        < .47 => Behaviour.Link,
        < .82 => Behaviour.Reshare,
        < .91 => Behaviour.Reply,
        < .98 => Behaviour.Hashtags,
        _ => Behaviour.Media,
    };
}
