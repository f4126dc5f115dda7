using System.Globalization;
using Claque.Articles;
using Claque.Reading;

namespace Claque.Cli.Articles;

/// <summary>Which of some articles stand on which side.</summary>
internal static class SideOptions
{
    /// <summary>The two sides: the articles named, or, for a side that is not named, all others; without any names the first against the rest.</summary>
    /// <param name="articles">All that were read.</param>
    /// <param name="left">Ids or numbers from 1, several in one with commas; empty when not given.</param>
    /// <param name="right">The same of the other side.</param>
    /// <exception cref="InputException">A name is of no article, an article stands on both sides, or a side is empty.</exception>
    public static (List<Article> Left, List<Article> Right) Of(IReadOnlyList<Article> articles, IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (one, other) = (Named(articles, left, "--left"), Named(articles, right, "--right"));
        if (one.Count == 0 && other.Count == 0) one = [articles[0]];
        if (one.Count == 0) one = [.. articles.Except(other)];
        if (other.Count == 0) other = [.. articles.Except(one)];
        if (one.Intersect(other).FirstOrDefault() is { } both) throw new InputException($"The article \"{both.Id}\" is on both sides. Name it on one.");
        if (one.Count == 0 || other.Count == 0) throw new InputException("One side has all the articles and the other none. Name the articles of one side with --left or --right.");
        return (one, other);
    }

    private static List<Article> Named(IReadOnlyList<Article> articles, IReadOnlyList<string> names, string option)
    {
        var found = new List<Article>();
        foreach (var name in names)
        {
            if (Find(articles, name) is { } whole) found.Add(whole);
            else
                foreach (var part in name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    found.Add(Find(articles, part) ?? throw new InputException($"{option}: there is no article \"{part}\" among the {articles.Count} given. Use an id or a number from 1: {string.Join(", ", articles.Take(8).Select((article, i) => $"{i + 1} {article.Id}"))}{(articles.Count > 8 ? ", …" : "")}."));
        }

        return [.. found.Distinct()];
    }

    private static Article? Find(IReadOnlyList<Article> articles, string name) =>
        articles.FirstOrDefault(article => article.Id == name)
        ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= articles.Count ? articles[number - 1] : null);
}
