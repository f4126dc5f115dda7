using Claque.Articles;
using Claque.Cases;
using Claque.Reports.Accounts;
using Claque.Reports.Exhibits;
using Claque.Statements;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;
using Claque.Text.Prose;

namespace Claque.Web;

/// <summary>Rival accounts side by side, as the page shows them.</summary>
internal sealed class SideViews
{
    private const int NamesShown = 120;
    private const int LoadedShown = 60;
    private const int FiguresShown = 200;
    private readonly Comparison _comparison;
    private readonly Shelf _shelf;
    private readonly HashSet<string> _chosen;
    private readonly (List<int> Left, List<int> Right) _asked;

    private SideViews(Comparison comparison, Shelf shelf, HashSet<string> chosen, (List<int> Left, List<int> Right) asked) =>
        (_comparison, _shelf, _chosen, _asked) = (comparison, shelf, chosen, asked);

    public static Sides Of(OpenCaseFile open, CaseFile file, (List<int> Left, List<int> Right) asked) =>
        new SideViews(Comparison(open, file, asked), open.Known.Shelf(file), ReportPages.Chosen(file), asked).Sides();

    /// <summary>The comparison of two sets of articles, with what users of the case said about names.</summary>
    public static Comparison Comparison(OpenCaseFile open, CaseFile file, (List<int> Left, List<int> Right) asked)
    {
        var shelf = open.Known.Shelf(file);
        return open.Known.Comparison($"{string.Join(',', asked.Left)} {string.Join(',', asked.Right)} {shelf.Articles.Count}", () =>
            Claque.Statements.Comparing.Comparison.Of([.. asked.Left.Select(shelf.Of)], [.. asked.Right.Select(shelf.Of)], null, file.NameCorrections()));
    }

    private Sides Sides()
    {
        var figures = _comparison.Figures.Where(row => row.Relation is not (FigureRelation.Comparable or FigureRelation.None)).ToList();
        return new Sides(
            [.. Enumerable.Range(0, _comparison.LeftCount).Select(Article)], [.. Enumerable.Range(_comparison.LeftCount, _comparison.Articles.Count - _comparison.LeftCount).Select(Article)],
            [.. _comparison.Rows.Select(Row)], [.. _comparison.Rows.CountBy(row => row.Relation).OrderBy(count => count.Key).Select(count => new Tally(Word(AccountsJson.Word(count.Key)), count.Value))],
            [.. figures.Take(FiguresShown).Select(Figure)], _comparison.Figures.Count - figures.Count, Names(),
            [.. _comparison.Loaded.Where(word => word.Polarity != 0).Take(LoadedShown).Select(word => new LoadedRow(word.Word, word.Class, word.Polarity, [.. word.Left], [.. word.Right]))],
            FindingLimits.OfClaims, ComparisonPage.HowSure, Show.Whole(ComparisonPage.OfSubject(_comparison)));
    }

    private int Number(int article) => _shelf.NumberOf(_comparison.Articles[article].Article.Id);

    private SideArticle Article(int at)
    {
        var (reading, header) = (_comparison.Articles[at], _comparison.Articles[at].Header);
        return new SideArticle(
            _shelf.Link(Number(at)), reading.Problem ?? "", header.Words, header.Direct, header.Mixed, header.Indirect, header.QuotedShare, header.AttributedShare, header.Basis, header.FirstHand,
            [.. Enum.GetValues<SourceKind>().Where(kind => header.ByKind[(int)kind] > 0).Select(kind => new Tally(Word(AccountsJson.Word(kind)), header.ByKind[(int)kind]))],
            [.. header.Heard.Take(30).Select(heard => new HeardRow(Show.Whole(heard.Name), Word(AccountsJson.Word(heard.Kind)), heard.Statements, heard.Direct))],
            [.. header.NotHeard.Take(30).Select(Show.Whole)], header.Unattributed.Count, [.. ToldBy(at)]);
    }

    // What an article says of its own making: who paid, who was asked, where it stood first.
    private IEnumerable<Told> ToldBy(int at)
    {
        var reading = _comparison.Articles[at];
        foreach (var note in reading.Notes)
            yield return new Told(ComparisonPage.Word(note.Kind), "in the text", Text(reading, note.Span), Shelf.Href(Number(at), note.Span));
        foreach (var fact in reading.Facts.Where(fact => fact.Kind is not FactKind.Title))
            yield return new Told(Word(fact.Kind.Word), fact.Stated ? "stated" : "inferred", Show.Whole(Show.Cut(fact.Value, 400)), fact.Span is { } span ? Shelf.Href(Number(at), span) : "");
    }

    private SideRow Row(ComparisonRow row) => new(
        Show.Whole(row.Entity), row.Aspect, Word(AccountsJson.Word(row.Relation)), row.IsCompatible, [.. row.Reasons.Select(reason => new Reason(Show.Whole(reason.Left), Show.Whole(reason.Right)))],
        [.. row.Left.Select(claim => Claim(claim, 0))], [.. row.Right.Select(claim => Claim(claim, _comparison.LeftCount))], Choice(ClaimsExhibits.Hash(_comparison, row)));

    private Choice Choice(string row)
    {
        var key = FindingKey.Claims(_asked.Left, _asked.Right, row);
        return new Choice(key, _chosen.Contains(key));
    }

    private SideClaim Claim(Claim claim, int offset) => new(
        Number(claim.Article + offset), Shelf.Href(Number(claim.Article + offset), claim.Span), Text(_comparison.Articles[claim.Article + offset], claim.Span), Show.Whole(claim.Holder),
        Word(AccountsJson.Word(claim.HolderKind)), [.. AccountsJson.WordsOf(_comparison.Articles[claim.Article + offset], claim).Select(Show.Whole)]);

    private SideFigure Figure(FigureRow row) => new(AccountsJson.Shown(row.Relation), Figure(row.LeftArticle, row.Left), Figure(row.RightArticle + _comparison.LeftCount, row.Right), Choice(ClaimsExhibits.Hash(_comparison, row)));

    private FigureOf Figure(int at, Figure figure)
    {
        var reading = _comparison.Articles[at];
        var sentence = reading.Document.Sentences.FirstOrDefault(sentence => sentence.Contains(figure.Span.Start));
        return new FigureOf(Number(at), Shelf.Href(Number(at), figure.Span), Text(reading, figure.Span), sentence.Length > 0 ? Text(reading, sentence) : "", Show.Whole(reading.HolderOf(figure)));
    }

    private List<SideName> Names() =>
    [
        .. _comparison.Entities.Select(entity => new SideName(
                Show.Whole(entity.Name), entity.Kind.ToString().ToLowerInvariant(),
                [.. entity.Forms.Select(form => new NameForm(Show.Whole(form), entity.Mentions.Count(mention => mention.Form == form && mention.Article < _comparison.LeftCount), entity.Mentions.Count(mention => mention.Form == form && mention.Article >= _comparison.LeftCount)))],
                [.. entity.Links.Select(link => new NameLink(Show.Whole(link.A), Show.Whole(link.B), link.Reason, link.IsWeak))],
                entity.Mentions.Count(mention => mention.Article < _comparison.LeftCount), entity.Mentions.Count(mention => mention.Article >= _comparison.LeftCount)))
            .OrderByDescending(name => name.Left > 0 && name.Right > 0).ThenByDescending(name => name.Left + name.Right).ThenBy(name => name.Name, StringComparer.Ordinal).Take(NamesShown),
    ];

    private static string Text(ReadArticle reading, TextSpan span) => Show.Whole(Show.Cut(reading.Article.Text[span.Start..span.End], 700));

    private static string Word(string word) => word.Replace('_', ' ');
}
