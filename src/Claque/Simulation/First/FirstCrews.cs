using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First;

/// <summary>Plants a crew: joint acts at an organic delay after publication, members spread evenly over the jitter.</summary>
internal static class FirstCrews
{
    private const int Attempts = 400;

    public static void Plant(FirstWorld world, Crew crew, Pcg32 random)
    {
        var members = world.Join(Simulated.Planted, crew.Name, crew.Size, random);
        var joint = new int[crew.Size];
        var used = new HashSet<string>();
        for (var act = 0; act < crew.JointActs; act++)
        {
            var kind = crew.Behaviours[act % crew.Behaviours.Length];
            var present = Present(crew, random);
            if (kind == Behaviour.Text) Speak(world, crew, members, present, random);
            else ShareTogether(world, crew, members, present, Target(world, crew, kind, members[present[0]], used, random), random);
            foreach (var member in present) joint[member]++;
        }

        for (var i = 0; i < members.Length; i++)
            world.Live(members[i], (int)Math.Round(joint[i] * crew.Camouflage / (1 - crew.Camouflage)), random);
    }

    private static int[] Present(Crew crew, Pcg32 random)
    {
        var order = Enumerable.Range(0, crew.Size).ToArray();
        random.Shuffle<int>(order);
        var present = order.Where(_ => random.NextDouble() < crew.Participation).ToArray();
        return present.Length >= 2 ? present : order[..2];
    }

    /// <summary>An object that the crew has not used, and when to begin: published by others, or by the crew itself.</summary>
    private static (FirstObject Object, long Begin) Target(FirstWorld world, Crew crew, Behaviour kind, FirstAccount leader, HashSet<string> used, Pcg32 random)
    {
        var own = crew.Launcher || kind == Behaviour.Hashtags || kind == Behaviour.Media;
        for (var i = 0; !own && i < Attempts; i++)
        {
            var drawn = world.Draw(leader.Community, random);
            if (drawn.Kind != kind || used.Contains($"{drawn.Index}")) continue;
            var begin = FirstWorld.OrganicTime(leader, drawn, random);
            if (begin + JitterUs(crew) >= world.End) continue;
            used.Add($"{drawn.Index}");
            return (drawn, begin);
        }

        var at = Moment(world, crew, leader, random);
        string words;
        do words = kind == Behaviour.Hashtags ? world.Content.RallyTags(random) : world.Content.Campaign(random);
        while (!used.Add(words));
        var launched = world.Publish(kind, leader.Community, at, random, -1, words, crew.Launcher ? leader : null);
        world.Audience(launched, 6, random);
        return (launched, at);
    }

    private static void ShareTogether(
        FirstWorld world, Crew crew, FirstAccount[] members, int[] present, (FirstObject Object, long Begin) target, Pcg32 random)
    {
        // Who publishes a post for the others to reshare or answer has done his part.
        var published = crew.Launcher && target.Object.Entry >= 0 ? 1 : 0;
        foreach (var member in present.AsSpan(published))
        {
            var time = target.Begin + (long)(random.NextDouble() * JitterUs(crew));
            world.Share(members[member], target.Object, time, random, Words(world, members[member], target.Object, random));
        }
    }

    /// <summary>Null where members write what anybody would.</summary>
    private static string? Words(FirstWorld world, FirstAccount member, FirstObject shared, Pcg32 random)
    {
        if (shared.Kind != Behaviour.Hashtags && shared.Kind != Behaviour.Media) return null;
        var words = world.Content.Rally(member.Community, random);
        return shared.Kind == Behaviour.Media ? words : $"{words} #{shared.Name.Replace(" ", " #")}";
    }

    private static void Speak(FirstWorld world, Crew crew, FirstAccount[] members, int[] present, Pcg32 random)
    {
        var text = world.Content.Campaign(random);
        var begin = Moment(world, crew, members[present[0]], random);
        foreach (var member in present)
            world.Say(members[member], begin + (long)(random.NextDouble() * JitterUs(crew)), FirstEdits.Edit(text, crew.Edits, random));
    }

    private static long Moment(FirstWorld world, Crew crew, FirstAccount leader, Pcg32 random)
    {
        while (true)
        {
            var moment = leader.SomeMoment(random.Next(world.Days), random);
            if (moment + JitterUs(crew) < world.End) return moment;
        }
    }

    private static long JitterUs(Crew crew) => crew.Jitter.Ticks / TimeSpan.TicksPerMicrosecond;
}
