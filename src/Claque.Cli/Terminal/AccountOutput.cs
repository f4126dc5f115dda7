using System.Globalization;
using Claque.Articles;
using Claque.Reports.Accounts;
using Claque.Statements.Comparing;
using Claque.Statements.Figures;

namespace Claque.Cli.Terminal;

/// <summary>Statements and comparisons for the terminal.</summary>
internal static class AccountOutput
{
    private const int ShownWithoutVerdict = 2;

    /// <summary>One article: header, then statements. As one text, for the screen goes to the system at every write.</summary>
    public static string Page(ReadArticle reading)
    {
        var to = new StringWriter(CultureInfo.CurrentCulture);
        Header(to, reading);
        foreach (var statement in reading.Statements)
        {
            var source = statement.Source.Count == 0 ? "(nobody named)" : Text(reading, statement.Source[0].Start, statement.Source[^1].End);
            var who = statement.Resolved is { } resolved && resolved != source ? $"{source} = {resolved}" : source;
            // As it stands there: who "did not say" something has not said it.
            var cue = string.Join(" … ", statement.Cue.Select(span => Text(reading, span.Start, span.End)));
            to.WriteLine($"{(statement.Parent >= 0 ? "    " : "  ")}{Cut.Line(who, 70)}{(cue.Length > 0 ? ": " + Cut.Line(cue, 40) : "")}  [{AccountsJson.Word(statement.SourceKind)}; {statement.Kind.ToString().ToLowerInvariant()}, {statement.Rule} {statement.Confidence:0.00}]");
            to.WriteLine($"{(statement.Parent >= 0 ? "    " : "  ")}  {Cut.Line(string.Join(" … ", statement.Content.Select(content => Text(reading, content.Start, content.End))), 150)}");
        }

        to.WriteLine();
        return to.ToString();
    }

    /// <summary>A comparison: headers, figures, rows, loaded words.</summary>
    public static void Write(TextWriter to, Comparison comparison, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        foreach (var reading in comparison.Articles) Header(to, reading);
        if (comparison.Articles.Count > 2)
            foreach (var group in groups) to.WriteLine($"One event or subject: {string.Join(", ", group.Select(i => comparison.Articles[i].Article.Id))}");
        var figures = new TextTable("figures", "left", "right");
        foreach (var row in comparison.Figures.Where(row => row.Relation != FigureRelation.Comparable))
            figures.Add(AccountsJson.Shown(row.Relation), Figure(comparison.Articles[row.LeftArticle], row.Left), Figure(comparison.Articles[row.RightArticle + comparison.LeftCount], row.Right));
        if (figures.Count > 0) figures.Write(to);
        if (comparison.Rows.Count > 0)
        {
            to.WriteLine();
            Cut.WriteWrapped(to, ComparisonPage.HowSure + " In brackets: the words for which a sentence is here. Of rows without a verdict two claims a side are shown; --html, --csv and --json have up to six.");
            if (ComparisonPage.OfSubject(comparison) is { Length: > 0 } ofSubject) Cut.WriteWrapped(to, Cut.Line(ofSubject, 200));
        }

        foreach (var row in comparison.Rows)
        {
            to.WriteLine();
            var shown = row.Relation is RowRelation.NoVerdict or RowRelation.OnlyHere ? ShownWithoutVerdict : int.MaxValue;
            Cut.WriteWrapped(to, $"{Cut.Line(row.Entity, 50)} · {row.Aspect}: {AccountsJson.Shown(row)}{(row.Reasons.Count > 0 ? " (" + string.Join("; ", row.Reasons.Select(reason => Cut.Line(reason.Left, 30) + " | " + Cut.Line(reason.Right, 30))) + ")" : "")}", later: "  ");
            Claims(to, "left ", row.Left, shown, claim => comparison.Articles[claim.Article]);
            Claims(to, "right", row.Right, shown, claim => comparison.Articles[claim.Article + comparison.LeftCount]);
        }

        to.WriteLine();
        var names = new TextTable("what each calls the same: left", "right");
        foreach (var entity in comparison.Entities.Where(entity => entity.Links.Count > 0).Take(12))
            names.Add(Cut.Line(ComparisonPage.Called(entity, article => article < comparison.LeftCount), 70), Cut.Line(ComparisonPage.Called(entity, article => article >= comparison.LeftCount), 70));
        if (names.Count > 0) names.Write(to);
        var loaded = new TextTable("loaded word", "class", "left: own", "quoted", "reported", "heading", "right: own", "quoted", "reported", "heading");
        foreach (var word in comparison.Loaded.Where(word => word.Polarity != 0).Take(20))
            loaded.Add(word.Word, word.Class, $"{word.Left[0]}", $"{word.Left[1]}", $"{word.Left[2]}", $"{word.Left[3]}", $"{word.Right[0]}", $"{word.Right[1]}", $"{word.Right[2]}", $"{word.Right[3]}");
        if (loaded.Count > 0) loaded.Write(to);
    }

    // Of a number alone, what it counts too, and on whose word it stands: "47 (arrest) · the police".
    private static string Figure(ReadArticle reading, Figure figure) =>
        Cut.Line(Text(reading, figure.Span.Start, figure.Span.End), 40) + (figure.Span.End == figure.Number.End && figure.Kind != UnitKind.Money ? $" ({(figure.Kind == UnitKind.Age ? "age" : figure.Unit)})" : "") + " · " + Cut.Line(reading.HolderOf(figure), 30);

    // Those with most words of the aspect, in the order of the text.
    private static void Claims(TextWriter to, string side, IReadOnlyList<Claim> claims, int most, Func<Claim, ReadArticle> of)
    {
        foreach (var claim in claims.OrderByDescending(claim => claim.Words.Count).Take(most).OrderBy(claim => claim.Article).ThenBy(claim => claim.Span.Start))
        {
            var reading = of(claim);
            Cut.WriteWrapped(to, $"{Cut.Line(claim.Holder, 50)} [{Cut.Line(string.Join(", ", AccountsJson.WordsOf(reading, claim)), 40)}]: {Around(reading.Document.Text, claim)}", $"  {side}  ", "         ");
        }

        if (claims.Count > most) to.WriteLine($"  {side}  and {claims.Count - most} more");
    }

    // A long sentence is shown from shortly before the first of the words for which it is here.
    private static string Around(string text, Claim claim)
    {
        const int most = 110, before = 40;
        var (start, first) = (claim.Span.Start, claim.Words[0].Start);
        var from = Math.Max(start, first - before);
        if (from == start || claim.Span.Length <= most || claim.Words[0].End - start <= most - before) return Cut.Line(text[start..claim.Span.End], most);
        var blank = text.IndexOf(' ', from, first - from);
        return "…" + Cut.Line(text[(blank < 0 ? first : blank)..claim.Span.End], most);
    }

    /// <summary>Which articles seem to be of one event or subject, and what tells alike groups apart.</summary>
    public static void Groups(TextWriter to, IReadOnlyList<Article> articles, EventGrouping proposed)
    {
        var groups = proposed.Groups;
        foreach (var group in groups.Where(group => group.Count > 1))
        {
            to.WriteLine("One event or subject, it seems:");
            foreach (var i in group) Line(i);
        }

        var alone = groups.Where(group => group.Count == 1).SelectMany(group => group).ToList();
        if (alone.Count > 0) to.WriteLine("Like no other:");
        foreach (var i in alone) Line(i);
        foreach (var apart in proposed.Apart)
            to.WriteLine($"Alike, but told apart: {Those(apart.First, apart.OnlyFirst)}; {Those(apart.Second, apart.OnlySecond)}.");
        to.WriteLine("Choose any two or more to compare: --left 1 --right 2 (numbers or ids).");

        string Those(int group, IReadOnlyList<string> only) =>
            $"the {groups[group].Count} articles with {groups[group][0] + 1} ({(only.Count == 0 ? "no name, date or figure is theirs alone" : "only there: " + string.Join(", ", only))})";

        void Line(int i) => to.WriteLine($"  {i + 1,4}  {Cut.Line(articles[i].Id, 60)}  {Cut.Line(string.Join(" · ", new[] { articles[i].Title, articles[i].Outlet }.OfType<string>()), 90)}".TrimEnd());
    }

    private static void Header(TextWriter to, ReadArticle reading)
    {
        var header = reading.Header;
        var told = $", {header.Direct} direct, {header.Mixed} mixed and {header.Indirect} indirect statements; {header.QuotedShare:P0} of the words between quotation marks, {header.AttributedShare:P0} in others' mouths";
        to.WriteLine($"{Cut.Line(reading.Article.Id)}: {header.Words:N0} words{(reading.IsRead ? told : "")}; {ComparisonPage.Basis(reading)}");
        if (header.Heard.Count > 0) to.WriteLine($"  heard: {Cut.Line(string.Join(", ", header.Heard.Take(8).Select(heard => $"{heard.Name} ({heard.Statements})")), 160)}");
        if (header.NotHeard.Count > 0) to.WriteLine($"  named but not heard: {Cut.Line(string.Join(", ", header.NotHeard.Take(8)), 140)}");
        foreach (var note in reading.Notes.Where(note => note.Kind != Claque.Statements.Sources.NoteKind.FirstHand))
            to.WriteLine($"  {note.Rule}: {Cut.Line(Text(reading, note.Span.Start, note.Span.End), 130)}");
        // One title has often three marks on a page.
        foreach (var fact in reading.Facts.DistinctBy(fact => (fact.Kind, fact.Value))) to.WriteLine($"  {fact.Kind.Word.Replace('_', ' ')} [{(fact.Stated ? "stated" : "inferred")}: {fact.Rule}]: {Cut.Line(fact.Value, 110)}");
    }

    private static string Text(ReadArticle reading, int start, int end) => reading.Article.Text[start..end];
}
