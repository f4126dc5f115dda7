using System.Collections.Immutable;
using System.Text;
using Claque.Reading;
using Claque.Reading.Bytes;
using Claque.Reading.Tables;

namespace Claque.Articles.Files;

/// <summary>Articles as rows of a table; the columns of Media Cloud and of GDELT's article lists are known.</summary>
internal static class TableFile
{
    /// <exception cref="InputException">No column of texts or titles.</exception>
    public static ArticleReading Read(string path, string name, ArticleOptions? options = null)
    {
        using var file = new FileBytes(File.OpenRead(path), name, owned: true);
        var sample = TableSample.Of(file, delimiter: null);
        var columns = Columns(sample.Columns);
        if (!columns.ContainsKey("text") && !columns.ContainsKey("title") && !columns.ContainsKey("html"))
            throw new InputException($"{name} has no column with texts or titles of articles: it has {string.Join(", ", sample.Columns.Take(12))}. Name one \"text\" or \"title\".");
        var articles = ImmutableArray.CreateBuilder<Article>();
        var rejects = ImmutableArray.CreateBuilder<ArticleReject>();
        using var stream = file.Open();
        var reader = new CsvReader(stream, sample.Cut);
        reader.Next();
        for (var step = reader.Next(); step != CsvStep.End; step = reader.Next())
        {
            var place = $"{name}({reader.Line})";
            if (step != CsvStep.Row || reader.Count < sample.Columns.Length)
            {
                rejects.Add(new ArticleReject(reader.Line, "row", $"{place}: the row has {reader.Count} fields, expected {sample.Columns.Length}."));
                continue;
            }

            var made = RecordFields.Make(field => columns.TryGetValue(field, out var at) ? Encoding.UTF8.GetString(reader[at]) : null, place, Path.GetFileName(name), options ?? new ArticleOptions());
            if (made is not null) articles.Add(made);
            else rejects.Add(new ArticleReject(reader.Line, "no text", $"{place}: the row has neither text nor title."));
        }

        return new ArticleReading("table", articles.ToImmutable(), rejects.ToImmutable());
    }

    /// <summary>True when a file is a table of articles, not of posts: by its first row.</summary>
    public static bool Is(string path, string name)
    {
        using var file = new FileBytes(File.OpenRead(path), name, owned: true);
        return RecordFields.IsArticleTable(TableSample.Of(file, delimiter: null).Columns);
    }

    private static Dictionary<string, int> Columns(ImmutableArray<string> names)
    {
        var best = new Dictionary<string, (int Rank, int At)>(StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++)
            if (RecordFields.Field(names[at]) is var (field, rank) && (!best.TryGetValue(field, out var had) || rank < had.Rank)) best[field] = (rank, at);
        return best.ToDictionary(field => field.Key, field => field.Value.At, StringComparer.Ordinal);
    }
}
