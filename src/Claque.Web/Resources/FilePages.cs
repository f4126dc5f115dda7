using System.Security.Cryptography;
using Claque.Articles;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Claque.Web;

/// <summary><c>/files</c>: files dropped on the workbench: written to disk, looked into, imported when the user says so.</summary>
internal static class FilePages
{
    private const int RowsShown = 5;
    private static readonly FileMapping Nothing = new("", [], [], "", "", "");

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapPost("/api/files", (Delegate)((HttpContext http) => Take(http, bench)));
        app.MapGet("/files.json", () => TypedResults.Ok(new FileList([.. bench.Files.All.Select(file => View(bench, file))])));
        app.MapGet("/files/{id}.json", (string id) => TypedResults.Ok(View(bench, bench.Files.Of(id))));
        app.MapPost("/api/files/{id}/mapping", (string id, FileMapping asked) =>
        {
            var file = bench.Files.Of(id);
            var again = Inspected(id, file.Name, file.Path, file.Sha256, asked, bench.Now);
            bench.Files.Keep(again);
            return TypedResults.Ok(View(bench, again));
        });
        app.MapDelete("/api/files/{id}", (string id) =>
        {
            _ = bench.Files.Of(id);
            bench.Files.Remove(id);
            return TypedResults.NoContent();
        });
        app.MapPost("/api/files/{id}/import", (string id) => JobPages.Accepted(Import(bench, [bench.Files.Of(id)])));
        app.MapPost("/api/files/import", () => JobPages.Accepted(Import(bench, [.. bench.Files.All.Where(file => file.View is { Error: "", Recognised: true })])));
    }

    /// <summary>The file as it stands now: the case may have come to know it.</summary>
    public static StagedFile View(Bench bench, Staged file) => file.View with
    {
        KnownAs = bench.Current?.Read(of => of.Sources().FirstOrDefault(source => source.Sha256 == file.Sha256 && source.Complete)?.FileName) ?? "",
    };

    private static async Task<IResult> Take(HttpContext http, Bench bench)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit) limit.MaxRequestBodySize = null;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        var name = Path.GetFileName(http.Request.Text("name").Replace('\\', '/'));
        if (name.Length is 0 or > 255) throw new Refused(StatusCodes.Status400BadRequest, "The file has no name of 1 to 255 characters. Send it to /api/files?name=posts.csv.");
        var (id, path) = bench.Files.Place(name);
        try
        {
            var sha256 = await Spool(http, path);
            var staged = Inspected(id, name, path, sha256, Nothing, bench.Now);
            bench.Files.Keep(staged);
            return TypedResults.Created($"/files/{id}.json", View(bench, staged));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Writes the body to disk as it comes; gives the hash of its bytes.</summary>
    private static async Task<string> Spool(HttpContext http, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var chunk = new byte[1 << 16];
        while (await http.Request.Body.ReadAsync(chunk, http.RequestAborted) is > 0 and var read)
        {
            hash.AppendData(chunk, 0, read);
            await file.WriteAsync(chunk.AsMemory(0, read), http.RequestAborted);
        }

        if (file.Length == 0) throw new InputException("The file is empty: it has no bytes.");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Staged Inspected(string id, string name, string path, string sha256, FileMapping asked, DateTimeOffset now)
    {
        var view = new StagedFile(
            id, name, new FileInfo(path).Length, false, "", "", 0, "", "", "", false, [], [.. ReadOptions.Fields], [], [], 0, null, null, "", "UTC", [], [], asked, "", "", sha256, 0);
        try
        {
            if (asked.Format.Length == 0 && ArticleFiles.HoldsArticles(path)) return new Staged(id, name, path, sha256, asked) { View = StagedArticles.Filled(view, path) };
            using var stream = File.OpenRead(path);
            view = Filled(view, PostFiles.Inspect(stream, name, Options(asked, now), RowsShown), asked);
        }
        catch (InputException e)
        {
            view = view with { Error = e.Message };
        }

        return new Staged(id, name, path, sha256, asked) { View = view };
    }

    private static StagedFile Filled(StagedFile view, Inspection seen, FileMapping asked) => view with
    {
        Recognised = seen.Score >= 0.5,
        Format = seen.Format,
        Description = seen.Description,
        Score = Math.Round(seen.Score, 3),
        RunnerUp = seen.RunnerUp ?? "",
        Encoding = seen.Encoding,
        Delimiter = seen.Delimiter ?? "",
        Compressed = seen.Compressed,
        Mapping = [.. seen.Mapping.Select(pair => new FieldColumn(pair.Key, Show.Whole(pair.Value)))],
        Columns = [.. seen.Columns.Select(Show.Whole)],
        Rows = [.. seen.Rows.Select(row => new PreviewRow(
            row.Line, [.. row.Values.Select(value => new FieldValue(value.Key, Show.Whole(Show.Cut(value.Value, 300))))], Show.Whole(row.Rejected ?? "")))],
        RowsSampled = seen.RowsSampled,
        First = Show.TimeOrNull(seen.FirstUs),
        Last = Show.TimeOrNull(seen.LastUs),
        Precision = seen.Precision?.Word ?? "",
        TimeZone = asked.TimeZone.Length > 0 ? asked.TimeZone : "UTC",
        Behaviours = [.. seen.Behaviours.IsDefault ? [] : seen.Behaviours.Select(behaviour => behaviour.Name)],
        Problems = [.. seen.Problems.Select(Show.Whole)],
    };

    /// <exception cref="InputException">What the user asked for cannot be.</exception>
    private static ReadOptions Options(FileMapping asked, DateTimeOffset now) => new()
    {
        Format = asked.Format.Length > 0 ? asked.Format : null,
        Map = [.. asked.Map.Select(pair => KeyValuePair.Create(pair.Field, pair.Column))],
        ObjectColumns = [.. asked.ObjectColumns],
        TimeFormat = asked.TimeFormat.Length > 0 ? asked.TimeFormat : null,
        TimeZone = asked.TimeZone.Length > 0 ? asked.TimeZone : null,
        Delimiter = asked.Delimiter.Length > 0 ? asked.Delimiter : null,
        Now = now,
    };

    /// <summary>Takes files into the case, one after the other; a file that fails stops the work after what it had was kept.</summary>
    private static Job Import(Bench bench, IReadOnlyList<Staged> files)
    {
        if (files.Count == 0) throw Refused.NotFound("No file waits that could be imported.");
        var open = bench.Case;
        var title = files.Count == 1 ? $"Importing {files[0].Name}" : $"Importing {files.Count} files";
        return bench.Work.Start("import", title, canCancel: true, job =>
        {
            foreach (var file in files) Import(bench, open, file, job);
            if (files.Any(file => file.View.Articles > 0)) open.WriteLong(writer =>
            {
                writer.JoinArticlesToPosts();
                return true;
            }, job.Stop);
            open.Renew();
            if (files.Count > 1) job.Bring(state => state with { Href = "/sources", Receipt = null });
            if (Preparing.IsNeeded(open)) Preparing.Run(open, job, job.Stop);
        });
    }

    private static void Import(Bench bench, OpenCaseFile open, Staged file, Job job)
    {
        try
        {
            var (source, receipt) = file.View.Articles > 0 ? StagedArticles.Import(bench, open, file, job) : ImportPosts(bench, open, file, job);
            job.Bring(state => state with { Href = $"/sources/{receipt.Source}", Receipt = receipt });
            if (file.View.Articles == 0 && FileImport.NothingUsable(source) is { } nothing) throw nothing;
            bench.Files.Remove(file.Id);
        }
        catch (Exception e) when (e is InputException or OperationCanceledException)
        {
            KeepReceipt(open, file, job);
            throw;
        }
    }

    private static (SourceView Source, Receipt Receipt) ImportPosts(Bench bench, OpenCaseFile open, Staged file, Job job)
    {
        var receipt = open.WriteLong(
            writer => FileImport.Run(writer, new FileToImport(file.Path, file.Name, IsTemporary: true), Options(file.Asked, bench.Now), job, bench.Now, job.Stop), job.Stop);
        return (receipt.Source, Show.Receipt(receipt.Source, 0, receipt.WasComplete, receipt.RowsSkipped, receipt.RowsAdding));
    }

    /// <summary>What a stopped or broken import has left in the case.</summary>
    private static void KeepReceipt(OpenCaseFile open, Staged file, Job job)
    {
        open.Renew();
        if (open.Read(of => of.Sources().FirstOrDefault(source => source.Sha256 == file.Sha256)) is { } source)
            job.Bring(state => state with { Href = $"/sources/{source.Number}", Receipt = Show.Receipt(source, 0) });
    }
}
