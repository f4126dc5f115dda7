using Claque.Cases;
using Claque.Reports.Exhibits;
using Claque.Reports.Lineage;
using Claque.Reports.Wording;

namespace Claque.Web;

/// <summary>An exhibit as the report has it, with where its page is and what was decided about it.</summary>
internal sealed record ChosenFinding(FindingExhibit Exhibit, string Href, string Status);

/// <summary>Makes exhibits of what is not posts: by its key, from what the case keeps or from the articles themselves.</summary>
internal sealed class ChosenFindings(OpenCaseFile open, CaseFile file, ShownNames names)
{
    private readonly Decided _decided = new(file.Decisions());

    /// <summary>Names as they are, or as keyed hashes.</summary>
    public static ShownNames Names(OpenCaseFile open, CaseFile file, bool pseudonymise) => pseudonymise
        ? new ShownNames(file.Pseudonyms, [.. open.Known.Shelf(file).Articles.Select(article => article.Byline ?? "")])
        : new ShownNames(null, []);

    /// <summary>The exhibit of a key; null when the case no longer has it.</summary>
    public ChosenFinding? Of(string key)
    {
        try
        {
            return FindingKey.Parse(key) switch
            {
                FindingKey.OfFamily family => Family(family.Key),
                FindingKey.OfVersions versions => Versions(versions),
                FindingKey.OfClaims claims => Claims(claims),
                FindingKey.OfBylines bylines => Bylines(bylines.Key),
                FindingKey.OfAccountHours hours => AccountHours(hours.Account),
                FindingKey.OfBylineHours hours => BylineHours(hours.Hash),
                _ => null,
            };
        }
        catch (Refused)
        {
            return null;
        }
    }

    private ChosenFinding? Family(string key)
    {
        var (family, at) = LineagePages.Find(ArticlePages.Lineage(open, file), key);
        return new ChosenFinding(FamilyExhibits.Of(open.Known.Shelf(file), family, at + 1, names), "/lineage/" + key, _decided.Of(key).Status);
    }

    private ChosenFinding? Versions(FindingKey.OfVersions key)
    {
        var shelf = open.Known.Shelf(file);
        if (key.A == key.B) return null;
        var pair = VersionPages.Pair(shelf, file, ArticlePages.Lineage(open, file), key.A, key.B);
        return new ChosenFinding(VersionsExhibits.Of(shelf, key.A, key.B, pair, names), VersionPages.Href(key.A, key.B), "new");
    }

    private ChosenFinding? Claims(FindingKey.OfClaims key)
    {
        if (key.Left.Intersect(key.Right).Any()) return null;
        var sides = (Left: key.Left.ToList(), Right: key.Right.ToList());
        var comparison = SideViews.Comparison(open, file, sides);
        var exhibit = ClaimsExhibits.Of(comparison, key.Row, names);
        return exhibit is null ? null : new ChosenFinding(exhibit, FormattableString.Invariant($"/compare?left={string.Join(',', key.Left)}&right={string.Join(',', key.Right)}"), "new");
    }

    private ChosenFinding? Bylines(string key)
    {
        if (PersonaPages.Kept(open, file) is not { } kept || kept.Pairs.FirstOrDefault(pair => pair.Key == key) is not { } pair) return null;
        return new ChosenFinding(BylinesExhibits.Of(kept, pair, PersonaPages.Items(file, pair), names), pair.Href, _decided.Of(key).Status);
    }

    private ChosenFinding? AccountHours(long account)
    {
        if (!file.Look.HasAccount(account)) return null;
        return new ChosenFinding(HoursExhibits.Of(names.Account(file.Account(account)), "post", Rhythms.Of(open, file, account)), FormattableString.Invariant($"/accounts/{account}"), "new");
    }

    private ChosenFinding? BylineHours(string hash)
    {
        var shelf = open.Known.Shelf(file);
        var byline = shelf.Articles.Select(article => article.Byline).OfType<string>().Distinct().FirstOrDefault(byline => FindingKey.HashOf([byline]) == hash);
        return byline is null ? null : new ChosenFinding(
            HoursExhibits.Of(names.Byline(byline), "article", Rhythms.Of(byline, shelf.Articles.Where(article => article.Byline == byline))), PersonaPages.Href(byline), "new");
    }
}

/// <summary>How articles are called in exhibits.</summary>
internal static class ArticleNames
{
    /// <summary>Outlet and headline with the time of publication; without the id where names are hidden, since ids may hold names.</summary>
    public static string Of(Shelf shelf, int number, ShownNames names)
    {
        var article = shelf.Of(number);
        var time = Time(shelf, number);
        var name = names.AreHidden && article.Title is not { Length: > 0 } ? $"article {number}{(article.Outlet is { Length: > 0 } outlet ? $" of {outlet}" : "")}" : LineageWords.Name(article);
        return Show.Whole(time.Length > 0 ? $"{name} ({time})" : name);
    }

    /// <summary>When an article was published, as finely as it is known; empty when it is not.</summary>
    public static string Time(Shelf shelf, int number) => shelf.Of(number) is { Published: { } published } article
        ? Amount.Time((published - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, article.PublishedPrecision).Text
        : "";

    /// <summary>Outlet and time, for lists in which the headline stands elsewhere.</summary>
    public static string Short(Shelf shelf, int number)
    {
        var name = shelf.Of(number) is { Outlet: { Length: > 0 } outlet } ? outlet : shelf.Of(number) is { Title: { Length: > 0 } title } ? title : $"article {number}";
        return Show.Whole(Time(shelf, number) is { Length: > 0 } time ? $"{name} ({time})" : name);
    }

    /// <summary>The same with the byline.</summary>
    public static string WithByline(Shelf shelf, int number, ShownNames names) =>
        Of(shelf, number, names) + (shelf.Of(number).Byline is { Length: > 0 } byline ? $", by {Show.Whole(names.Byline(byline))}" : "");
}
