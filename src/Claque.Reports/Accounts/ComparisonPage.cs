using System.Text;
using Claque.Articles;
using Claque.Reports.Markup;
using Claque.Reports.Sections;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Statements.Sources;
using Claque.Text.Prose;

namespace Claque.Reports.Accounts;

/// <summary>A comparison as one HTML page that loads and runs nothing: three columns, and under them the articles, to which each claim leads.</summary>
public static class ComparisonPage
{
    private const string Style = """
        table { inline-size: 100%; } th, td { text-align: start; vertical-align: top; } body main table tr th { font-weight: 600; overflow-wrap: normal; }
        .rows { table-layout: fixed; } .rows td { font: 0.9rem/1.5 var(--serif); } .rows th:nth-child(2), .rows td:nth-child(2) { inline-size: 18%; text-align: center; }
        .h { font-size: 0.85rem; color: var(--soft); } .rows blockquote { margin: 0 0 0.6rem; padding: 0; border: 0; } .rows a { color: inherit; text-decoration-color: var(--bar); }
        article p { white-space: pre-wrap; } span:target { background: var(--mark); outline: 2px solid var(--mark-line); } .r { font-weight: 600; }

        """;

    /// <summary>Writes the page as UTF-8.</summary>
    /// <param name="comparison">What to show.</param>
    /// <param name="version">Claque's version.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Comparison comparison, string version, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var page = new MarkupWriter(writer);
        PageHead.Write(page, "Side by side", "Claque report", version, Style);
        page.Add($"<body>\n<header>\n<p class=\"eyebrow\">Claque report · rival accounts</p>\n<h1>Side by side</h1>\n<div class=\"banner calm\" role=\"note\"><p>What each account says, on whose word. Claque lays accounts beside each other and judges neither.</p></div>\n</header>\n<main>\n");
        Unread(page, comparison);
        Headers(page, comparison);
        Figures(page, comparison);
        Rows(page, comparison);
        Names(page, comparison);
        Loaded(page, comparison);
        Making(page, comparison);
        Articles(page, comparison);
        page.Add($"</main>\n<footer><p class=\"h\">Made by Claque {version}. Found by rules, not by a model; a row shows where to look, not what is so.</p></footer>\n</body>\n</html>\n");
    }

    // Rows may still be made of names in a text that was not read; a reader of the page alone must know.
    private static void Unread(MarkupWriter page, Comparison comparison)
    {
        foreach (var reading in comparison.Articles.Where(reading => !reading.IsRead))
            page.Add($"<div class=\"banner warn\" role=\"note\"><p><strong>{new Said(reading.Article.Title ?? reading.Article.Id)}</strong>: {reading.Problem} Do not rely on claims and aspects of it below.</p></div>\n");
    }

    /// <summary>What an article rests on, in words.</summary>
    public static string Basis(ReadArticle reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return !reading.IsRead ? "not read" : reading.Header.Basis switch
        {
            "first-hand" => "what the writer saw or did",
            "hearsay" => "what others said",
            "neither" => "neither what the writer saw nor what others said",
            _ => "what others said, and what the writer saw or did",
        };
    }

    private static void Headers(MarkupWriter page, Comparison comparison)
    {
        page.Add($"<h2>What each rests on</h2>\n<table>\n<tr><th>Article</th><th>Side</th><th>Words</th><th>Direct, mixed, indirect statements</th><th>Basis</th><th>Heard</th><th>Named, not heard</th></tr>\n");
        for (var i = 0; i < comparison.Articles.Count; i++)
        {
            var (reading, header) = (comparison.Articles[i], comparison.Articles[i].Header);
            page.Add($"<tr><td>{new Said(reading.Article.Title ?? reading.Article.Id)}</td><td>{(i < comparison.LeftCount ? "left" : "right")}</td><td>{(long)header.Words}</td><td>{(long)header.Direct}, {(long)header.Mixed}, {(long)header.Indirect}</td><td>{Basis(reading)}</td>");
            page.Add($"<td>{new Said(string.Join(", ", header.Heard.Take(12).Select(heard => heard.Name)))}</td><td>{new Said(string.Join(", ", header.NotHeard.Take(12)))}</td></tr>\n");
        }

        page.Add($"</table>\n");
    }

    // What an article says of its own making: who paid, who was asked, where it stood first.
    private static void Making(MarkupWriter page, Comparison comparison)
    {
        var told = comparison.Articles.Where(reading => reading.Notes.Count + reading.Facts.Count > 0).ToList();
        if (told.Count == 0) return;
        page.Add($"<h2>What each says of its own making</h2>\n<table>\n<tr><th>Article</th><th>What</th><th>Words</th></tr>\n");
        foreach (var reading in told)
        {
            foreach (var note in reading.Notes)
                page.Add($"<tr><td>{new Said(reading.Article.Title ?? reading.Article.Id)}</td><td>{Word(note.Kind)}</td><td>{new Said(reading.Article.Text[note.Span.Start..note.Span.End], 400)}</td></tr>\n");
            foreach (var fact in reading.Facts.Where(fact => fact.Kind is not FactKind.Title))
                page.Add($"<tr><td>{new Said(reading.Article.Title ?? reading.Article.Id)}</td><td>{fact.Kind.Word.Replace('_', ' ')} ({(fact.Stated ? "stated" : "inferred")})</td><td>{new Said(fact.Value, 400)}</td></tr>\n");
        }

        page.Add($"</table>\n");
    }

    /// <summary>What an article says of its own making, in words.</summary>
    internal static string Word(NoteKind kind) => kind switch
    {
        NoteKind.FirstHand => "was there",
        NoteKind.Disclosure => "invited, guided or paid",
        NoteKind.CommentRequest => "asked for comment",
        NoteKind.Reprint => "published elsewhere before",
        NoteKind.AuthorNote => "on the author",
        _ => "on nobody's word",
    };

    private static void Figures(MarkupWriter page, Comparison comparison)
    {
        if (comparison.Figures.Count == 0) return;
        page.Add($"<h2>Figures</h2>\n<p>Under each: on whose word. A relation is one of the numbers, not of what is said with them.</p>\n<table>\n<tr><th>Left</th><th>Relation</th><th>Right</th></tr>\n");
        foreach (var row in comparison.Figures.Where(row => row.Relation != FigureRelation.Comparable))
            page.Add($"<tr><td>{Link(comparison, row.LeftArticle, row.Left.Span)}<br><span class=\"h\">{Holder(row.LeftArticle, row.Left)}</span></td><td class=\"r\">{AccountsJson.Shown(row.Relation)}</td><td>{Link(comparison, row.RightArticle + comparison.LeftCount, row.Right.Span)}<br><span class=\"h\">{Holder(row.RightArticle + comparison.LeftCount, row.Right)}</span></td></tr>\n");
        page.Add($"</table>\n");

        Said Holder(int article, Figure figure) => new(comparison.Articles[article].HolderOf(figure));
    }

    /// <summary>How often rows are right, in the words that stand beside them wherever they are shown.</summary>
    public const string HowSure = "Read the sentences before you cite them. On real news reports, judged by hand: figures said to agree did so in nine cases of ten; claims said to agree did so in about four rows of five, and were of the aspect named in about three of five; of the few figures and rows said to conflict, differ or be characterised otherwise, most were of two things. Words on one side only do not show that the other side is silent.";

    /// <summary>Whose rows hold what names nobody; empty where the sides name nobody in common.</summary>
    public static string OfSubject(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Subject is { } subject && comparison.Rows.Any(row => row.Entity == subject) ? $"Under {subject}, which both name most, stands every claim that is of no other whom both name." : "";
    }

    private static void Rows(MarkupWriter page, Comparison comparison)
    {
        int Of(RowRelation relation) => comparison.Rows.Count(row => row.Relation == relation);
        page.Add($"<h2>Claims</h2>\n<p>By aspect, what collides first: {(long)Of(RowRelation.Differ)} differ, {(long)Of(RowRelation.CharacterisedOtherwise)} characterised otherwise, {(long)Of(RowRelation.Agree)} agree, {(long)Of(RowRelation.NoVerdict)} without a verdict, {(long)Of(RowRelation.OnlyHere)} with words on one side only. Under each claim: on whose word, and by which of its words it is here. A row holds the claims that it rests on and those with most words of the aspect, six a side. {new Said(OfSubject(comparison))}</p>\n<p class=\"h\">{HowSure}</p>\n<table class=\"rows\">\n<tr><th>Left</th><th>Both</th><th>Right</th></tr>\n");
        foreach (var row in comparison.Rows)
        {
            page.Add($"<tr><th colspan=\"3\">{new Said(row.Entity)} · {row.Aspect}{(row.Right.Count == 0 ? ": words on the left only" : row.Left.Count == 0 ? ": words on the right only" : "")}</th></tr>\n<tr><td>");
            Claims(page, comparison, row.Left, 0);
            page.Add($"</td><td>");
            if (row.Left.Count > 0 && row.Right.Count > 0) page.Add($"<p>{AccountsJson.Shown(row)}</p>");
            foreach (var (left, right) in row.Reasons) page.Add($"<p class=\"h\">{new Said(left)} | {new Said(right)}</p>");
            page.Add($"</td><td>");
            Claims(page, comparison, row.Right, comparison.LeftCount);
            page.Add($"</td></tr>\n");
        }

        page.Add($"</table>\n");
    }

    private static void Claims(MarkupWriter page, Comparison comparison, IReadOnlyList<Claim> claims, int offset)
    {
        foreach (var claim in claims)
            page.Add($"<blockquote>{Link(comparison, claim.Article + offset, claim.Span)}<br><span class=\"h\">{new Said(claim.Holder)} ({AccountsJson.Word(claim.HolderKind).Replace('_', ' ')}) · words: {new Said(string.Join(", ", AccountsJson.WordsOf(comparison.Articles[claim.Article + offset], claim)))}</span></blockquote>");
    }

    private static Fragment Link(Comparison comparison, int article, TextSpan span)
    {
        var document = comparison.Articles[article].Document;
        var sentence = document.Sentences.FirstOrDefault(sentence => sentence.Contains(span.Start));
        return Fragment.Of($"<a href=\"#a{(long)article}-{(long)sentence.Start}\">{new Said(document.Text[span.Start..span.End], 400)}</a>");
    }

    // What each calls the same, and why it is taken for the same.
    private static void Names(MarkupWriter page, Comparison comparison)
    {
        var names = comparison.Entities.Where(entity => entity.Links.Count > 0).ToList();
        if (names.Count == 0) return;
        page.Add($"<h2>Names</h2>\n<p>Written forms taken for one, with the reason of each link. What a description such as “the group” means is a guess from what was named last, right in about one of four.</p>\n<table>\n<tr><th>Left</th><th>Right</th><th>Because</th></tr>\n");
        foreach (var entity in names)
            page.Add($"<tr><td>{new Said(Called(entity, article => article < comparison.LeftCount))}</td><td>{new Said(Called(entity, article => article >= comparison.LeftCount))}</td><td>{new Said(string.Join("; ", entity.Links.Select(link => $"{link.A} = {link.B}: {link.Reason}{(link.IsWeak ? ", a guess" : "")}")))}</td></tr>\n");
        page.Add($"</table>\n");
    }

    /// <summary>The forms and descriptions of an entity on one side, most frequent first, each with how often.</summary>
    /// <param name="entity">Whose.</param>
    /// <param name="isOfSide">Whether an article is of that side.</param>
    public static string Called(Entity entity, Func<int, bool> isOfSide)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return string.Join(", ", entity.Mentions.Concat(entity.Descriptions).Where(mention => isOfSide(mention.Article)).GroupBy(mention => mention.Form, StringComparer.Ordinal)
            .OrderByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).Select(form => $"{form.Key} ({form.Count()}{(entity.Mentions.Any(mention => mention.Form == form.Key) ? "" : ", a guess")})"));
    }

    private static void Loaded(MarkupWriter page, Comparison comparison)
    {
        page.Add($"<h2>Loaded words</h2>\n<p>By voice: the writer's own / quoted / reported / in headings, which whoever published it there may have chosen.</p>\n<table>\n<tr><th>Word</th><th>Class</th><th>Left</th><th>Right</th></tr>\n");
        foreach (var word in comparison.Loaded.Where(word => word.Polarity != 0).Take(40))
            page.Add($"<tr><td>{new Said(word.Word)}</td><td>{word.Class}</td><td>{(long)word.Left[0]} / {(long)word.Left[1]} / {(long)word.Left[2]} / {(long)word.Left[3]}</td><td>{(long)word.Right[0]} / {(long)word.Right[1]} / {(long)word.Right[2]} / {(long)word.Right[3]}</td></tr>\n");
        page.Add($"</table>\n");
    }

    private static void Articles(MarkupWriter page, Comparison comparison)
    {
        for (var i = 0; i < comparison.Articles.Count; i++)
        {
            var document = comparison.Articles[i].Document;
            page.Add($"<h2>{new Said(comparison.Articles[i].Article.Title ?? comparison.Articles[i].Article.Id)}</h2>\n<article>\n");
            foreach (var paragraph in document.Paragraphs)
            {
                page.Add($"<p>");
                foreach (var sentence in document.Sentences.Where(paragraph.Contains))
                    page.Add($"<span id=\"a{(long)i}-{(long)sentence.Start}\">{new Said(document.Text[sentence.Start..sentence.End], int.MaxValue)}</span> ");
                page.Add($"</p>\n");
            }

            page.Add($"</article>\n");
        }
    }
}
