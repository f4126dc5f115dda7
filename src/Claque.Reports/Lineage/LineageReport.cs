using System.Globalization;
using System.Text;
using Claque.Articles;
using Claque.Articles.Provenance;
using Claque.Lineage;
using Claque.Reading;
using Claque.Reports.Exhibits;
using Claque.Reports.Markup;
using Claque.Reports.Sections;
using Claque.Reports.Wording;

namespace Claque.Reports.Lineage;

/// <summary>
/// Writes the page on families of copies: one HTML file that loads nothing and runs nothing. Articles are untrusted: every text is
/// encoded, isolated in its direction, and shows its invisible characters.
/// </summary>
public static class LineageReport
{
    private const int MostFamilies = 50, MostDiffs = 12, MostMembers = 40, MostFacts = 20;

    /// <summary>Writes the page as UTF-8. The same families and stamp give the same bytes.</summary>
    /// <param name="lineages">What was found.</param>
    /// <param name="options">With which it was found.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Lineages lineages, LineageOptions options, ReportStamp stamp, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stamp);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        PageHead.Write(page, "Copies and where they come from", "Claque report", stamp.ClaqueVersion, VersionRows.Style);
        page.Add($"<body>\n<header>\n<p class=\"eyebrow\">Claque report · lineage of articles</p>\n<h1>Copies and where they come from</h1>\n<dl class=\"meta\"><div><dt>Report</dt><dd>written {Amount.Time(stamp.WrittenUtc)} by Claque {stamp.ClaqueVersion}</dd></div></dl>\n</header>\n<main>\n");
        WriteSummary(page, lineages);
        for (var i = 0; i < Math.Min(MostFamilies, lineages.Families.Length); i++) WriteFamily(page, lineages, i, options);
        WriteLimits(page, lineages);
        page.Add($"</main>\n<footer><p>Made by Claque {stamp.ClaqueVersion}, an open instrument that detects and explains coordination. Articles are quoted as evidence and belong to their authors.</p></footer>\n</body>\n</html>\n");
    }

    private static void WriteSummary(MarkupWriter page, Lineages lineages)
    {
        var pairs = lineages.Passages.Pairs;
        page.Add($"<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n<p>{Amount.Of(lineages.Passages.Articles.Count, "article", "articles")}; {Amount.Of(pairs.Length, "pair has", "pairs have")} a passage in common.</p>\n");
        Table.Write(page, "Pairs by what they have in common", [new("Relation"), new("Pairs", true), new("What it means")],
            Enum.GetValues<Relation>().Select(relation => (IReadOnlyList<Fragment>)
                [Fragment.Of($"{LineageWords.Plain(relation)}"), Fragment.Of($"{(long)pairs.Count(pair => pair.Relation == relation)}"), Fragment.Of($"{Meaning(relation)}")]));
        foreach (var note in lineages.Passages.Notes) page.Add($"<p>{note}</p>\n");
        page.Add($"</section>\n");
    }

    private static string Meaning(Relation relation) => relation switch
    {
        Relation.NearDuplicate => "each has nearly all of the other",
        Relation.Partial => "copied prose in common",
        Relation.Quotation => "the same quotations; not copying",
        Relation.Template => "texts that an outlet puts under many articles, or formulas; not copying",
        _ => "short passages or lists of names only; not copying",
    };

    private static void WriteFamily(MarkupWriter page, Lineages lineages, int number, LineageOptions options)
    {
        var (family, articles) = (lineages.Families[number], lineages.Passages.Articles);
        var id = "family-" + (number + 1).ToString(CultureInfo.InvariantCulture);
        page.Add($"<section class=\"group\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">Family {number + 1}: {Amount.Of(family.Members.Length, "article", "articles")}</h2>\n");
        if (family.EarliestSeen is { } earliest) page.Add($"<p class=\"claim\">Earliest seen: {new Said(LineageWords.Name(articles[earliest]))}{(articles[earliest].Published is { } time ? Fragment.Of($", {(articles[earliest].PublishedPrecision == TimePrecision.Day ? Amount.Day(time.ToUnixTimeMilliseconds() * 1000) : Amount.Time(time))}") : Fragment.Of($""))}. The origin may be an article that is not here.</p>\n");
        else page.Add($"<p class=\"claim\">No article is the earliest by its time.</p>\n");
        foreach (var missing in family.Missing) page.Add($"<p>Not among the articles, but behind some of them: {new Said(missing.Name)}. {missing.Reason}.</p>\n");
        if (family.Note.Length > 0) page.Add($"<p>{family.Note}</p>\n");
        page.Add($"{FamilyStrip.Of(Strip(family, articles))}");
        WriteFacts(page, family, articles);
        for (var i = 0; i < family.Edges.Length; i++) WriteEdge(page, lineages, family.Edges[i], i < MostDiffs, options);
        page.Add($"</section>\n");
    }

    private static void WriteFacts(MarkupWriter page, Family family, IReadOnlyList<Article> articles)
    {
        var rows = family.Members.Take(MostMembers).SelectMany(member => ArticleFacts.Of(articles[member]).Where(fact => fact.Kind != FactKind.Title).Take(MostFacts).Select(fact => (Article: articles[member], Fact: fact))).ToList();
        if (rows.Count == 0) return;
        page.Add($"<details><summary>What pages and texts say of their origin</summary>\n");
        Table.Write(page, "Facts; inferred ones are conclusions of a rule", [new("Article"), new("Fact"), new("Value", Wide: true), new("Known how"), new("Rule"), new("Confidence", true), new("Words", Wide: true)],
            rows.Select(row => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{new Said(LineageWords.Name(row.Article), 80)}"), Fragment.Of($"{LineageWords.Plain(row.Fact.Kind)}"), Fragment.Of($"{new Said(row.Fact.Value, 160)}"),
                Fragment.Of($"{(row.Fact.Stated ? "stated" : "inferred")}"), Fragment.Of($"{row.Fact.Rule}"), Fragment.Of($"{row.Fact.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}"),
                Fragment.Of($"{new Said(row.Fact.Span is { } span ? span.In(row.Article.Text).ToString() : "", 160)}"),
            ]));
        page.Add($"</details>\n");
    }

    private static void WriteEdge(MarkupWriter page, Lineages lineages, LineageEdge edge, bool withDiff, LineageOptions options)
    {
        var articles = lineages.Passages.Articles;
        var from = edge.Missing is { } missing ? missing.Name + " (not here)" : LineageWords.Name(articles[edge.From]);
        page.Add($"<article class=\"exhibit\"><h3>{new Said(from, 120)} {(edge.IsDirected ? "→" : "—")} {new Said(LineageWords.Name(articles[edge.To]), 120)}</h3>\n<p>{Capital(edge.Reason)}.</p>\n");
        Table.Write(page, "Evidence; above 0 speaks for this direction", [new("What was seen", Wide: true), new("Kind"), new("Weight", true)],
            edge.Evidence.Select(item => (IReadOnlyList<Fragment>)[Fragment.Of($"{new Said(item.Text)}"), Fragment.Of($"{LineageWords.Plain(item.Kind)}"), Fragment.Of($"{item.Weight.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture)}")]));
        if (edge.Missing is null && withDiff) WriteVersions(page, lineages, edge, options);
        page.Add($"</article>\n");
    }

    private static void WriteVersions(MarkupWriter page, Lineages lineages, LineageEdge edge, LineageOptions options)
    {
        var (a, b) = (ArticleWords.Of(lineages.Passages.Articles[edge.From]), ArticleWords.Of(lineages.Passages.Articles[edge.To]));
        var edits = EditFinding.Of(a, b, options.Cues);
        if (lineages.Passages.Pair(edge.From, edge.To) is { } pair) WritePassages(page, pair, edge.From == pair.A);
        Table.Write(page, "Edits", [new("Edit"), new("Before", Wide: true), new("After", Wide: true)],
            edits.Changes.Where(edit => edit.Kind != EditKind.Reworded).Take(60).Select(edit => (IReadOnlyList<Fragment>)
                [Fragment.Of($"{LineageWords.Plain(edit.Kind)}"), Fragment.Of($"{new Said(edit.Before, 200)}"), Fragment.Of($"{new Said(edit.After, 200)}")]));
        page.Add($"<details><summary>Both versions, sentence by sentence</summary><table class=\"versions\"><tbody>\n");
        foreach (var sentence in edits.Sentences.Take(400)) WriteSentence(page, sentence, a, b);
        page.Add($"</tbody></table></details>\n");
    }

    private static void WritePassages(MarkupWriter page, ArticlePair pair, bool inOrder) =>
        Table.Write(page, "Passages in common", [new("Class"), new("Words", true), new("Equal", true), new("Characters before", true), new("Characters after", true), new("Why", Wide: true)],
            pair.Passages.Take(40).Select(passage => (passage, Before: inOrder ? passage.A : passage.B, After: inOrder ? passage.B : passage.A)).Select(row => (IReadOnlyList<Fragment>)
            [
                Fragment.Of($"{LineageWords.Plain(row.passage.Class)}"), Fragment.Of($"{(long)row.passage.Words}"), Fragment.Of($"{Amount.Share(row.passage.Identity)}"),
                Fragment.Of($"{(long)row.Before.Start}–{(long)row.Before.End}"), Fragment.Of($"{(long)row.After.Start}–{(long)row.After.End}"), Fragment.Of($"{row.passage.Reason}"),
            ]));

    private static void WriteSentence(MarkupWriter page, SentencePair sentence, ArticleWords a, ArticleWords b)
    {
        var before = sentence.A < 0 ? "" : a.Sentences[sentence.A].In(a.Article.Text).ToString();
        var after = sentence.B < 0 ? "" : b.Sentences[sentence.B].In(b.Article.Text).ToString();
        VersionRows.Write(page, new VersionedSentence(before, after, sentence.IsMoved));
    }

    // Articles by their time, as the strip draws them.
    private static FamilyBlock Strip(Family family, IReadOnlyList<Article> articles)
    {
        var rows = family.Members.OrderBy(member => articles[member].Published is null).ThenBy(member => articles[member].Published).ThenBy(member => member).ToList();
        var behind = family.Missing.ToList();
        return new FamilyBlock(
            [.. rows.Select(member => new FamilyArticle(LineageWords.Name(articles[member]), articles[member].Published))], [.. behind.Select(missing => missing.Name)],
            [.. family.Edges.Select(edge => new FamilyTie(edge.Missing is { } missing ? behind.IndexOf(missing) : rows.IndexOf(edge.From), edge.Missing is not null, rows.IndexOf(edge.To), edge.IsDirected))]);
    }

    private static void WriteLimits(MarkupWriter page, Lineages lineages)
    {
        page.Add($"<section aria-labelledby=\"limits\"><h2 id=\"limits\">Limits</h2>\n<ul>\n<li><strong>Earliest seen is not the origin.</strong> An earlier article may not be among these, and times of publication can be changed.</li>\n");
        page.Add($"<li><strong>Copying has innocent causes.</strong> “Took” and an arrow say where words came from, not that it was wrong: wires, syndication, press releases and partnerships make copies by agreement.</li>\n");
        page.Add($"<li><strong>A direction is a judgement of likelihood.</strong> It weighs the evidence listed; what was not seen does not count.</li>\n");
        if (lineages.Families.Length > MostFamilies) page.Add($"<li>Only the {MostFamilies} largest of {lineages.Families.Length} families are shown; the exports hold all.</li>\n");
        page.Add($"</ul></section>\n");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
