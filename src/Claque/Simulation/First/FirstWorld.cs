using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.First;

/// <summary>The first world while it is being made: its things, its people, and what they have done so far.</summary>
internal sealed class FirstWorld
{
    private const int Communities = 8;
    private const double ZipfExponent = .75;
    private const uint JoinedLater = 0x8000_0000;

    private readonly List<FirstObject> _objects = [];
    private readonly List<int>[] _byCommunity = [.. Enumerable.Range(0, Communities).Select(_ => new List<int>())];
    private readonly double[][] _popularity = new double[Communities][];
    private readonly HashSet<long> _done = [];
    private readonly List<FirstAccount> _organic = [];
    private readonly ulong _seed;
    private readonly int _days;
    private uint _joined;

    public FirstWorld(ulong seed, int accounts, int days, FirstContent content)
    {
        (_seed, _days, Content) = (seed, days, content);
        End = FirstClock.Start + days * FirstClock.Day;
        var random = Stream(1);
        for (var i = 0; i < accounts; i++) _organic.Add(Person((uint)i, Simulated.Organic, "", random));
        PublishBase(Stream(2), 2 * accounts * days / 30 + 40);
    }

    public Ledger Ledger { get; } = new();

    public FirstContent Content { get; }

    public int Days => _days;

    /// <summary>No post is later than this.</summary>
    public long End { get; }

    public IReadOnlyList<FirstAccount> Organic => _organic;

    /// <summary>A sequence of random numbers of its own for each purpose, so that parts can be left out without changing others.</summary>
    public Pcg32 Stream(ulong purpose)
    {
        var mixed = (_seed ^ (purpose * 0x9e3779b97f4a7c15)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 31)) * 0x94d049bb133111eb;
        return new Pcg32(mixed ^ (mixed >> 29), purpose);
    }

    /// <summary>New accounts of a decoy, which may belong to an outlet.</summary>
    public FirstAccount[] Join(Decoy decoy, int count, Pcg32 random, int outlet = -1) => Join(decoy.Name, "", count, random, outlet);

    /// <summary>New accounts with a role.</summary>
    public FirstAccount[] Join(string role, string crew, int count, Pcg32 random, int outlet = -1)
    {
        var joined = new FirstAccount[count];
        for (var i = 0; i < count; i++) joined[i] = Person(JoinedLater | _joined++, role, crew, random, outlet);
        return joined;
    }

    /// <summary>Something that is there already, the popular ones more often; mostly of the account's community.</summary>
    public FirstObject Draw(int community, Pcg32 random)
    {
        if (random.NextDouble() > .8) community = random.Next(Communities);
        var cumulative = _popularity[community];
        var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return _objects[_byCommunity[community][Math.Min(at < 0 ? ~at : at, cumulative.Length - 1)]];
    }

    /// <summary>Something new, outside the ranks of popularity; <paramref name="words"/> are the text of a post, or hashtags.</summary>
    public FirstObject Publish(Behaviour kind, int community, long at, Pcg32 random, int outlet = -1, string? words = null, FirstAccount? author = null)
    {
        var index = _objects.Count;
        var published = new FirstObject { Index = index, Community = community, Kind = kind, Published = at, Name = "", Outlet = outlet };
        if (kind == Behaviour.Link)
        {
            outlet = outlet < 0 ? SomeOutlet(random) : outlet;
            var (address, headline) = Content.Article(community, outlet, index);
            published = published with { Name = address, Words = headline, Outlet = outlet };
        }
        else if (kind == Behaviour.Hashtags) published = published with { Name = words ?? Content.Tags(community, random) };
        else if (kind == Behaviour.Media) published = published with { Name = $"{random.NextULong():x16}" };
        else published = Original(published with { Words = words ?? Content.Post(community, random) }, author, random);
        _objects.Add(published);
        return published;
    }

    /// <summary>When an ordinary account shares it: a log-normal delay (median 45 minutes), awake, often at a habitual sitting.</summary>
    public static long OrganicTime(FirstAccount account, FirstObject shared, Pcg32 random)
    {
        var time = shared.Published + (long)(45 * FirstClock.Minute * Math.Exp(1.6 * random.NextNormal()));
        return random.NextDouble() < .35 ? account.NextSitting(time, random) : account.NextAwake(time, random);
    }

    /// <summary>Writes the act down, unless it is outside the time or was done before.</summary>
    public bool Share(FirstAccount account, FirstObject shared, long time, Pcg32 random, string? text = null)
    {
        if (time < FirstClock.Start || time >= End || !_done.Add(((long)account.Number << 32) | (uint)shared.Index)) return false;
        text ??= Words(account, shared, random);
        if (shared.Entry >= 0) Ledger.PostOn(account.Number, shared.Kind, shared.Entry, time, text);
        else Ledger.Post(account.Number, shared.Kind, shared.Name, time, text);
        return true;
    }

    /// <summary>Writes a post of one's own down, unless it is outside the time.</summary>
    public bool Say(FirstAccount account, long time, string text)
    {
        if (time < FirstClock.Start || time >= End) return false;
        Ledger.Post(account.Number, Behaviour.Text, "", time, text);
        return true;
    }

    /// <summary>So many ordinary posts, exactly: mostly shared things, one in eight words of one's own.</summary>
    public void Live(FirstAccount account, int count, Pcg32 random)
    {
        for (var made = 0; made < count;)
        {
            if (random.NextDouble() < .125)
            {
                if (Say(account, account.SomeMoment(random.Next(_days), random), Content.Post(account.Community, random))) made++;
                continue;
            }

            var shared = Draw(account.Community, random);
            if (Share(account, shared, OrganicTime(account, shared, random), random)) made++;
        }
    }

    /// <summary>Ordinary accounts that take up something new, about <paramref name="mean"/> of them.</summary>
    public void Audience(FirstObject shared, double mean, Pcg32 random)
    {
        var count = (int)(mean * (.4 + 1.2 * random.NextDouble()) + random.NextDouble());
        for (var i = 0; i < count; i++)
        {
            var account = _organic[random.Next(_organic.Count)];
            Share(account, shared, OrganicTime(account, shared, random), random);
        }
    }

    /// <summary>A time of day at which things appear, on the given day.</summary>
    public static long Daytime(int day, Pcg32 random)
    {
        var hour = Math.Clamp(13 + 4.2 * random.NextNormal(), 0, 23.9);
        return FirstClock.Start + day * FirstClock.Day + FirstClock.Hours(hour);
    }

    private string Words(FirstAccount account, FirstObject shared, Pcg32 random)
    {
        if (shared.Kind == Behaviour.Link) return Content.Comment(shared, random);
        if (shared.Kind == Behaviour.Reshare) return shared.Words;
        if (shared.Kind == Behaviour.Reply) return Content.Reply(shared, random);
        var own = Content.Post(shared.Kind == Behaviour.Hashtags ? shared.Community : account.Community, random);
        return shared.Kind == Behaviour.Hashtags ? $"{own} #{shared.Name.Replace(" ", " #")}" : own;
    }

    private FirstAccount Person(uint number, string role, string crew, Pcg32 random, int outlet = -1)
    {
        var community = (int)(Communities * Math.Pow(random.NextDouble(), 1.3));
        return new FirstAccount(Ledger.Account(Content.Account(number, role, outlet), role, crew), community, _days, random);
    }

    private void PublishBase(Pcg32 random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var community = i % Communities;
            var kind = random.NextDouble() switch { < .5 => Behaviour.Link, < .85 => Behaviour.Reshare, < .93 => Behaviour.Reply, _ => Behaviour.Hashtags };
            _byCommunity[community].Add(Publish(kind, community, Daytime(random.Next(_days), random), random).Index);
        }

        for (var community = 0; community < Communities; community++)
        {
            var sum = 0.0;
            _popularity[community] = [.. _byCommunity[community].Select((_, rank) => sum += Math.Pow(rank + 2, -ZipfExponent))];
        }
    }

    /// <summary>Three posts in five that are shared or answered are in the corpus, the others were published elsewhere.</summary>
    private FirstObject Original(FirstObject published, FirstAccount? author, Pcg32 random)
    {
        if (author == null && random.NextDouble() > .6) return published with { Name = $"x{published.Index:D7}" };
        author ??= _organic[random.Next(_organic.Count)];
        return published with { Entry = Ledger.Post(author.Number, Behaviour.Text, "", published.Published, published.Words) };
    }

    private int SomeOutlet(Pcg32 random) => (int)(Content.Outlets * Math.Pow(random.NextDouble(), 2));
}
