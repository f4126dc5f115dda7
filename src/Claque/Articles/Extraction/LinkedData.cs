using System.Text.Json;
using Claque.Text;

namespace Claque.Articles.Extraction;

/// <summary>What a page says about its article in JSON-LD.</summary>
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public List<string> Authors { get; } = [];

    public string? Publisher { get; private set; }

    public string? Body { get; private set; }

    public string? Address { get; private set; }

    /// <summary>Takes what a script holds. Broken JSON and other things than articles are passed over.</summary>
    public void Take(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(HalfPairs.Replaced(json.Trim().TrimEnd(';')), Lenient);
            var open = new Stack<JsonElement>();
            open.Push(document.RootElement);
            for (var seen = 0; open.Count > 0 && seen < 20_000; seen++)
            {
                var value = open.Pop();
                if (value.ValueKind == JsonValueKind.Array)
                    foreach (var item in value.EnumerateArray().Reverse()) open.Push(item);
                if (value.ValueKind != JsonValueKind.Object) continue;
                if (IsArticle(value)) Article(value);
                foreach (var name in (string[])["mainEntity", "mainEntityOfPage", "@graph"])
                    if (value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object) open.Push(inner);
            }
        }
        catch (JsonException)
        {
        }
    }

    private static bool IsArticle(JsonElement value) => value.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsArticle(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && IsArticle(one.GetString()!)),
        _ => false,
    };

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "Review" or "LiveBlogPosting" or "SocialMediaPosting";

    private void Article(JsonElement value)
    {
        Headline ??= Text(value, "headline");
        Published ??= Text(value, "datePublished");
        Modified ??= Text(value, "dateModified");
        Body ??= Text(value, "articleBody");
        Publisher ??= value.TryGetProperty("publisher", out var publisher) ? Names(publisher).FirstOrDefault() : null;
        Address ??= Text(value, "url");
        if (Authors.Count == 0 && value.TryGetProperty("author", out var author)) Authors.AddRange(Names(author));
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Names(name),
        _ => [],
    };
}
