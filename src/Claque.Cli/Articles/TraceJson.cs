using System.Collections.Immutable;
using System.Text.Json;
using Claque.Articles;
using Claque.Lineage;
using Claque.Reports.Lineage;
using Claque.Text.Prose;

namespace Claque.Cli.Articles;

/// <summary>What <c>claque trace</c> found, as JSON.</summary>
internal static class TraceJson
{
    public static void Write(Utf8JsonWriter json, Lineages lineages, LineageOptions options)
    {
        var articles = lineages.Passages.Articles;
        json.WriteStartObject();
        json.WriteStartArray("articles");
        for (var i = 0; i < articles.Count; i++) WriteArticle(json, articles[i], FamilyOf(lineages, i));
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (var pair in lineages.Passages.Pairs) WritePair(json, pair, articles);
        json.WriteEndArray();
        json.WriteStartArray("families");
        foreach (var family in lineages.Families) WriteFamily(json, family, lineages, options);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in lineages.Passages.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int? FamilyOf(Lineages lineages, int article)
    {
        for (var i = 0; i < lineages.Families.Length; i++)
            if (lineages.Families[i].Members.BinarySearch(article) >= 0) return i + 1;
        return null;
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, int? family)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("byline", article.Byline);
        json.WriteString("url", article.Url);
        json.WriteString("published", article.Published?.UtcDateTime.ToString(article.PublishedPrecision == Reading.TimePrecision.Day ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("file", article.File);
        if (family is { } number) json.WriteNumber("family", number);
        else json.WriteNull("family");
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, ArticlePair pair, IReadOnlyList<Article> articles)
    {
        json.WriteStartObject();
        json.WriteString("a", articles[pair.A].Id);
        json.WriteString("b", articles[pair.B].Id);
        json.WriteString("relation", LineageWords.Word(pair.Relation));
        json.WriteNumber("containment_a", Math.Round(pair.ContainmentA, 4));
        json.WriteNumber("containment_b", Math.Round(pair.ContainmentB, 4));
        json.WriteNumber("copied_prose_words", pair.CopiedProse);
        json.WriteStartArray("passages");
        foreach (var passage in pair.Passages)
        {
            json.WriteStartObject();
            json.WriteString("class", LineageWords.Word(passage.Class));
            WriteSpan(json, "a", passage.A);
            WriteSpan(json, "b", passage.B);
            json.WriteNumber("identity", Math.Round(passage.Identity, 4));
            json.WriteNumber("words", passage.Words);
            json.WriteNumber("prose_words", passage.ProseWords);
            json.WriteNumber("substance", passage.Substance);
            json.WriteString("reason", passage.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFamily(Utf8JsonWriter json, Family family, Lineages lineages, LineageOptions options)
    {
        var articles = lineages.Passages.Articles;
        json.WriteStartObject();
        json.WriteStartArray("members");
        foreach (var member in family.Members) json.WriteStringValue(articles[member].Id);
        json.WriteEndArray();
        json.WriteString("earliest_seen", family.EarliestSeen is { } earliest ? articles[earliest].Id : null);
        json.WriteStartArray("missing");
        foreach (var missing in family.Missing)
        {
            json.WriteStartObject();
            json.WriteString("id", LineageWords.Id(missing));
            json.WriteString("name", missing.Name);
            json.WriteString("reason", missing.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in family.Edges) WriteEdge(json, edge, lineages, options);
        json.WriteEndArray();
        json.WriteString("note", family.Note);
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, LineageEdge edge, Lineages lineages, LineageOptions options)
    {
        var articles = lineages.Passages.Articles;
        json.WriteStartObject();
        json.WriteString("from", LineageExport.FromId(lineages, edge));
        json.WriteStartArray("or_from");
        foreach (var other in edge.OrFrom) json.WriteStringValue(articles[other].Id);
        json.WriteEndArray();
        json.WriteString("to", articles[edge.To].Id);
        json.WriteBoolean("directed", edge.IsDirected);
        json.WriteNumber("score", LineageWords.Score(edge));
        json.WriteNumber("chance", Math.Round(edge.Chance, 4));
        json.WriteString("reason", edge.Reason);
        json.WriteStartArray("evidence");
        foreach (var item in edge.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("kind", LineageWords.Word(item.Kind));
            json.WriteNumber("weight", item.Weight);
            json.WriteString("text", item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edits");
        if (edge.Missing is null) WriteEdits(json, EditFinding.Of(ArticleWords.Of(articles[edge.From]), ArticleWords.Of(articles[edge.To]), options.Cues).Changes);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEdits(Utf8JsonWriter json, ImmutableArray<Edit> edits)
    {
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("kind", LineageWords.Word(edit.Kind));
            if (edit.A is { } a) WriteSpan(json, "a", a);
            if (edit.B is { } b) WriteSpan(json, "b", b);
            json.WriteString("before", edit.Before);
            json.WriteString("after", edit.After);
            json.WriteEndObject();
        }
    }

    private static void WriteSpan(Utf8JsonWriter json, string side, TextSpan span)
    {
        json.WriteNumber(side + "_start", span.Start);
        json.WriteNumber(side + "_end", span.End);
    }
}
