using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Forty-two people who post two or three lines running out of six songs.</summary>
internal static class Lyrics
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        foreach (var person in world.Recruit(Decoy.Lyrics, 42, random))
        {
            for (var posts = 3 + random.Next(5); posts > 0; posts--)
            {
                var (song, line) = (random.Next(6), random.Next(8));
                var lines = Enumerable.Range(line, 2 + random.Next(2)).Select(at => Tongue.Common.Fixed(7, song * 100 + at, 6));
                world.Say(person, person.Presence.Any(random), string.Join('\n', lines));
            }

            world.Ordinary(person, 8 + random.Next(10), random);
        }
    }
}
