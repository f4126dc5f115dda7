using System.Text.Json;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Names;

namespace Claque.Reports.Accounts;

/// <summary>Statements and comparisons as JSON. Fields are only ever added.</summary>
public static class AccountsJson
{
    /// <summary>Writes a list with one object an article, each read by itself: statements, figures, entities and header.</summary>
    public static void WriteArticles(Utf8JsonWriter json, IEnumerable<(ReadArticle Article, IReadOnlyList<Entity> Entities)> articles)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(articles);
        json.WriteStartArray();
        foreach (var (article, entities) in articles) ReadArticleJson.Article(json, article, 0, entities);
        json.WriteEndArray();
    }

    /// <summary>Writes a comparison.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="comparison">What.</param>
    /// <param name="groups">Which articles seem to be of one event, by index; empty when not asked.</param>
    public static void WriteComparison(Utf8JsonWriter json, Comparison comparison, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(groups);
        json.WriteStartObject();
        Ids(json, "left", comparison.Articles.Take(comparison.LeftCount));
        Ids(json, "right", comparison.Articles.Skip(comparison.LeftCount));
        json.WriteString("subject", comparison.Subject);
        json.WriteStartArray("rows");
        foreach (var row in comparison.Rows)
        {
            json.WriteStartObject();
            json.WriteString("entity", row.Entity);
            json.WriteString("aspect", row.Aspect);
            json.WriteString("relation", Word(row.Relation));
            json.WriteBoolean("compatible", row.IsCompatible);
            json.WriteStartArray("reasons");
            foreach (var (left, right) in row.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("left", left);
                json.WriteString("right", right);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Claims(json, "left", row.Left, comparison, 0);
            Claims(json, "right", row.Right, comparison, comparison.LeftCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var row in comparison.Figures)
        {
            json.WriteStartObject();
            json.WriteString("relation", Word(row.Relation));
            json.WritePropertyName("left");
            ReadArticleJson.Figure(json, row.Left, comparison.Articles[row.LeftArticle]);
            json.WritePropertyName("right");
            ReadArticleJson.Figure(json, row.Right, comparison.Articles[row.RightArticle + comparison.LeftCount]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EntitiesJson.All(json, comparison.Entities);
        json.WriteStartArray("loaded");
        foreach (var word in comparison.Loaded)
        {
            json.WriteStartObject();
            json.WriteString("word", word.Word);
            json.WriteString("class", word.Class);
            json.WriteNumber("polarity", word.Polarity);
            Voices(json, "left", word.Left);
            Voices(json, "right", word.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("headers");
        foreach (var article in comparison.Articles) ReadArticleJson.Header(json, article);
        json.WriteEndArray();
        GroupsJson.Groups(json, groups, article => comparison.Articles[article].Article.Id);
        json.WriteStartArray("articles");
        for (var i = 0; i < comparison.Articles.Count; i++) ReadArticleJson.Article(json, comparison.Articles[i], i, comparison.Entities);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A relation of rows in one word.</summary>
    public static string Word(RowRelation relation) => relation switch
    {
        RowRelation.Agree => "agree",
        RowRelation.Differ => "differ",
        RowRelation.OnlyHere => "only_here",
        RowRelation.CharacterisedOtherwise => "characterised_otherwise",
        _ => "no_verdict",
    };

    /// <summary>How the sides of a row stand to each other, as people read it.</summary>
    public static string Shown(ComparisonRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Word(row.Relation).Replace('_', ' ') + (row.IsCompatible ? ", compatible" : "");
    }

    /// <summary>How two figures stand to each other, as people read it: those that differ can both hold, those in conflict cannot.</summary>
    public static string Shown(FigureRelation relation) => relation == FigureRelation.Differ ? "differ, compatible" : Word(relation);

    /// <summary>A relation of figures in one word.</summary>
    public static string Word(FigureRelation relation) => relation switch
    {
        FigureRelation.Conflict => "conflict",
        FigureRelation.Differ => "differ",
        FigureRelation.Agree => "agree",
        _ => "comparable",
    };

    /// <summary>A kind of source as it is written in JSON.</summary>
    public static string Word(SourceKind kind) => kind switch
    {
        SourceKind.NamedPerson => "named_person",
        SourceKind.NamedOrganisation => "named_organisation",
        SourceKind.Document => "document",
        SourceKind.AnonymousPerson => "anonymous_person",
        SourceKind.AnonymousGroup => "anonymous_group",
        SourceKind.Writer => "writer",
        _ => "nobody",
    };

    private static void Ids(Utf8JsonWriter json, string name, IEnumerable<ReadArticle> articles)
    {
        json.WriteStartArray(name);
        foreach (var article in articles) json.WriteStringValue(article.Article.Id);
        json.WriteEndArray();
    }

    /// <summary>The words for which a claim stands in its row, as written.</summary>
    public static IEnumerable<string> WordsOf(ReadArticle reading, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Words.Select(word => reading.Document.Text[word.Start..word.End]);
    }

    private static void Claims(Utf8JsonWriter json, string name, IReadOnlyList<Claim> claims, Comparison comparison, int offset)
    {
        json.WriteStartArray(name);
        foreach (var claim in claims)
        {
            var reading = comparison.Articles[claim.Article + offset];
            json.WriteStartObject();
            json.WriteString("article", reading.Article.Id);
            json.WriteNumber("start", claim.Span.Start);
            json.WriteNumber("end", claim.Span.End);
            json.WriteString("text", reading.Document.Text[claim.Span.Start..claim.Span.End]);
            json.WriteStartArray("words");
            foreach (var word in WordsOf(reading, claim)) json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteString("holder", claim.Holder);
            json.WriteString("holder_kind", Word(claim.HolderKind));
            if (claim.Statement >= 0) json.WriteNumber("statement", claim.Statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Voices(Utf8JsonWriter json, string name, IReadOnlyList<int> counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("writer", counts[(int)Voice.Writer]);
        json.WriteNumber("quoted", counts[(int)Voice.Quoted]);
        json.WriteNumber("attributed", counts[(int)Voice.Attributed]);
        json.WriteNumber("heading", counts[(int)Voice.Heading]);
        json.WriteEndObject();
    }
}
