using Claque.Articles;
using Claque.Articles.Provenance;
using Claque.Cli.Terminal;
using Claque.Lineage;
using Claque.Reports.Lineage;

namespace Claque.Cli.Articles;

/// <summary>What <c>claque trace</c> found, for a terminal: families, their members in the order of time, ties with evidence and edits.</summary>
internal static class TraceText
{
    private const int MostFamilies = 20, MostMembers = 12, MostEvidence = 3, MostEdits = 5;

    public static void Write(TextWriter to, Lineages lineages, LineageOptions options)
    {
        var pairs = lineages.Passages.Pairs;
        to.WriteLine($"{lineages.Passages.Articles.Count:N0} articles. Pairs with passages in common: {pairs.Length:N0}, of these {pairs.Count(pair => pair.Relation == Relation.NearDuplicate):N0} near-duplicates, "
            + $"{pairs.Count(pair => pair.Relation == Relation.Partial):N0} partial copies, {pairs.Count(pair => pair.Relation == Relation.Quotation):N0} with the same quotations only, {pairs.Count(pair => pair.Relation == Relation.Template):N0} with templates only.");
        for (var i = 0; i < Math.Min(MostFamilies, lineages.Families.Length); i++) WriteFamily(to, lineages, i, options);
        if (lineages.Families.Length > MostFamilies) to.WriteLine($"\nAnd {lineages.Families.Length - MostFamilies:N0} smaller families; --json, --csv and --report have all.");
        foreach (var note in lineages.Passages.Notes) to.WriteLine("\n" + note);
    }

    private static void WriteFamily(TextWriter to, Lineages lineages, int number, LineageOptions options)
    {
        var (family, articles) = (lineages.Families[number], lineages.Passages.Articles);
        to.WriteLine($"\nFamily {number + 1}: {family.Members.Length:N0} articles" + (family.EarliestSeen is { } earliest ? $", earliest seen: {Cut.Line(articles[earliest].Id, 120)}" : ", none is the earliest by its time"));
        foreach (var member in family.Members.OrderBy(member => articles[member].Published ?? DateTimeOffset.MaxValue).Take(MostMembers)) WriteMember(to, articles[member]);
        if (family.Members.Length > MostMembers) to.WriteLine($"  and {family.Members.Length - MostMembers:N0} more");
        foreach (var edge in family.Edges) WriteEdge(to, lineages, edge, options);
        if (family.Note.Length > 0) to.WriteLine("  " + family.Note);
    }

    private static void WriteMember(TextWriter to, Article article)
    {
        var time = article.Published is { } at ? Times.Write((at.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, article.PublishedPrecision) : "no date";
        var name = LineageWords.Name(article);
        to.WriteLine($"  {time,-19}  {Cut.Line(name, 100)}{(name == article.Id ? "" : "   " + Cut.Line(article.Id))}");
        foreach (var fact in ArticleFacts.Of(article).Where(fact => fact.Kind is FactKind.Credit or FactKind.Wire or FactKind.SelfReference).Take(MostEvidence))
        {
            var words = fact.Span is { } span ? $": “{Cut.Line(span.In(article.Text).ToString(), 100)}”" : "";
            to.WriteLine($"  {"",-19}  {(fact.Stated ? "stated" : "inferred")}: {LineageWords.Plain(fact.Kind)} {Cut.Line(fact.Value)}{words}");
        }
    }

    private static void WriteEdge(TextWriter to, Lineages lineages, LineageEdge edge, LineageOptions options)
    {
        var articles = lineages.Passages.Articles;
        to.WriteLine($"  {Cut.Line(LineageExport.FromId(lineages, edge), 120)} {(edge.IsDirected ? "→" : "—")} {Cut.Line(articles[edge.To].Id, 120)}   {edge.Reason}");
        foreach (var item in edge.Evidence.Where(item => item.Weight != 0).Take(MostEvidence)) to.WriteLine(FormattableString.Invariant($"      {item.Weight,6:+0.00;-0.00}  {Cut.Line(item.Text, 160)}"));
        if (edge.Missing is not null) return;
        var edits = EditFinding.Of(ArticleWords.Of(articles[edge.From]), ArticleWords.Of(articles[edge.To]), options.Cues).Changes;
        var shown = edits.Where(edit => edit.Kind is not (EditKind.Reworded or EditKind.SentenceAdded or EditKind.SentenceDropped or EditKind.SentenceMoved)).Take(MostEdits).ToList();
        foreach (var edit in shown) to.WriteLine($"      {LineageWords.Plain(edit.Kind)}: {Side(edit.Before)} → {Side(edit.After)}");
        if (edits.Length > shown.Count) to.WriteLine($"      {(shown.Count > 0 ? "and " : "")}{edits.Length - shown.Count:N0} {(shown.Count > 0 ? "further " : "")}{(edits.Length - shown.Count == 1 ? "edit" : "edits")}; --report shows all side by side");
    }

    private static string Side(string words) => words.Length == 0 ? "nothing" : $"“{Cut.Line(words, 70)}”";
}
