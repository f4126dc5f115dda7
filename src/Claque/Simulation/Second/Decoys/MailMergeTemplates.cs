using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Fifty people who write through the form of five campaigns: they tick which of four paragraphs they want, and sign.</summary>
internal static class MailMergeTemplates
{
    public static void Play(SecondWorld world, Pcg32 random)
    {
        var people = world.Recruit(Decoy.MailMergeTemplates, 50, random);
        var names = people.Select(_ => Tongue.Common.Sentence(2, random)).ToArray();
        for (var campaign = 0; campaign < 5; campaign++)
        {
            var begin = random.Between(0, world.Length - 6 * SecondWorld.Day);
            for (var i = 0; i < people.Length; i++)
            {
                if (!random.Chance(.5)) continue;
                var ticked = Enumerable.Range(0, 4).Where(paragraph => paragraph == 0 || random.Chance(.7));
                var body = string.Join(". ", ticked.Select(paragraph => Tongue.Common.Fixed(10, campaign * 4 + paragraph, 11)));
                world.Say(people[i], people[i].Presence.Next(begin + random.Weibull(SecondWorld.Day, 1.2), random), $"{body}. {names[i]}");
            }
        }

        foreach (var person in people) world.Ordinary(person, 8 + random.Next(10), random);
    }
}
