using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

public sealed class CrewTests
{
    public static TheoryData<Generator, string> Both
    {
        get
        {
            var data = new TheoryData<Generator, string>();
            foreach (var generator in Enum.GetValues<Generator>())
                foreach (var behaviour in Crew.PossibleBehaviours) data.Add(generator, behaviour.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_crew_does_its_joint_acts_within_the_jitter(Generator generator, string behaviour)
    {
        var crew = new Crew("eight", 8, 10, TimeSpan.FromSeconds(40)) { Behaviours = [new Behaviour(behaviour)], Camouflage = .4 };
        var simulated = Worlds.WithCrews(generator, crew);
        var joint = Joint(simulated, 8);
        joint.Count.ShouldBe(10);
        joint.ShouldAllBe(act => act.All(post => post.Kind.Name == behaviour));
        joint.ShouldAllBe(act => act.Max(post => post.TimeUs) - act.Min(post => post.TimeUs) <= 40_000_000);
        // Spread over the jitter, not all at once.
        joint.Average(act => act.Max(post => post.Seconds()) - act.Min(post => post.Seconds())).ShouldBeInRange(20, 40);
    }

    [Theory]
    [InlineData(Generator.First, 0)]
    [InlineData(Generator.First, .5)]
    [InlineData(Generator.First, .9)]
    [InlineData(Generator.Second, 0)]
    [InlineData(Generator.Second, .5)]
    [InlineData(Generator.Second, .9)]
    public void Camouflage_is_the_share_of_ordinary_posts_of_each_member(Generator generator, double camouflage)
    {
        var simulated = Worlds.WithCrews(generator, new Crew("eight", 8, 12, TimeSpan.FromMinutes(2)) { Camouflage = camouflage });
        var joint = Joint(simulated, 8).SelectMany(act => act).Select(post => post.PostId).ToHashSet();
        foreach (var member in simulated.ByAccount(Simulated.Planted))
            member.Count(post => !joint.Contains(post.PostId)).ShouldBe((int)Math.Round(member.Count() * camouflage));
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Members_of_a_rotating_crew_take_part_as_often_as_asked(Generator generator)
    {
        var crew = new Crew("rotating", 10, 60, TimeSpan.FromMinutes(2)) { Participation = .6, Camouflage = 0 };
        var posts = Worlds.WithCrews(generator, crew).ByAccount(Simulated.Planted);
        posts.Count.ShouldBe(10);
        (posts.Sum(member => member.Count()) / 600.0).ShouldBeInRange(.53, .70);
        posts.ShouldAllBe(member => member.Count() < 60);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Nobody_shares_before_a_crew_of_launchers(Generator generator)
    {
        var crew = new Crew("launchers", 6, 10, TimeSpan.FromMinutes(1)) { Launcher = true, Camouflage = 0 };
        var simulated = Worlds.WithCrews(generator, crew);
        var members = simulated.Truth.Where(account => account.Crew == "launchers").Select(account => account.AccountId).ToHashSet();
        var launched = simulated.Posts.Where(post => members.Contains(post.AccountId)).Select(post => post.ObjectId).Distinct().ToList();
        launched.Count.ShouldBe(10);
        foreach (var link in launched) members.ShouldContain(simulated.Posts.First(post => post.ObjectId == link).AccountId);
        // Others follow, so the crew is not alone with its links.
        simulated.Posts.Count(post => launched.Contains(post.ObjectId) && !members.Contains(post.AccountId)).ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_crew_shares_what_others_shared_before_unless_it_launches(Generator generator)
    {
        var simulated = Worlds.WithCrews(generator, new Crew("followers", 6, 20, TimeSpan.FromMinutes(1)) { Camouflage = 0 });
        var isMember = simulated.Of(Simulated.Planted);
        var shared = simulated.Posts.Where(isMember).Select(post => post.ObjectId).Distinct().ToList();
        shared.Count(link => !isMember(simulated.Posts.First(post => post.ObjectId == link))).ShouldBeGreaterThan(14);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void A_crew_with_two_behaviours_takes_them_in_turn(Generator generator)
    {
        var crew = new Crew("both", 5, 12, TimeSpan.FromMinutes(1)) { Behaviours = [Behaviour.Link, Behaviour.Text], Camouflage = 0 };
        var posts = Worlds.WithCrews(generator, crew).ByAccount(Simulated.Planted);
        posts.ShouldAllBe(member => member.Count(post => post.Kind == Behaviour.Link) == 6 && member.Count(post => post.Kind == Behaviour.Text) == 6);
    }

    [Theory]
    [InlineData(Generator.First)]
    [InlineData(Generator.Second)]
    public void Texts_stay_alike_when_edited_lightly_and_less_alike_when_paraphrased(Generator generator)
    {
        var alike = Enum.GetValues<TextEdits>().Select(edits => Alike(generator, edits)).ToArray();
        alike[0].ShouldBe(1);
        alike[1].ShouldBeInRange(.75, .99);
        alike[2].ShouldBeInRange(.4, alike[1] - .05);
    }

    /// <summary>Mean share of words that two members' versions of one text have in common.</summary>
    private static double Alike(Generator generator, TextEdits edits)
    {
        var crew = new Crew("writers", 4, 10, TimeSpan.FromMinutes(1)) { Behaviours = [Behaviour.Text], Edits = edits, Camouflage = 0 };
        var byMember = Worlds.WithCrews(generator, crew).ByAccount(Simulated.Planted).Select(member => member.Select(post => post.Text).ToArray()).ToArray();
        return Enumerable.Range(0, 10).Average(text => Jaccard(byMember[0][text], byMember[1][text]));
    }

    private static double Jaccard(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        return x.Intersect(y).Count() / (double)x.Union(y).Count();

        static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ',', '.', '!', ';', '…'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The posts of the planted members by object or text, where all members have it.</summary>
    private static List<IGrouping<string, SimulatedPost>> Joint(Simulated simulated, int members) =>
    [
        .. simulated.Posts.Where(simulated.Of(Simulated.Planted))
            .GroupBy(post => $"{post.Kind}|{post.ObjectId}|{(post.Kind == Behaviour.Text ? post.Text : "")}")
            .Where(act => act.Select(post => post.AccountId).Distinct().Count() == members),
    ];
}
