using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Four rings of six friends: a post goes from one who saw it to the next who goes online, within hours.</summary>
internal static class FriendsRing
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        for (var ring = 0; ring < 4; ring++)
        {
            var friends = world.Recruit(Decoy.FriendsRing, 6, random);
            foreach (var friend in friends)
            {
                for (var posts = random.Poisson(9); posts > 0; posts--) Pass(world, friends, friend, random);
                world.Ordinary(friend, 15 + random.Next(12), random);
            }
        }
    }

    private static void Pass(SecondWorld world, Node[] friends, Node author, Pcg32 random)
    {
        var item = world.Create(Behaviour.Reshare, author.Presence.Any(random), author, random);
        foreach (var friend in friends.Where(friend => friend != author && random.Chance(.55)))
            world.Act(friend, item, friend.Presence.Next(item.Born + random.Weibull(40 * 60, .9), random), random);
    }
}
