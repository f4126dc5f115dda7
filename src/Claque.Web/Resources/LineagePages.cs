using Claque.Cases;
using Claque.Reports.Exhibits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/lineage</c>: families of copies, and one family with who took from whom.</summary>
internal static class LineagePages
{
    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/lineage.json", () => TypedResults.Ok(bench.Case.Read(file => List(bench.Case, file))));
        app.MapGet("/lineage.csv", () => bench.Case.Read(file => Csv(bench.Case, file)));
        app.MapGet("/lineage/{key}.json", (string key) => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file, key))));
        app.MapGet("/lineage/{key}.csv", (string key) => bench.Case.Read(file => Edges(bench.Case, file, key)));
    }

    /// <summary>The family of a key or a number, with its place in the list.</summary>
    /// <exception cref="Refused">There is none such.</exception>
    public static (KeptFamily Family, int At) Find(KeptLineage? lineage, string key)
    {
        var families = lineage?.Families ?? [];
        var at = families.Index().Where(entry => entry.Item.Key == key).Select(entry => entry.Index).DefaultIfEmpty(-1).First();
        if (at < 0 && int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out var number)) at = number - 1;
        return at >= 0 && at < families.Count ? (families[at], at) : throw Refused.NotFound($"There is no family {key}. It may have other members since the articles were looked at again.");
    }

    public static FamilyRow Row(Shelf shelf, KeptFamily family, int at, Decided decided)
    {
        var links = family.Members.Select(shelf.Link).ToList();
        var times = links.Where(link => link.Published is not null).Select(link => link.Published!).Order(StringComparer.Ordinal).ToList();
        var state = decided.Of(family.Key);
        var title = links.Select(link => link.Title).FirstOrDefault(title => title.Length > 0) ?? links[0].Id;
        return new FamilyRow(
            family.Key, "/lineage/" + family.Key, at + 1, title, links.Count, [.. links.Select(link => link.Outlet).Where(outlet => outlet.Length > 0).Distinct()], times.FirstOrDefault(), times.LastOrDefault(),
            family.Earliest > 0 ? shelf.Link(family.Earliest) : null, family.Edges.Count(edge => edge.Directed), family.Edges.Count(edge => !edge.Directed),
            [.. family.Missing.Select(missing => missing.Name).Distinct()], state.Status, state.Tags);
    }

    private static LineagePage List(OpenCaseFile open, CaseFile file)
    {
        var lineage = ArticlePages.Lineage(open, file);
        var decided = new Decided(file.Decisions());
        return new LineagePage(
            StudyMaking.State(file, LineageStudy.Name), lineage?.Relations ?? [], [.. Rows(open, file, lineage, decided)], lineage?.Notes ?? []);
    }

    private static IEnumerable<FamilyRow> Rows(OpenCaseFile open, CaseFile file, KeptLineage? lineage, Decided decided)
    {
        var shelf = open.Known.Shelf(file);
        return (lineage?.Families ?? []).Select((family, at) => Row(shelf, family, at, decided));
    }

    private static IResult Csv(OpenCaseFile open, CaseFile file) => Table.Of(
        "families", ["key", "number", "title", "articles", "outlets", "first", "last", "earliest_seen", "directed", "undirected", "missing", "status", "tags"],
        [.. Rows(open, file, ArticlePages.Lineage(open, file), new Decided(file.Decisions())).Select(row => (object?[])
        [
            row.Key, row.Number, row.Title, row.Articles, string.Join("; ", row.Outlets), row.First ?? "", row.Last ?? "", row.Earliest?.Id ?? "", row.Directed, row.Undirected,
            string.Join("; ", row.Missing), row.Status, string.Join(' ', row.Tags),
        ])]);

    private static FamilyPage Page(OpenCaseFile open, CaseFile file, string key)
    {
        var (shelf, lineage, log) = (open.Known.Shelf(file), ArticlePages.Lineage(open, file), file.Decisions());
        var (family, at) = Find(lineage, key);
        var decided = new Decided(log);
        return new FamilyPage(
            StudyMaking.State(file, LineageStudy.Name), Row(shelf, family, at, decided), [.. family.Members.Select(shelf.Link)], family.Edges, [.. family.Missing.DistinctBy(missing => missing.Name)],
            family.Note, FindingLimits.OfCopies, DecisionPages.Shown(log.Where(decision => decision.GroupKey == family.Key).Reverse(), null, decided), DecisionPages.Notes(decided.Of(family.Key)),
            at > 0 ? "/lineage/" + lineage!.Families[at - 1].Key : null, at + 1 < lineage!.Families.Count ? "/lineage/" + lineage.Families[at + 1].Key : null,
            ReportPages.Choice(file, family.Key));
    }

    private static IResult Edges(OpenCaseFile open, CaseFile file, string key)
    {
        var shelf = open.Known.Shelf(file);
        var (family, at) = Find(ArticlePages.Lineage(open, file), key);
        return Table.Of(
            FormattableString.Invariant($"family-{at + 1}"), ["from", "to", "directed", "chance", "score", "relation", "reason", "evidence"],
            [.. family.Edges.Select(edge => (object?[])
            [
                edge.From > 0 ? shelf.Of(edge.From).Id : "?" + edge.Missing, shelf.Of(edge.To).Id, edge.Directed, edge.Chance, edge.Score, edge.Relation, edge.Reason,
                string.Join("; ", edge.Evidence.Select(item => item.Text)),
            ])]);
    }
}
