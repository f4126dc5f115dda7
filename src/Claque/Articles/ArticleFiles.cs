using System.Text;
using System.Text.Json;
using Claque.Reading;

namespace Claque.Articles;

/// <summary>Reads articles from files.</summary>
public static class ArticleFiles
{
    /// <summary>The articles of a file, in order: one of a <c>.txt</c>, one a line of a <c>.jsonl</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">No such file, or a line of it is not an article.</exception>
    public static IReadOnlyList<Article> Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"There is no file {path}.");
        return Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson" ? OfLines(path) : [OfText(path)];
    }

    private static Article OfText(string path) => new()
    {
        Id = Path.GetFileName(path),
        Text = File.ReadAllText(path, Encoding.UTF8),
        File = Path.GetFileName(path),
    };

    private static List<Article> OfLines(string path)
    {
        var articles = new List<Article>();
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            articles.Add(OfLine(line, $"{Path.GetFileName(path)}({number})", Path.GetFileName(path)));
        }

        return articles;
    }

    private static Article OfLine(string line, string place, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            return new Article
            {
                Id = Field(row, "id") ?? throw new InputException($"{place}: the article has no \"id\". Every line needs \"id\" and \"text\"."),
                Text = Field(row, "text") ?? throw new InputException($"{place}: the article has no \"text\". Every line needs \"id\" and \"text\"."),
                Url = Field(row, "url"),
                Outlet = Field(row, "outlet"),
                Byline = Field(row, "byline"),
                Title = Field(row, "title"),
                Language = Field(row, "language"),
                Published = row.TryGetProperty("published", out var time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var at)
                    ? at.ToUniversalTime() : null,
                PublishedPrecision = Field(row, "published") is { Length: <= 10 } ? TimePrecision.Day : TimePrecision.Second,
                File = file,
            };
        }
        catch (JsonException)
        {
            throw new InputException($"{place}: this line is not a JSON object. Expected one article a line with \"id\" and \"text\".");
        }
    }

    private static string? Field(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}
