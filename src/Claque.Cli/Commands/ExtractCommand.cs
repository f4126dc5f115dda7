using System.CommandLine;
using System.Text.Json;
using Claque.Articles;
using Claque.Articles.Extraction;
using Claque.Articles.Lines;
using Claque.Articles.Phrases;
using Claque.Articles.Provenance;
using Claque.Cli.Articles;
using Claque.Cli.Terminal;

namespace Claque.Cli.Commands;

/// <summary><c>claque extract</c>: what of a saved page is the article, and what page and text say about where it comes from.</summary>
internal static class ExtractCommand
{
    public static Command Make(Screen screen)
    {
        var pages = new Argument<string[]>("PAGE") { Description = "Saved pages, web archives, feeds, texts, tables of articles, folders of them, or a case.", Arity = ArgumentArity.OneOrMore };
        var all = new Option<bool>("--all") { Description = "Show every line of the page with its class and reason, not the article alone." };
        var phrases = new Option<string?>("--phrases") { Description = "A folder with phrase lists to add to the built-in ones.", HelpName = "FOLDER" };
        var json = SharedOptions.Json();
        var command = new TaughtCommand("extract", "Tells the article from the site around it, and says where it comes from.", """
            Tells the article from the site around it: title, byline, body, and every other line with its class and the reason.
            Says what page and text state about the origin: addresses, dates, authors, credits, agencies. What is inferred is marked so.
            Nothing of a page is executed, and nothing is fetched.

            Examples:
              claque extract page.html
              claque extract page.html --all
              claque extract saved-pages/ --json articles.json
              claque extract crawl.warc.gz --json -
            """) { pages, all, phrases, json };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(pages)!;
            OutputFile.Check(parsed.GetValue(json), "--json", paths);
            var options = new ArticleOptions();
            if (parsed.GetValue(phrases) is { } folder) options = options with { Phrases = new LinePhrases(PhraseLists.With(folder)) };
            var articles = ArticleInput.Read(paths, screen.Error, options);
            if (parsed.GetValue(json) is { } target) WriteJson(target, screen, articles, options);
            else foreach (var article in articles) WriteText(screen.Out, article, options, parsed.GetValue(all));
        });
        return command;
    }

    private static void WriteText(TextWriter to, Article article, ArticleOptions options, bool all)
    {
        var blocks = ArticleText.BlocksOf(article);
        to.WriteLine(Cut.Line(article.Title ?? article.Id, 200));
        to.WriteLine($"  {Cut.Line(string.Join(" · ", new[] { article.Byline, article.Outlet, Published(article), article.Url, article.Title is null ? null : article.Id }.OfType<string>()), 300)}");
        to.WriteLine();
        foreach (var block in blocks.Where(block => all || block.Class.IsMainText))
        {
            var shown = block.Span.In(article.Text).ToString();
            if (all)
            {
                to.WriteLine($"  {block.Class.Word,-15} {Cut.Line(shown, 100)}  [{block.Reason}]");
                continue;
            }

            Cut.WriteWrapped(to, Cut.Line(shown, int.MaxValue));
            to.WriteLine();
        }

        if (!all && blocks.Any(block => !block.Class.IsMainText))
            to.WriteLine("Not the article: " + string.Join(", ", blocks.Where(block => !block.Class.IsMainText).GroupBy(block => block.Class).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.Word.Replace('_', ' ')}")) + " (--all shows them)");
        var facts = ArticleFacts.Of(article, options.Phrases.Lists);
        if (!facts.IsEmpty)
        {
            to.WriteLine("Origin");
            foreach (var fact in facts)
                to.WriteLine($"  {fact.Kind.Word.Replace('_', ' '),-15} {Cut.Line(fact.Value, 120)}  [{(fact.Stated ? "stated" : "inferred")}: {fact.Rule}]");
        }

        foreach (var note in article.Notes) to.WriteLine("  Note: " + note);
        to.WriteLine();
    }

    private static string? Published(Article article) => article.Published is { } at ? new PageTime(at, article.PublishedPrecision).ToString() : null;

    private static void WriteJson(string target, Screen screen, IReadOnlyList<Article> articles, ArticleOptions options) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartArray();
        foreach (var article in articles) WriteArticle(json, article, options);
        json.WriteEndArray();
    });

    private static void WriteArticle(Utf8JsonWriter json, Article article, ArticleOptions options)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("file", article.File);
        json.WriteString("url", article.Url);
        json.WriteString("title", article.Title);
        json.WriteString("byline", article.Byline);
        json.WriteString("published", Published(article));
        json.WriteString("outlet", article.Outlet);
        json.WriteString("language", article.Language);
        json.WriteString("body", ArticleText.MainTextOf(article));
        json.WriteString("text", article.Text);
        json.WriteStartArray("blocks");
        foreach (var block in ArticleText.BlocksOf(article))
        {
            json.WriteStartObject();
            json.WriteString("class", block.Class.Word);
            json.WriteString("reason", block.Reason);
            json.WriteNumber("start", block.Span.Start);
            json.WriteNumber("end", block.Span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var fact in ArticleFacts.Of(article, options.Phrases.Lists)) WriteFact(json, fact);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in article.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, ArticleFact fact)
    {
        json.WriteStartObject();
        json.WriteString("kind", fact.Kind.Word);
        json.WriteString("value", fact.Value);
        json.WriteBoolean("stated", fact.Stated);
        json.WriteString("rule", fact.Rule);
        json.WriteNumber("confidence", fact.Confidence);
        if (fact.Span is { } span)
        {
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
        }
        else
        {
            json.WriteNull("start");
            json.WriteNull("end");
        }

        json.WriteEndObject();
    }
}
