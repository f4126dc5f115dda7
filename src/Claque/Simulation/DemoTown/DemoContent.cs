using System.Text;
using Claque.Simulation.First;
using Claque.Statistics;

namespace Claque.Simulation.DemoTown;

/// <summary>People, outlets and words of Ondrelle.</summary>
internal sealed class DemoContent() : FirstContent(new Grammar(DemoRules.Text), Sites.Length)
{
    /// <summary>The community that writes Zelvani, from right to left.</summary>
    private const int Zelvani = 6;

    /// <summary>The widely read first; the last ones belong to feeds, newsrooms and fans.</summary>
    private static readonly string[] Sites =
    [
        "lagoon-courier", "saltquay-post", "the-tidebook", "heronsteps", "night-ferry", "minder-gazette", "ropewalk-review", "oysterfold-news",
        "ninebridges", "reedwire", "gatekeeper-weekly", "candlewick-letter", "ondrelle-today", "morning-bells", "evening-bells",
        "harbour-notices", "tide-table", "ferry-times", "court-list", "market-prices",
    ];

    private static readonly string[] First =
    [
        "ilvane", "joren", "mirrel", "tavio", "osska", "brenlo", "kessi", "dunmar", "elowyn", "perrik", "sannet", "ulrek", "vesper", "wennic", "yorla", "zennit", "aldric",
        "bethin", "corvyn", "dresha", "emrick", "fennia", "gorlan", "hesper", "irmel", "jassek", "kolven", "lutha", "merrin", "nolva", "ottrin", "palwen", "quenna", "rorrik",
    ];

    private static readonly string[] Last =
    [
        "saltmar", "reedholm", "tidewell", "oarsman", "netting", "quaymore", "marlsand", "brine", "ferrow", "lanthorn", "eelby", "stepwater", "candlery", "hawser", "pilgrew", "mudlark",
        "gullstep", "cockle", "brack", "sluice", "wicker", "boatrow", "plumley", "dunlin", "heronby", "tarrope", "oakum", "shoal", "rushwater", "keelson",
    ];

    private static readonly string[] Things =
    [
        "wetboots", "plumwine", "ninthbridge", "lateferry", "fogbell", "reedbread", "brasslamp", "paperboat", "lefthandoar", "greenhat", "slackwater", "fishstairs", "tallowcat", "oldlock",
    ];

    private readonly HashSet<string> _taken = [];

    public override string Account(uint number, string role, int outlet)
    {
        var random = new Pcg32(number, 4242);
        var handle = outlet < 0 ? Person(random) : $"{Sites[outlet].Replace('-', '_')}_{(role == Decoy.Newsroom.Name ? "desk" : "feed")}";
        if (_taken.Add(handle)) return handle;
        for (var again = 2; ; again++)
            if (_taken.Add($"{handle}{again}")) return $"{handle}{again}";
    }

    public override (string Address, string Headline) Article(int community, int outlet, int number)
    {
        var headline = Capital(Grammar.Stock($"headline{community}", number));
        return ($"https://{Sites[outlet]}.example/{Slug(headline)}{number}", headline);
    }

    public override string Post(int community, Pcg32 random) => Capital(Grammar.Write($"post{community}", random));

    public override string Comment(FirstObject link, Pcg32 random)
    {
        if (random.NextDouble() < .1) return $"{link.Words} {link.Name}";
        return $"{Capital(Grammar.Write(link.Community == Zelvani ? "comment6" : "comment", random))} {link.Name}";
    }

    public override string Reply(FirstObject to, Pcg32 random) => Capital(Grammar.Write(to.Community == Zelvani ? "reply6" : "reply", random));

    public override string Tags(int community, Pcg32 random) => Several($"tag{community}", 1 + random.Next(3), random);

    public override string RallyTags(Pcg32 random) => Several("rallytag", 3, random);

    public override string Rally(int community, Pcg32 random) => Capital(Grammar.Write("rally", random));

    public override string Live(Pcg32 random) => Capital(base.Live(random));

    public override string Campaign(Pcg32 random) => Capital(base.Campaign(random));

    private static string Person(Pcg32 random)
    {
        var (first, last) = (First[random.Next(First.Length)], Last[random.Next(Last.Length)]);
        return random.Next(6) switch
        {
            0 => $"{first}.{last}",
            1 => $"{first}_{last}",
            2 => $"{first}{last}{random.Next(100)}",
            3 => $"{Things[random.Next(Things.Length)]}_{first}",
            4 => $"{first[0]}_{last}{random.Next(1000)}",
            _ => $"{first}_{Things[random.Next(Things.Length)]}",
        };
    }

    /// <summary>The first words of a headline in an address; nothing where they are not in Latin letters.</summary>
    private static string Slug(string headline)
    {
        var slug = new StringBuilder();
        foreach (var letter in headline.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length > 32 && slug[^1] == '-') break;
        }

        if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimStart('-');
    }

    /// <summary>A capital at the beginning of each sentence.</summary>
    private static string Capital(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || (i > 1 && letters[i - 1] == ' ' && letters[i - 2] is '.' or '!' or '?')) letters[i] = char.ToUpperInvariant(letters[i]);
        return new string(letters);
    }
}
