using System.Text.Json;
using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Reports.Accounts;

/// <summary>An article that was read, as JSON.</summary>
internal static class ReadArticleJson
{
    /// <summary>Writes an article with its statements, figures, names, loaded words and header.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="article">What.</param>
    /// <param name="index">The number that mentions of names in it have.</param>
    /// <param name="entities">Names; those that it mentions are written.</param>
    public static void Article(Utf8JsonWriter json, ReadArticle article, int index, IReadOnlyList<Entity> entities)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Article.Id);
        if (article.Problem is { } problem) json.WriteString("problem", problem);
        json.WriteStartArray("statements");
        foreach (var statement in article.Statements) Statement(json, statement);
        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var figure in article.Figures) Figure(json, figure, article);
        json.WriteEndArray();
        json.WriteStartArray("entities");
        foreach (var entity in entities.Where(entity => entity.Mentions.Any(mention => mention.Article == index))) EntitiesJson.One(json, entity, index);
        json.WriteEndArray();
        json.WriteStartArray("loaded");
        foreach (var word in article.Loaded)
        {
            json.WriteStartObject();
            json.WriteString("word", word.Word);
            json.WriteString("class", word.Class);
            json.WriteNumber("polarity", word.Polarity);
            json.WriteString("voice", word.Voice.ToString().ToLowerInvariant());
            json.WriteNumber("start", word.Span.Start);
            json.WriteNumber("end", word.Span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("header");
        Header(json, article);
        json.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("kind", statement.Kind.ToString().ToLowerInvariant());
        Spans(json, "source", statement.Source);
        Spans(json, "cue", statement.Cue);
        Spans(json, "content", statement.Content);
        if (statement.Parent < 0) json.WriteNull("parent");
        else json.WriteNumber("parent", statement.Parent);
        json.WriteString("rule", statement.Rule);
        json.WriteString("cue_word", statement.CueWord);
        json.WriteNumber("confidence", statement.Confidence);
        json.WriteString("source_kind", AccountsJson.Word(statement.SourceKind));
        json.WriteString("resolved", statement.Resolved);
        json.WriteString("resolved_because", statement.ResolvedBecause);
        json.WriteEndObject();
    }

    private static void Spans(Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a figure of an article.</summary>
    public static void Figure(Utf8JsonWriter json, Figure figure, ReadArticle article)
    {
        json.WriteStartObject();
        json.WriteString("article", article.Article.Id);
        json.WriteString("text", article.Article.Text[figure.Span.Start..figure.Span.End]);
        json.WriteNumber("start", figure.Span.Start);
        json.WriteNumber("end", figure.Span.End);
        json.WriteNumber("value", figure.Value);
        json.WriteNumber("low", figure.Low);
        if (double.IsInfinity(figure.High)) json.WriteNull("high");
        else json.WriteNumber("high", figure.High);
        json.WriteString("hedge", figure.Hedge);
        json.WriteString("kind", figure.Kind.ToString().ToLowerInvariant());
        json.WriteString("unit", figure.Unit);
        json.WriteString("predicate", figure.Predicate);
        if (figure.Statement >= 0) json.WriteNumber("statement", figure.Statement);
        json.WriteString("holder", article.HolderOf(figure));
        json.WriteEndObject();
    }

    /// <summary>Writes what an article rests on: statements by kind, who is heard, facts, notes.</summary>
    public static void Header(Utf8JsonWriter json, ReadArticle article)
    {
        var header = article.Header;
        json.WriteStartObject();
        json.WriteString("id", article.Article.Id);
        json.WriteNumber("words", header.Words);
        json.WriteNumber("direct", header.Direct);
        json.WriteNumber("indirect", header.Indirect);
        json.WriteNumber("mixed", header.Mixed);
        json.WriteNumber("quoted_share", header.QuotedShare);
        json.WriteNumber("attributed_share", header.AttributedShare);
        json.WriteString("basis", header.Basis);
        json.WriteNumber("first_hand", header.FirstHand);
        json.WriteStartObject("by_kind");
        foreach (var kind in Enum.GetValues<SourceKind>()) json.WriteNumber(AccountsJson.Word(kind), header.ByKind[(int)kind]);
        json.WriteEndObject();
        json.WriteStartArray("heard");
        foreach (var heard in header.Heard)
        {
            json.WriteStartObject();
            json.WriteString("name", heard.Name);
            json.WriteString("kind", AccountsJson.Word(heard.Kind));
            json.WriteNumber("statements", heard.Statements);
            json.WriteNumber("direct", heard.Direct);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("not_heard");
        foreach (var name in header.NotHeard) json.WriteStringValue(name);
        json.WriteEndArray();
        Spans(json, "unattributed", header.Unattributed);
        json.WriteStartArray("facts");
        foreach (var fact in article.Facts)
        {
            json.WriteStartObject();
            json.WriteString("kind", fact.Kind.Word);
            json.WriteString("value", fact.Value);
            json.WriteBoolean("stated", fact.Stated);
            json.WriteString("rule", fact.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in article.Notes)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(note.Kind.ToString()));
            json.WriteString("rule", note.Rule);
            json.WriteNumber("start", note.Span.Start);
            json.WriteNumber("end", note.Span.End);
            json.WriteString("text", article.Article.Text[note.Span.Start..note.Span.End]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
