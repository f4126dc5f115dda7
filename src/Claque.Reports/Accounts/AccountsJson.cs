using System.Text.Json;
using Claque.Articles;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Text.Prose;

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
        foreach (var (article, entities) in articles) Article(json, article, 0, entities);
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
        json.WriteStartArray("rows");
        foreach (var row in comparison.Rows)
        {
            json.WriteStartObject();
            json.WriteString("entity", row.Entity);
            json.WriteString("aspect", row.Aspect);
            json.WriteString("relation", Word(row.Relation));
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
            Figure(json, row.Left, comparison.Articles[row.LeftArticle]);
            json.WritePropertyName("right");
            Figure(json, row.Right, comparison.Articles[row.RightArticle + comparison.LeftCount]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Entities(json, comparison.Entities);
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
        foreach (var article in comparison.Articles) Header(json, article);
        json.WriteEndArray();
        GroupsJson.Groups(json, groups, article => comparison.Articles[article].Article.Id);
        json.WriteStartArray("articles");
        for (var i = 0; i < comparison.Articles.Count; i++) Article(json, comparison.Articles[i], i, comparison.Entities);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A relation of rows in one word.</summary>
    public static string Word(RowRelation relation) => relation switch
    {
        RowRelation.Agree => "agree",
        RowRelation.Differ => "differ",
        RowRelation.OnlyHere => "only_here",
        _ => "characterised_otherwise",
    };

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
            json.WriteString("holder", claim.Holder);
            json.WriteString("holder_kind", Word(claim.HolderKind));
            if (claim.Statement >= 0) json.WriteNumber("statement", claim.Statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Article(Utf8JsonWriter json, ReadArticle article, int index, IReadOnlyList<Entity> entities)
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
        foreach (var entity in entities.Where(entity => entity.Mentions.Any(mention => mention.Article == index))) Entity(json, entity, index);
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
        json.WriteString("source_kind", Word(statement.SourceKind));
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

    private static void Figure(Utf8JsonWriter json, Figure figure, ReadArticle article)
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
        json.WriteString("holder", Holder(figure, article));
        json.WriteEndObject();
    }

    /// <summary>On whose word a figure stands.</summary>
    internal static string Holder(Figure figure, ReadArticle article)
    {
        if (figure.Statement < 0) return "the writer";
        var statement = article.Statements[figure.Statement];
        return statement.Resolved ?? (statement.Source.Count > 0 ? article.Document.Text[statement.Source[0].Start..statement.Source[0].End] : "nobody named");
    }

    private static void Entities(Utf8JsonWriter json, IReadOnlyList<Entity> entities)
    {
        json.WriteStartArray("entities");
        foreach (var entity in entities) Entity(json, entity, -1);
        json.WriteEndArray();
    }

    private static void Entity(Utf8JsonWriter json, Entity entity, int article)
    {
        json.WriteStartObject();
        json.WriteString("name", entity.Name);
        json.WriteString("kind", entity.Kind.ToString().ToLowerInvariant());
        json.WriteStartArray("forms");
        foreach (var form in entity.Forms) json.WriteStringValue(form);
        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in entity.Links)
        {
            json.WriteStartObject();
            json.WriteString("a", link.A);
            json.WriteString("b", link.B);
            json.WriteString("reason", link.Reason);
            json.WriteBoolean("weak", link.IsWeak);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Mentions(json, "mentions", entity.Mentions, article);
        Mentions(json, "descriptions", entity.Descriptions, article);
        json.WriteEndObject();
    }

    private static void Mentions(Utf8JsonWriter json, string name, IReadOnlyList<Mention> mentions, int article)
    {
        json.WriteStartArray(name);
        foreach (var mention in mentions.Where(mention => article < 0 || mention.Article == article))
        {
            json.WriteStartObject();
            json.WriteNumber("article", mention.Article);
            json.WriteNumber("start", mention.Span.Start);
            json.WriteNumber("end", mention.Span.End);
            json.WriteString("form", mention.Form);
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

    private static void Header(Utf8JsonWriter json, ReadArticle article)
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
        foreach (var kind in Enum.GetValues<SourceKind>()) json.WriteNumber(Word(kind), header.ByKind[(int)kind]);
        json.WriteEndObject();
        json.WriteStartArray("heard");
        foreach (var heard in header.Heard)
        {
            json.WriteStartObject();
            json.WriteString("name", heard.Name);
            json.WriteString("kind", Word(heard.Kind));
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
