using System.Globalization;
using Claque.Articles;
using Claque.Lineage;
using Claque.Statistics;

namespace Claque.Simulation.Chains;

/// <summary>Invents families of articles that were copied from one another, with the true trees: the test bench of lineage.</summary>
public static class ChainSimulator
{
    private const double FromTheLast = 0.55, MeanDelayHours = 14;

    /// <summary>Families with their trees. The same options give the same articles; each family has a seed of its own.</summary>
    /// <remarks>
    /// Articles of a family stand in random order. A copy is taken from the last or from any earlier article; it is cut, edited,
    /// re-headlined, stripped of byline and credit, and now and then added to.
    /// </remarks>
    public static IReadOnlyList<KnownFamily> Of(ChainOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. Enumerable.Range(0, options.Families).Select(number => Family(options, number))];
    }

    private static KnownFamily Family(ChainOptions options, int number)
    {
        var random = new Pcg32(options.Seed * 1_000_003 + (ulong)number, 77);
        var count = options.LeastArticles + random.Next(Math.Max(0, options.MostArticles - options.LeastArticles) + 1);
        var outlets = Enumerable.Range(0, count).Select(i => ChainGrammar.Outlet(random, i)).ToArray();
        var copyist = new ChainCopyist(random);
        var versions = new List<Version> { First(random, outlets[0]) };
        var (parents, hours) = (new List<int> { -1 }, new List<double> { 0 });
        for (var i = 1; i < count; i++)
        {
            var parent = random.NextDouble() < FromTheLast ? i - 1 : random.Next(i);
            parents.Add(parent);
            versions.Add(copyist.Copy(versions[parent], outlets[parent]));
            hours.Add(hours[parent] + 0.2 + (MeanDelayHours * random.NextExponential()));
        }

        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order.AsSpan());
        var titled = random.Next(2) == 0;
        var begin = new DateTimeOffset(2031, 1 + random.Next(12), 1 + random.Next(28), random.Next(24), 0, 0, TimeSpan.Zero);
        var articles = order.Select((version, place) => new Article
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"f{number}-{place}"),
            Text = Text(versions[version], titled),
            Title = versions[version].Title,
            Byline = versions[version].Byline,
            Outlet = outlets[version],
            Published = options.Dates ? begin.AddHours(hours[version]) : null,
        }).ToArray();
        return new KnownFamily(articles, [.. order.Select(version => parents[version] < 0 ? -1 : Array.IndexOf(order, parents[version]))]);
    }

    private static Version First(Pcg32 random, string outlet) => new(
        ChainGrammar.Sentence("title", random),
        random.Next(4) == 0 ? null : $"{ChainGrammar.Write("first", random)} {ChainGrammar.Write("last", random)}",
        random.Next(3) == 0 ? "This story was produced by the Velmora Reporting Fund." : null,
        ChainGrammar.Story(random, outlet));

    private static string Text(Version version, bool titled)
    {
        var paragraphs = version.Paragraphs.ToList();
        if (version.Byline is { } byline) paragraphs.Insert(0, "By " + byline);
        if (titled) paragraphs.Insert(0, version.Title);
        if (version.Credit is { } credit) paragraphs.Add(credit);
        return string.Join("\n\n", paragraphs);
    }
}
