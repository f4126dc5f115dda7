using System.Globalization;
using Claque.Cases;
using Claque.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/sources</c>: the imported files, their receipts and the rows that could not be used.</summary>
internal static class SourcePages
{
    private const int PageSize = 100;

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/sources.json", () => TypedResults.Ok(bench.Case.Read(file => new SourceList([.. file.Sources().Select(source => Receipt(file, source))]))));
        app.MapGet("/sources.csv", () => bench.Case.Read(file => Table.Of(
            "sources", ["number", "file", "sha256", "bytes", "format", "mapping", "rows", "posts_new", "posts_known", "rows_rejected", "complete", "first", "last", "precision", "articles"],
            file.Sources().Select(source => (object?[])
            [
                source.Number, source.FileName, source.Sha256, source.Bytes, source.Format, source.Mapping, source.RowsRead, source.PostsNew, source.PostsKnown,
                source.RowsRejected, source.Complete, Show.TimeOrNull(source.FirstUs), Show.TimeOrNull(source.LastUs), source.Precision.Word, file.Look.ArticlesOf(source.Number),
            ]))));
        app.MapGet("/sources/{number:int}.json", (int number) => TypedResults.Ok(bench.Case.Read(file => Receipt(file, Source(file, number)))));
        app.MapGet("/sources/{number:int}/rejects.json", (int number, HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => Rejects(file, number, request))));
        app.MapGet("/sources/{number:int}/rejects.csv", (int number) => bench.Case.Read(file => Table.Of(
            $"rejects-{number}", ["line", "kind", "reason", "excerpt"],
            [.. file.Rejects(Source(file, number).Number).Select(row => (object?[])[row.Line, row.Kind, row.Reason, row.Excerpt])])));
    }

    private static Receipt Receipt(CaseFile file, SourceView source) => Show.Receipt(source, file.Look.ArticlesOf(source.Number));

    private static SourceView Source(CaseFile file, int number) =>
        file.Sources().FirstOrDefault(source => source.Number == number) ?? throw Refused.NotFound($"The case has no source {number}.");

    private static RejectList Rejects(CaseFile file, int number, HttpRequest request)
    {
        var rows = file.Look.Rejects(number, request.Whole("after", 0), PageSize);
        return new RejectList(
            [.. rows.Select(found => new RejectedLine(found.Row.Line, found.Row.Kind, found.Row.Reason, found.Row.Excerpt))],
            rows.Length == PageSize ? rows[^1].Number.ToString(CultureInfo.InvariantCulture) : null, Source(file, number).RowsRejected);
    }
}
