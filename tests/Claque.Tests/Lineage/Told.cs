using Claque.Articles;
using Claque.Lineage;
using Claque.Simulation.Chains;
using Claque.Statistics;

namespace Claque.Tests.Lineage;

/// <summary>Articles as a test writes them down.</summary>
internal static class Told
{
    public const string Storm = "The water authority of Velmora widened the northern storm wall behind the customs shed in March, because the winter storms came early. "
        + "A ledger lists the pump house twice and names a clerk who lost the drawings of the slipway. ";

    public const string Ferry = "In May the night porters reopened the ferry quay under the viaduct and sent their petition to the salt works of Carrowick, although nobody had asked them for it. ";

    public static Article Article(string id, string text, string? outlet = null, string? published = null, string? title = null, string? byline = null) => new()
    {
        Id = id,
        Text = text,
        Outlet = outlet,
        Title = title,
        Byline = byline,
        Published = published is null ? null : DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
    };

    public static ArticlePair Pair(string a, string b) => PassageFinding.Of([Article("a", a), Article("b", b)], new PassageOptions()).Pairs.ShouldHaveSingleItem();

    public static Family Family(params Article[] articles) => FamilyMaking.Of(articles, new PassageOptions(), new LineageOptions()).Families.ShouldHaveSingleItem();

    /// <summary>Invented prose of so many sentences, another for each seed.</summary>
    public static string Prose(ulong seed, int sentences)
    {
        var random = new Pcg32(seed, 4);
        return string.Join(' ', Enumerable.Range(0, sentences).Select(_ => ChainGrammar.Sentence("fact", random)));
    }
}
