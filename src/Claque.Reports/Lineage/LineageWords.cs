using System.Text.Json;
using Claque.Articles;
using Claque.Lineage;

namespace Claque.Reports.Lineage;

/// <summary>The words for what lineage finds, the same in JSON, tables and pages.</summary>
public static class LineageWords
{
    /// <summary><c>near_duplicate</c>, <c>sentence_dropped</c>: a kind or class in the form of a field.</summary>
    public static string Word<T>(T kind) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary><c>near duplicate</c>, <c>sentence dropped</c>: for people.</summary>
    public static string Plain<T>(T kind) where T : struct, Enum => Word(kind).Replace('_', ' ');

    /// <summary>What to call an article in a line: outlet and headline, or its id.</summary>
    public static string Name(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (article.Outlet, article.Title) switch
        {
            ({ Length: > 0 } outlet, { Length: > 0 } title) => $"{outlet}: {title}",
            ({ Length: > 0 } outlet, _) => $"{outlet} ({article.Id})",
            (_, { Length: > 0 } title) => title,
            _ => article.Id,
        };
    }

    /// <summary>Identifies a missing parent among ids of articles: its name behind a question mark.</summary>
    public static string Id(MissingParent missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return "?" + missing.Name;
    }

    /// <summary>Sum of the evidence for the direction of an edge, as natural logarithm of odds.</summary>
    public static double Score(LineageEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return Math.Round(edge.Evidence.Sum(item => item.Weight), 2);
    }
}
