using System.Text.Json;
using Claque.Articles;
using Claque.Statements.Comparing;

namespace Claque.Reports.Accounts;

/// <summary>Articles grouped by event as JSON. Fields are only ever added.</summary>
public static class GroupsJson
{
    /// <summary>Writes which articles seem to be of one event or subject; the lists of a comparison are there and empty.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Article> articles, EventGrouping proposed)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(proposed);
        json.WriteStartObject();
        foreach (var empty in new[] { "left", "right", "rows", "figures", "entities", "headers" })
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        Groups(json, proposed.Groups, article => articles[article].Id);
        Apart(json, proposed.Apart);
        json.WriteStartArray("articles");
        for (var i = 0; i < articles.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", articles[i].Id);
            json.WriteNumber("number", i + 1);
            json.WriteString("title", articles[i].Title);
            json.WriteString("outlet", articles[i].Outlet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Groups(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<int>> groups, Func<int, string> id)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartArray();
            foreach (var article in group) json.WriteStringValue(id(article));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Apart(Utf8JsonWriter json, IReadOnlyList<GroupsApart> apart)
    {
        json.WriteStartArray("apart");
        foreach (var pair in apart)
        {
            json.WriteStartObject();
            json.WriteNumber("first", pair.First);
            json.WriteNumber("second", pair.Second);
            Words("only_first", pair.OnlyFirst);
            Words("only_second", pair.OnlySecond);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Words(string name, IReadOnlyList<string> words)
        {
            json.WriteStartArray(name);
            foreach (var word in words) json.WriteStringValue(word);
            json.WriteEndArray();
        }
    }
}
