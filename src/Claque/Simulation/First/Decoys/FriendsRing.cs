using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First.Decoys;

/// <summary>Three rings of eight friends: what one writes, most of the others reshare when they see it, within hours.</summary>
internal static class FriendsRing
{
    public static void Join(FirstWorld world, Pcg32 random)
    {
        for (var ring = 0; ring < 3; ring++)
        {
            var friends = world.Join(Decoy.FriendsRing, 8, random);
            foreach (var writer in friends)
            {
                for (var post = 0; post < 8; post++) Write(world, friends, writer, random);
                world.Live(writer, 20, random);
            }
        }
    }

    private static void Write(FirstWorld world, FirstAccount[] friends, FirstAccount writer, Pcg32 random)
    {
        var at = writer.SomeMoment(random.Next(world.Days - 1), random);
        var written = world.Publish(Behaviour.Reshare, writer.Community, at, random, author: writer);
        foreach (var friend in friends)
        {
            if (friend == writer || random.NextDouble() > .6) continue;
            var seen = at + (long)(1.5 * FirstClock.Hour * random.NextExponential());
            world.Share(friend, written, friend.NextAwake(seen, random), random);
        }
    }
}
