using Claque.Simulation.First;
using Claque.Statistics;

namespace Claque.Simulation.Chains;

/// <summary>Writes invented news stories: a headline, a byline, and paragraphs with people, figures, quotations and hedges.</summary>
internal static class ChainGrammar
{
    private static readonly Grammar Rules = new("""
        first: Amara | Bertil | Cosima | Dario | Elvine | Fenno | Gisla | Hamid | Ilka | Joram | Kerstan | Lovisa | Mirko | Nadja | Orsolo | Petronel | Quirin | Rasmina | Stellan | Tovah
        last: Aldersey | Brankovar | Castellane | Drumgold | Eskelund | Farrowby | Grishaver | Holloquist | Imberline | Jastrow | Kettlewyn | Lindqvale | Marchetto | Norrsund | Ostrander | Pelligrew | Quaverly | Rothmere | Sandoval-Reef | Tamberlay | Undercliff | Vanterpool | Wexcombe | Yarborne
        place: Velmora | Port Ashby | Carrowick | Dunmere | Eastle Quay | Fennick | Gullhaven | Harrowgate Sound | Inverlee | Kestrel Bay
        body: harbour board | water authority | fishing council | school district | ferry company | salt works | lighthouse trust | market guild | tram office | river commission
        thing: dredging contract | ferry timetable | storm wall | fish market roof | salt licence | harbour toll | school boat | tide gauge | ice house | pilot station | footbridge | pump house | grain quay | slipway
        role: spokeswoman | director | treasurer | engineer | inspector | harbour master | auditor | chair | surveyor | secretary
        verb: approved | delayed | cancelled | widened | reviewed | postponed | tendered | suspended | reopened | audited
        month: January | February | March | April | May | June | July | September | October | November
        thingy: invoice | survey | drawing | permit | ledger | petition | minute book | schedule | inventory | contract
        adj: flooded | costly | narrow | neglected | new | temporary | northern | disputed | century-old | half-built | rusting | overdue
        hedge: reportedly | allegedly | apparently | probably | possibly
        who: fishermen | teachers | pensioners | shopkeepers | boat builders | ferry crews | parents | night porters | salt workers | councillors
        where: near the old mill | behind the customs shed | along the eastern mole | by the tram depot | under the viaduct | beside the cannery | at the mouth of the river | above the fish stairs
        why: because the winter storms came early | after a clerk lost the papers | while the budget was still open | although nobody had asked for it | since the crane broke in spring | as two of the bidders withdrew | when the lock keeper fell ill | before the tide tables were printed
        lead: The [body] of [place] has [verb] the [adj] [thing] [where], [why]. | A plan for the [adj] [thing] of [place] was [verb] by the [body] on the last day of [month], [why]. | [who] of [place] learned in [month] that the [body] had [verb] the [thing] [where].
        fact: The [thing] [where] had been [verb] in [month], [why]. | A [thingy] of the [body] lists the [adj] [thing] twice, [why]. | In [month] the [who] [verb] a [adj] [thing] [where] and sent the [thingy] to the [body]. | Neither the [thingy] nor the [adj] [thing] was shown to the [who], [why]. | The [body] of [place] keeps the [thingy] in a [adj] room [where]. | For years the [who] had crossed [where] to reach the [adj] [thing]. | A second [thingy], dated [month], names the [adj] [thing] but not the [body]. | Repairs to the [adj] [thing] [hedge] stopped in [month], [why]. | The [who] [hedge] paid for the [thingy] themselves, [why]. | No [thing] in [place] has been [verb] as often as the one [where].
        quoteBody: We asked for the [thingy] in [month] and were told to wait [where] | Nobody in the [body] has looked at the [adj] [thing], and the [who] know it | The [thing] was [verb] before I had read the [thingy], and I said so in [month] | If the [adj] [thing] fails, the [who] will stand [where] with wet feet | I have seen the [thingy], I have counted the pages, and the [adj] [thing] is not in it | My answer to the [who] is the same as in [month]: the [body] will pay for the [thing]
        title: [body] [verb] [adj] [thing] | [adj] [thing] in [place] [verb] again | What became of the [adj] [thing] of [place] | [who] angry over [adj] [thing] | The [thingy] that stopped the [thing]
        rumour: The [who] [hedge] knew of it [where], [why].
        """);

    private static readonly string[] OutletWords = ["Courier", "Gazette", "Tribune", "Observer", "Mercury", "Beacon", "Dispatch", "Sentinel", "Chronicle", "Register", "Standard", "Messenger"];

    /// <summary>A text for a symbol of the rules.</summary>
    public static string Write(string symbol, Pcg32 random) => Rules.Write(symbol, random);

    /// <summary>A sentence, its first letter a capital.</summary>
    public static string Sentence(string symbol, Pcg32 random) => Capital(Write(symbol, random));

    /// <summary>The name of an invented outlet.</summary>
    public static string Outlet(Pcg32 random, int number) => $"{Write("place", random)} {OutletWords[(number + random.Next(3)) % OutletWords.Length]}";

    /// <summary>The text with a capital at the beginning.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The paragraphs of a story of some 250 to 700 words.</summary>
    public static List<string> Story(Pcg32 random, string outlet)
    {
        var people = Enumerable.Range(0, 3).Select(_ => (First: Write("first", random), Last: Write("last", random), Role: Write("role", random))).ToArray();
        var known = new bool[3];
        var paragraphs = new List<string> { Sentence("lead", random) };
        var count = 8 + random.Next(10);
        for (var i = 0; i < count; i++)
        {
            var sentences = new List<string>();
            for (var k = 1 + random.Next(3); k > 0; k--) sentences.Add(Sentence("fact", random));
            if (random.Next(3) == 0) sentences.Add($"It cost {1000 + random.Next(90_000):N0} crowns and took {3 + random.Next(60)} days.");
            if (random.Next(2) == 0) sentences.Add(Quoted(random, people, known, random.Next(8) == 0 ? outlet : null));
            paragraphs.Add(string.Join(' ', sentences));
        }

        return paragraphs;
    }

    private static string Quoted(Pcg32 random, (string First, string Last, string Role)[] people, bool[] known, string? toldTo)
    {
        var who = random.Next(people.Length);
        var name = known[who] ? people[who].Last : $"{people[who].First} {people[who].Last}, {people[who].Role} of the {Write("body", random)},";
        known[who] = true;
        var said = Write("quoteBody", random);
        return toldTo is null ? $"“{said},” said {name.TrimEnd(',')}." : $"“{said},” {name} told the {toldTo}.";
    }
}
