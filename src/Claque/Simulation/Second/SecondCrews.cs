using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second;

/// <summary>Plants a crew that meets in a chat room: someone who is online calls, acts first, and the others follow within the jitter.</summary>
internal static class SecondCrews
{
    public static void Plant(SecondWorld world, Crew crew, Pcg32 random)
    {
        var members = world.Recruit(Simulated.Planted, crew.Name, crew.Size, random);
        var done = new int[members.Length];
        var cascades = new Cascades(world, random);
        for (var call = 0; call < crew.JointActs; call++)
        {
            var answer = Answer(crew, random);
            var time = Call(world, members[answer[0]], crew, random);
            var kind = crew.Behaviours[call % crew.Behaviours.Length];
            if (kind == Behaviour.Text) Chant(world, crew, members, answer, time, random);
            else Together(world, crew, members, answer, Find(world, cascades, crew, call, members, answer, time, random), time, random);
            foreach (var member in answer) done[member]++;
        }

        for (var i = 0; i < members.Length; i++)
            world.Ordinary(members[i], (int)Math.Round(done[i] * crew.Camouflage / (1 - crew.Camouflage)), random);
    }

    /// <summary>Who answers the call; the caller comes first.</summary>
    private static List<int> Answer(Crew crew, Pcg32 random)
    {
        var caller = random.Next(crew.Size);
        var answer = new List<int> { caller };
        for (var member = 0; member < crew.Size; member++)
            if (member != caller && random.Chance(crew.Participation)) answer.Add(member);
        if (answer.Count == 1) answer.Add((caller + 1 + random.Next(crew.Size - 1)) % crew.Size);
        return answer;
    }

    private static double Call(SecondWorld world, Node caller, Crew crew, Pcg32 random)
    {
        double time;
        do time = caller.Presence.Any(random);
        while (time + crew.Jitter.TotalSeconds >= world.Length - 1);
        return time;
    }

    /// <summary>What there is talk of and no member has touched, or something of their own.</summary>
    private static Item Find(
        SecondWorld world, Cascades cascades, Crew crew, int call, Node[] members, List<int> answer, double time, Pcg32 random)
    {
        var kind = crew.Behaviours[call % crew.Behaviours.Length];
        if (!crew.Launcher && kind != Behaviour.Hashtags && kind != Behaviour.Media)
        {
            for (var tries = 0; tries < 300; tries++)
            {
                var item = world.Lately(time, random);
                if (item != null && item.Kind == kind && !members.Any(member => world.HasActed(member, item))) return item;
            }
        }

        var author = crew.Launcher ? members[answer[0]] : world.Anyone(random);
        var born = crew.Launcher ? time : Math.Max(0, time - 600 * random.NextExponential());
        var created = world.Create(kind, born, author, random, words: Words(kind, call, random));
        cascades.Spread(created, time, 3);
        return created;
    }

    /// <summary>Hashtags that no other call of the crew has: their last is numbered.</summary>
    private static string? Words(Behaviour kind, int call, Pcg32 random)
    {
        if (kind == Behaviour.Link) return null;
        return kind == Behaviour.Hashtags ? $"{Tongue.Common.Several(4, random)}{call + 1}" : Slogan(random);
    }

    private static void Together(SecondWorld world, Crew crew, Node[] members, List<int> answer, Item item, double time, Pcg32 random)
    {
        for (var i = 0; i < answer.Count; i++)
            world.Act(members[answer[i]], item, time + (i == 0 ? 0 : random.NextDouble() * crew.Jitter.TotalSeconds), random);
    }

    private static void Chant(SecondWorld world, Crew crew, Node[] members, List<int> answer, double time, Pcg32 random)
    {
        var text = Slogan(random);
        for (var i = 0; i < answer.Count; i++)
        {
            var at = time + (i == 0 ? 0 : random.NextDouble() * crew.Jitter.TotalSeconds);
            world.Say(members[answer[i]], at, Tongue.Common.Edit(text, crew.Edits, random));
        }
    }

    private static string Slogan(Pcg32 random) => Tongue.Common.Sentence(14 + random.Next(14), random);
}
