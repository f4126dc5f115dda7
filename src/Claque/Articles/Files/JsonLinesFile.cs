using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claque.Reading;
using Claque.Text;

namespace Claque.Articles.Files;

/// <summary>Articles as JSON: one object a line, one object, or an array of objects.</summary>
internal static class JsonLinesFile
{
    private const int MostBytes = 256 << 20;

    public static ArticleReading Read(ArticleBytes file, ArticleOptions options)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        var rejects = ImmutableArray.CreateBuilder<ArticleReject>();
        using var lines = new StreamReader(file.Stream(), Encoding.UTF8);
        if (IsWhole(lines, file.Name, out var first)) return Whole(first + lines.ReadToEnd(), file.Name, options);
        var number = 0;
        for (var line = first; line is not null; line = lines.ReadLine())
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(HalfPairs.Replaced(line));
                Take(json.RootElement, number, file.Name, options, articles, rejects);
            }
            catch (JsonException)
            {
                rejects.Add(new ArticleReject(number, "no JSON", $"{file.Name}({number}): this line is not a JSON object. Expected one article a line with \"id\" and \"text\"."));
            }
        }

        return new ArticleReading("jsonl", articles.ToImmutable(), rejects.ToImmutable());
    }

    /// <summary>True when the first object is an article: by its members.</summary>
    public static bool IsArticles(ArticleBytes file)
    {
        var reader = new Utf8JsonReader(file.Sample.TrimStart("\uFEFF[ \r\n\t"u8), isFinalBlock: false, default);
        var names = new List<string>();
        try
        {
            while (reader.Read() && reader.CurrentDepth <= 1)
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.Add(reader.GetString()!);
                    if (!reader.TrySkip()) break;
                }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The names before the fault say enough; the reader tells of the fault itself.
        }

        return RecordFields.IsArticleTable(names);
    }

    /// <summary>Takes the article of an element.</summary>
    private static void Take(JsonElement row, int number, string name, ArticleOptions options, ImmutableArray<Article>.Builder articles, ImmutableArray<ArticleReject>.Builder rejects)
    {
        var place = $"{name}({number})";
        if (row.ValueKind != JsonValueKind.Object)
        {
            rejects.Add(new ArticleReject(number, "no object", $"{place}: this is not a JSON object. Expected an article with \"id\" and \"text\"."));
            return;
        }

        var best = new Dictionary<string, (int Rank, string Value)>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
            if (RecordFields.Field(member.Name) is var (field, rank) && Text(member.Value) is { } value && (!best.TryGetValue(field, out var had) || rank < had.Rank)) best[field] = (rank, value);
        var made = RecordFields.Make(field => best.TryGetValue(field, out var found) ? found.Value : null, place, Path.GetFileName(name), options);
        if (made is not null) articles.Add(made);
        else rejects.Add(new ArticleReject(number, "no text", $"{place}: the article has no \"text\". Every article needs \"id\" and \"text\"."));
    }

    private static bool IsWhole(StreamReader lines, string name, out string? first)
    {
        first = lines.ReadLine();
        while (first is not null && string.IsNullOrWhiteSpace(first)) first = lines.ReadLine();
        if (first is { Length: > MostBytes }) throw new InputException($"{name}: its first line is longer than {MostBytes >> 20} MB. Expected one article a line.");
        return first is not null && (first.TrimStart().StartsWith('[') || (first.Trim() is "{" or "{}" or ['{', .., ',']));
    }

    private static ArticleReading Whole(string text, string name, ArticleOptions options)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        var rejects = ImmutableArray.CreateBuilder<ArticleReject>();
        try
        {
            using var json = JsonDocument.Parse(HalfPairs.Replaced(text));
            var number = 0;
            if (json.RootElement.ValueKind == JsonValueKind.Array)
                foreach (var row in json.RootElement.EnumerateArray()) Take(row, ++number, name, options, articles, rejects);
            else Take(json.RootElement, 1, name, options, articles, rejects);
        }
        catch (JsonException)
        {
            throw new InputException($"{name} is not JSON. Expected one article a line, or an array of articles, with \"id\" and \"text\".");
        }

        return new ArticleReading("json", articles.ToImmutable(), rejects.ToImmutable());
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Text(name),
        _ => null,
    };
}
