using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Claque.Articles;
using Claque.Cli.Articles;
using Claque.Cli.Commands;
using Claque.Cli.Detecting;
using Claque.Cli.Terminal;
using Claque.Lineage;
using Claque.Personas;
using Claque.Personas.Accounts;
using Claque.Reading;
using Claque.Reports.Personas;

namespace Claque.Cli.Personas;

/// <summary>What <c>claque personas</c> compares: bylines with their articles, or accounts with their posts.</summary>
/// <param name="Articles">The articles, or the pieces of pooled posts.</param>
/// <param name="Terms">What they are called.</param>
/// <param name="Opening">What reading gave and left out, as sentences.</param>
/// <param name="WriteFields">The same as JSON fields.</param>
internal sealed record PersonasInput(IReadOnlyList<BylineArticle> Articles, PersonaTerms Terms, IReadOnlyList<string> Opening, Action<Utf8JsonWriter> WriteFields)
{
    /// <summary>Articles with bylines.</summary>
    /// <exception cref="InputException">No article has a byline, or options on posts were given.</exception>
    public static PersonasInput OfBylines(IReadOnlyList<string> paths, ReadingOptions reading, ParseResult parsed, Screen screen, CancellationToken stop)
    {
        if (reading.AnyGiven(parsed)) throw new InputException("Options on how posts are read need --accounts; articles are read without.");
        var rejects = new List<ArticleReject>();
        var articles = ArticleInput.Read(paths, rejected: rejects.Add);
        if (rejects.Count > 0) screen.Error.WriteLine($"Records passed over: {rejects.Count:N0}. The first: {rejects[0].Reason}");
        var named = BylineArticles.Of(articles, new PassageOptions(), stop);
        if (named.Count == 0) throw new InputException("No article has a byline. Give articles with \"byline\", one a line.");
        var without = articles.Count - named.Count;
        var opening = new List<string>
        {
            Text($"Bylines: {named.Select(article => article.Byline).Distinct().Count():N0}. Articles: {named.Count:N0}. Clean words: {named.Sum(a => (long)a.Text.Words):N0}."),
            Text($"Left out: {named.Sum(a => (long)a.Text.QuotedWords):N0} words in quotations, {named.Sum(a => (long)a.Text.StrippedWords):N0} in passages shared with other articles, {named.Sum(a => (long)a.Text.OutsideWords):N0} that are not the articles' own prose."),
        };
        if (without > 0) opening.Add(Text($"Left out without a byline: {without:N0}."));
        return new PersonasInput(named, PersonaTerms.Bylines, opening, json => json.WriteNumber("articles_without_byline", without));
    }

    /// <summary>Accounts with their own posts, pooled.</summary>
    /// <exception cref="InputException">More than one file, or no posts.</exception>
    public static PersonasInput OfAccounts(IReadOnlyList<string> paths, ReadingOptions reading, ParseResult parsed, Screen screen, CancellationToken stop)
    {
        if (paths.Count > 1) throw new InputException($"--accounts takes one case or one file of posts, found {paths.Count:N0}. Import several files into a case first: claque import FILES --case C.claque");
        using var source = DetectionInput.Open(paths[0], reading, parsed, screen);
        var pooled = PostPooling.Of(source.Posts, PoolingOptions.Default, stop);
        foreach (var note in source.Notes) screen.Error.WriteLine(note);
        var accounts = pooled.Accounts;
        if (accounts.Count + pooled.TooSmall == 0) throw new InputException($"{source.Name} has no posts.");
        BylineArticle[] pieces = [.. accounts.SelectMany(account => account.Pieces)];
        return new PersonasInput(pieces, PersonaTerms.Accounts, PersonaWords.OfPooled(pooled), json => Write(json, pooled));
    }

    private static void Write(Utf8JsonWriter json, PooledAccounts pooled)
    {
        json.WriteNumber("accounts_with_too_few_words", pooled.TooSmall);
        json.WriteStartArray("accounts");
        foreach (var account in pooled.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("account", account.Account);
            json.WriteNumber("posts", account.Posts);
            json.WriteNumber("reshares", account.Reshares);
            json.WriteNumber("shared_with_others", account.Shared);
            json.WriteNumber("repeated", account.Repeated);
            json.WriteNumber("without_words", account.Wordless);
            json.WriteNumber("pieces", account.Pieces.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
