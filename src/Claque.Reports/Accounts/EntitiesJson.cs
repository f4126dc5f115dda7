using System.Text.Json;
using Claque.Statements.Names;

namespace Claque.Reports.Accounts;

/// <summary>Names with their forms and links, as JSON.</summary>
internal static class EntitiesJson
{
    /// <summary>Writes all names, with where each stands.</summary>
    public static void All(Utf8JsonWriter json, IReadOnlyList<Entity> entities)
    {
        json.WriteStartArray("entities");
        foreach (var entity in entities) One(json, entity, -1);
        json.WriteEndArray();
    }

    /// <summary>Writes a name, with where it stands in one article; in all where that is -1.</summary>
    public static void One(Utf8JsonWriter json, Entity entity, int article)
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
}
