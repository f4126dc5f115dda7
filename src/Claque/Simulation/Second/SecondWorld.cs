using Claque.Statistics;
using Claque.Tracing;

namespace Claque.Simulation.Second;

/// <summary>The second world while it is being made. Times are seconds from its beginning, a Monday at midnight UTC.</summary>
internal sealed class SecondWorld
{
    public const double Hour = 3600;
    public const double Day = 24 * Hour;

    /// <summary>2023-10-02T00:00:00Z in microseconds.</summary>
    private const long Epoch = 1_696_204_800_000_000;

    private readonly HashSet<(int, int)> _acted = [];
    private readonly HashSet<(int, long)> _slots = [];
    private readonly List<(double Time, int Item)> _log = [];
    private readonly ulong _seed;
    private uint _recruits;
    private bool _closed;

    public SecondWorld(ulong seed, int accounts, int days)
    {
        (_seed, Days, Length) = (seed, days, days * Day);
        var random = Fork(11);
        Graph = new FollowerGraph(accounts, Fork(12));
        for (var i = 0; i < accounts; i++)
        {
            var queue = random.Chance(.06) ? Hour * (1 + random.Next(3)) : 0;
            Public.Add(new Node(Enter((uint)i, Simulated.Organic, ""), new Presence(days, random), Math.Min(180, random.Pareto(3.6, 1.5)), queue, queue * random.NextDouble()));
        }
    }

    public int Days { get; }

    /// <summary>Seconds; no post is later.</summary>
    public double Length { get; }

    public Ledger Ledger { get; } = new();

    public FollowerGraph Graph { get; }

    /// <summary>The ordinary people, in the order of the graph.</summary>
    public List<Node> Public { get; } = [];

    public List<Item> Items { get; } = [];

    /// <summary>Random numbers for one purpose, unrelated to those for others.</summary>
    public Pcg32 Fork(int purpose)
    {
        var x = _seed + (ulong)purpose * 0xd1342543de82ef95;
        x ^= x >> 32;
        x *= 0xdaba0b6eb09322e3;
        return new Pcg32(x ^ (x >> 32), (ulong)purpose ^ 0x5eed);
    }

    public Node[] Recruit(Decoy decoy, int count, Pcg32 random) => Recruit(decoy.Name, "", count, random);

    /// <summary>New people outside the graph.</summary>
    public Node[] Recruit(string role, string crew, int count, Pcg32 random)
    {
        var nodes = new Node[count];
        for (var i = 0; i < count; i++) nodes[i] = new Node(Enter(0x4000_0000 + _recruits++, role, crew), new Presence(Days, random), 0);
        return nodes;
    }

    /// <summary>Brings something new into the world; what is reshared or answered is a post by <paramref name="author"/>. The words are headline, text or hashtags.</summary>
    public Item Create(Behaviour kind, double time, Node author, Pcg32 random, string? site = null, string? words = null)
    {
        var (number, entry, name) = (Items.Count, -1, "");
        if (kind == Behaviour.Link)
        {
            words ??= Tongue.Common.Sentence(5 + random.Next(6), random);
            name = $"https://www.{site ?? Tongue.Common.Word(random)}.example/{words.Split(' ')[0].ToLowerInvariant().Trim(',')}-{number}";
        }
        else if (kind == Behaviour.Hashtags)
        {
            name = words ?? Tongue.Common.Several(1 + Math.Min(4, random.Poisson(1.3)), random);
        }
        else if (kind == Behaviour.Media)
        {
            name = $"{random.NextUInt():x8}{number:x8}";
        }
        else
        {
            words ??= Tongue.Common.Post(random);
            entry = Ledger.Post(author.Number, Behaviour.Text, "", Micros(Math.Clamp(time, 0, Length - 1)), words);
            _acted.Add((author.Number, number));
        }

        Items.Add(new Item(number, kind, time, name, entry, words ?? ""));
        return Items[^1];
    }

    /// <summary>Someone of the public, anyone.</summary>
    public Node Anyone(Pcg32 random) => Public[random.Next(Public.Count)];

    /// <summary>True when the node has shared the thing, or published it.</summary>
    public bool HasActed(Node node, Item item) => _acted.Contains((node.Number, item.Number));

    /// <summary>Records that the node passes the thing on; false when it has before, or the time is over.</summary>
    public bool Act(Node node, Item item, double time, Pcg32 random, string? text = null)
    {
        if (!(time >= 0 && time < Length) || _acted.Contains((node.Number, item.Number))) return false;
        time = Queued(node, time, random);
        if (time >= Length) return false;
        _acted.Add((node.Number, item.Number));
        text ??= Words(item, random);
        if (item.Entry >= 0) Ledger.PostOn(node.Number, item.Kind, item.Entry, Micros(time), text);
        else Ledger.Post(node.Number, item.Kind, item.Name, Micros(time), text);
        if (!_closed) _log.Add((time, item.Number));
        return true;
    }

    /// <summary>Writes words of one's own down, unless it is outside the time.</summary>
    public bool Say(Node node, double time, string text)
    {
        if (!(time >= 0 && time < Length)) return false;
        Ledger.Post(node.Number, Behaviour.Text, "", Micros(time), text);
        return true;
    }

    /// <summary>Something of which there was talk lately: drawn by how often it was shared, with a memory that fades like a power.</summary>
    /// <returns>Null when nothing has happened yet.</returns>
    public Item? Lately(double time, Pcg32 random)
    {
        // While it is being made, the record is only nearly in the order of time; what lies ahead is passed over.
        var last = _closed ? Position(time) : _log.Count;
        for (var tries = 0; tries < 25; tries++)
        {
            var back = (int)(60 * (random.Pareto(1, .75) - 1));
            if (back >= last) continue;
            var (then, item) = _log[last - 1 - back];
            var age = time - Items[item].Born;
            if (then < time && age > 0 && random.Chance(Math.Pow(1 + age / Day, -1.2))) return Items[item];
        }

        return null;
    }

    /// <summary>Ends ordinary life: what decoys and crews do is not talked of further.</summary>
    public void CloseRecord()
    {
        _log.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Item.CompareTo(b.Item));
        _closed = true;
    }

    /// <summary>So many ordinary posts, exactly: joining in what there is talk of, or words of one's own.</summary>
    public void Ordinary(Node node, int count, Pcg32 random)
    {
        for (var done = 0; done < count;)
        {
            var time = node.Presence.Any(random);
            var item = random.Chance(.1) ? null : Lately(time, random);
            if (item == null ? Say(node, time, Tongue.Common.Post(random)) : Act(node, item, time, random)) done++;
        }
    }

    private int Position(double time)
    {
        var (low, high) = (0, _log.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_log[middle].Time < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A queue holds the post back until its next free slot, and needs a few seconds to send it.</summary>
    private double Queued(Node node, double time, Pcg32 random)
    {
        if (node.QueuePeriod == 0) return time;
        var slot = (long)Math.Ceiling((time - node.QueuePhase) / node.QueuePeriod);
        while (!_slots.Add((node.Number, slot))) slot++;
        return node.QueuePhase + slot * node.QueuePeriod + random.Between(0, 4);
    }

    private static string Words(Item item, Pcg32 random)
    {
        if (item.Kind == Behaviour.Reshare) return item.Words;
        if (item.Kind == Behaviour.Link) return random.Chance(.4) ? Tongue.Common.Remark(random) : "";
        var own = Tongue.Common.Remark(random);
        return item.Kind == Behaviour.Hashtags ? $"{own} #{item.Name.Replace(" ", " #")}" : own;
    }

    private int Enter(uint number, string role, string crew) => Ledger.Account($"{number * 2_654_435_761u + 97:D10}", role, crew);

    private static long Micros(double seconds) => Epoch + (long)(seconds * 1e6);
}
