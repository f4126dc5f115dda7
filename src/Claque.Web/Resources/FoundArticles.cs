using Claque.Articles;
using Claque.Cases;
using Claque.Reports.Wording;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>Articles that a query found, with the places of its words.</summary>
internal static class FoundArticles
{
    private const int MostSnippets = 3;
    private const int Reach = 110;

    /// <summary>One article, its clearest places first: those in its own text before those in the site around it.</summary>
    public static ArticleHit Hit(Shelf shelf, CaseFile file, string query, int number)
    {
        var article = shelf.Of(number);
        var places = Places(file.Look.HighlightedArticle(query, number));
        var own = ArticleText.BlocksOf(article).Where(block => block.Class.IsMainText).Select(block => block.Span).ToList();
        var (snippets, upTo) = (new List<Snippet>(), -1);
        foreach (var place in places.OrderBy(place => own.Any(block => block.Contains(place.Start)) ? 0 : 1).ThenBy(place => place.Start))
        {
            if (snippets.Count == MostSnippets) break;
            if (place.Start < upTo && snippets.Count > 0) continue;
            snippets.Add(Snippet(article.Text, number, place, places));
            upTo = place.End + Reach;
        }

        return new ArticleHit(shelf.Link(number), snippets, places.Count);
    }

    // Places are counted in the text without the marks.
    private static List<TextSpan> Places(string? marked)
    {
        var (places, at, start) = (new List<TextSpan>(), 0, -1);
        foreach (var character in marked ?? "")
        {
            if (character == '\uFDD0') start = at;
            else if (character != '\uFDD1') at++;
            else if (start >= 0 && at > start) places.Add(new TextSpan(start, at));
        }

        return places;
    }

    private static Snippet Snippet(string text, int number, TextSpan place, List<TextSpan> places)
    {
        var from = Math.Max(0, place.Start - Reach);
        var to = Math.Min(text.Length, place.End + Reach);
        if (from > 0 && text.AsSpan(from, place.Start - from).IndexOfAny(" \n\t") is >= 0 and var blank) from += blank + 1;
        if (to < text.Length && text.AsSpan(place.End, to - place.End).LastIndexOfAny(" \n\t") is > 0 and var last) to = place.End + last;
        var (stretches, at) = (new List<Stretch>(), from);
        if (from > 0) stretches.Add(new Stretch("… ", false));
        foreach (var found in places.Where(found => found.Start >= from && found.End <= to))
        {
            if (found.Start > at) stretches.Add(new Stretch(Line(text[at..found.Start]), false));
            stretches.Add(new Stretch(Line(text[found.Start..found.End]), true));
            at = found.End;
        }

        if (to > at) stretches.Add(new Stretch(Line(text[at..to]), false));
        if (to < text.Length) stretches.Add(new Stretch(" …", false));
        return new Snippet(Shelf.Href(number, place), Show.Parts(stretches));
    }

    private static string Line(string text) => Show.Whole(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
}
