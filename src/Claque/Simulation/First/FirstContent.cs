using Claque.Statistics;

namespace Claque.Simulation.First;

/// <summary>What people say and share in a world: names, links, words. The base class is the laboratory's; the demo has its own.</summary>
internal class FirstContent(Grammar grammar, int outlets)
{
    protected Grammar Grammar => grammar;

    public int Outlets => outlets;

    public static FirstContent Laboratory { get; } = new(new Grammar(FirstRules.Text), 40);

    /// <summary>A name that no other number has; accounts that belong to an outlet may be called after it.</summary>
    public virtual string Account(uint number, string role, int outlet) => $"u{Scatter(number):x8}";

    /// <summary>Address and headline of an article.</summary>
    public virtual (string Address, string Headline) Article(int community, int outlet, int number) =>
        ($"https://outlet{outlet:D2}.example/{Scatter((uint)number):x8}", Grammar.Stock("headline", number));

    /// <summary>A post of one's own.</summary>
    public virtual string Post(int community, Pcg32 random) => Grammar.Write("post", random);

    /// <summary>What stands beside a link; may be empty.</summary>
    public virtual string Comment(FirstObject link, Pcg32 random) =>
        random.NextDouble() < .5 ? "" : Grammar.Write("comment", random);

    /// <summary>An answer to a post.</summary>
    public virtual string Reply(FirstObject to, Pcg32 random) => Grammar.Write("reply", random);

    /// <summary>Hashtags with a space between them, without #.</summary>
    public virtual string Tags(int community, Pcg32 random) => Several("tag", 1 + random.Next(4), random);

    /// <summary>Hashtags of a crew.</summary>
    public virtual string RallyTags(Pcg32 random) => Several("tag", 3 + random.Next(3), random);

    /// <summary>What a member of a crew writes beside its hashtags or picture.</summary>
    public virtual string Rally(int community, Pcg32 random) => Post(community, random);

    /// <summary>A post about what everybody is watching.</summary>
    public virtual string Live(Pcg32 random) => Grammar.Write("live", random);

    /// <summary>What a crew wants said.</summary>
    public virtual string Campaign(Pcg32 random) => Grammar.Write("campaign", random);

    /// <summary>Words that many repeat as they stand.</summary>
    public string Stock(string symbol, int number) => Grammar.Stock(symbol, number);

    /// <summary>Words of a kind, new each time.</summary>
    public string Write(string symbol, Pcg32 random) => Grammar.Write(symbol, random);

    /// <summary>So many different words of a kind, with a space between them.</summary>
    protected string Several(string symbol, int count, Pcg32 random)
    {
        var words = new List<string>();
        while (words.Count < count)
        {
            var word = Grammar.Write(symbol, random);
            if (!words.Contains(word)) words.Add(word);
        }

        return string.Join(' ', words);
    }

    /// <summary>Mixes 32 bits so that neighbours look unrelated; every number has its own result.</summary>
    protected static uint Scatter(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7feb352d;
        x = (x ^ (x >> 15)) * 0x846ca68b;
        return x ^ (x >> 16);
    }
}
