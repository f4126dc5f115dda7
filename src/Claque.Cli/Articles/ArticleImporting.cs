using System.Text.Json;
using Claque.Articles;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli.Articles;

/// <summary>Takes files and folders of articles into a case, and says what came of it.</summary>
internal static class ArticleImporting
{
    /// <summary>Imports the files one after the other; folders file by file, files of theirs that are no articles with the reason.</summary>
    /// <exception cref="InputException">A file that was named cannot be read as articles; what came before is kept.</exception>
    public static List<ArticleReceipt> All(CaseFile to, IReadOnlyList<string> paths, Screen screen, CancellationToken stop)
    {
        var receipts = new List<ArticleReceipt>();
        var options = new ArticleOptions();
        foreach (var (named, path, name) in paths.SelectMany(named => ArticleFiles.Files(named).Select(file => (named, file.Path, file.Name))))
        {
            stop.ThrowIfCancellationRequested();
            var sha256 = FileHash.Sha256(path, null, stop);
            var reading = Directory.Exists(named) ? ArticleFiles.ReadOrReject(path, name, options) : ArticleFiles.ReadFile(path, name, options);
            if (reading.Articles.IsEmpty && reading.Rejects is [var reject, ..] && paths.Count == 1 && File.Exists(named)) throw new InputException(reject.Reason);
            receipts.Add(to.ImportArticles(new ArticlesToImport(name, sha256, new FileInfo(path).Length, reading), screen.Now));
        }

        return receipts;
    }

    /// <summary>A line a file, and how many posts link to articles.</summary>
    public static void WriteReceipts(TextWriter to, List<ArticleReceipt> receipts, CaseFile into)
    {
        if (receipts.Count == 0) return;
        foreach (var receipt in receipts)
        {
            to.WriteLine($"{receipt.FileName}  (articles: {receipt.Format}, sha256 {receipt.Sha256[..12]}…)");
            to.WriteLine(receipt.WasComplete ? "  already in the case, complete: nothing changed" : $"  {receipt.New:N0} {(receipt.New == 1 ? "article" : "articles")} new, {receipt.Known:N0} already in the case, {receipt.Rejected:N0} records not usable");
            foreach (var note in receipt.Notes.Take(5)) to.WriteLine("  " + Cut.Line(note, 200));
        }

        var (linked, linking) = into.ArticlesLinked();
        if (linking > 0) to.WriteLine($"{linking:N0} posts of the case link to {linked:N0} of its articles.");
    }

    /// <summary>The member <c>articles</c> of the import's JSON.</summary>
    public static void WriteJson(Utf8JsonWriter json, List<ArticleReceipt> receipts)
    {
        json.WriteStartArray("articles");
        foreach (var receipt in receipts)
        {
            json.WriteStartObject();
            json.WriteString("file", receipt.FileName);
            json.WriteString("format", receipt.Format);
            json.WriteString("sha256", receipt.Sha256);
            json.WriteBoolean("was_complete", receipt.WasComplete);
            json.WriteNumber("new", receipt.New);
            json.WriteNumber("known", receipt.Known);
            json.WriteNumber("rejected", receipt.Rejected);
            json.WriteStartArray("notes");
            foreach (var note in receipt.Notes) json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
