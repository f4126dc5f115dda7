using System.Text;
using Claque.Personas;
using Claque.Statistics;

namespace Claque.Tests.Personas;

/// <summary>Writers who exist only here: each has a liking for some little words over others, and a beat.</summary>
internal static class InventedWriters
{
    private static readonly string[] Little =
        "the a of and to in for that with but as by from on at this which not or it was is be have had will would may must so yet then also very just only more most such some any all".Split(' ');

    private static readonly string[] Big = [.. Enumerable.Range(0, 400).Select(i => $"{"bcdfglmnprst"[i % 12]}{"aeiou"[i / 12 % 5]}{"lmnrst"[i / 60 % 6]}{"aeo"[i % 3]}{i % 7}".Replace('0', 'v').Replace('1', 'k').Replace('2', 'd').Replace('3', 'p').Replace('4', 'z').Replace('5', 'g').Replace('6', 'h'))];

    /// <summary>One article of a writer.</summary>
    public static string Article(int writer, int number, int words = 500)
    {
        var taste = new Pcg32((ulong)writer, 77);
        var likings = Little.Select(_ => Math.Exp(0.5 * taste.NextNormal())).ToArray();
        var draw = new Pcg32((ulong)(writer * 1000 + number), 99);
        var total = likings.Sum();
        var text = new StringBuilder();
        for (var w = 0; w < words; w++)
        {
            if (draw.NextDouble() < 0.55)
            {
                var at = draw.NextDouble() * total;
                var k = 0;
                while (k < Little.Length - 1 && (at -= likings[k]) > 0) k++;
                text.Append(Little[k]);
            }
            else
            {
                text.Append(Big[(writer % 4) * 80 + draw.Next(120)]);
            }

            text.Append(w % 14 == 13 ? ". " : " ");
        }

        return text.ToString();
    }

    /// <summary>The articles of a byline, each by the writer that <paramref name="hand"/> gives.</summary>
    public static IEnumerable<BylineArticle> Byline(string name, int articles, Func<int, int> hand, int from = 0, int words = 500) =>
        Enumerable.Range(from, articles).Select(n => new BylineArticle($"{name}-{n}", name, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(n), StyleText.Of(Article(hand(n), n, words))));

    /// <summary>The same, each with sixty rare words of a subject in it.</summary>
    public static IEnumerable<BylineArticle> BylineOn(Func<int, int> subject, string name, int articles, Func<int, int> hand) =>
        Byline(name, articles, hand).Select((article, n) => article with { Text = StyleText.Of(Article(hand(n), n) + string.Join(' ', Rare(subject(n), n))) });

    private static IEnumerable<string> Rare(int subject, int number)
    {
        var draw = new Pcg32((ulong)(subject * 1000 + number), 55);
        for (var i = 0; i < 60; i++)
        {
            var word = new Pcg32((ulong)(subject * 400 + draw.Next(400)), 56);
            yield return string.Concat(Enumerable.Range(0, 4).Select(_ => $"{"bcdfghjklmnprstvz"[word.Next(17)]}{"aeiou"[word.Next(5)]}"));
        }
    }
}
