using Claque.Statements.Figures;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Statements.Sources;

/// <summary>Somebody who is heard in an article.</summary>
/// <param name="Name">Who, as resolved or as written.</param>
/// <param name="Kind">What the source is.</param>
/// <param name="Statements">Number of statements.</param>
/// <param name="Direct">Of them in the source's own words.</param>
public sealed record Heard(string Name, SourceKind Kind, int Statements, int Direct);

/// <summary>What an article rests on, in numbers.</summary>
public sealed record Header
{
    /// <summary>Words of the article.</summary>
    public required int Words { get; init; }

    /// <summary>Statements in the source's words, in the writer's, and in both.</summary>
    public required int Direct { get; init; }

    /// <summary>Statements in the writer's words.</summary>
    public required int Indirect { get; init; }

    /// <summary>Statements partly quoted.</summary>
    public required int Mixed { get; init; }

    /// <summary>Share of the words that stand between quotation marks, 0 to 1.</summary>
    public required double QuotedShare { get; init; }

    /// <summary>Share of the words that are in somebody else's mouth, quoted or reported, 0 to 1.</summary>
    public required double AttributedShare { get; init; }

    /// <summary>Sentences in which the writer saw or did something.</summary>
    public required int FirstHand { get; init; }

    /// <summary>Statements of named persons, named organisations, documents, unnamed persons, unnamed groups, the writer, nobody: in this order.</summary>
    public required IReadOnlyList<int> ByKind { get; init; }

    /// <summary>Who is heard, most first.</summary>
    public required IReadOnlyList<Heard> Heard { get; init; }

    /// <summary>Persons named, and organisations named twice or more, that make no statement and for whom no spokesperson does.</summary>
    public required IReadOnlyList<string> NotHeard { get; init; }

    /// <summary>Sentences of the writer's own, or on nobody's word ("I am told"), that state a figure or use a loaded word.</summary>
    public required IReadOnlyList<TextSpan> Unattributed { get; init; }

    /// <summary><c>first-hand</c>, <c>hearsay</c>, <c>both</c> or <c>neither</c>: whether the writer was there, and whether others are relied on.</summary>
    public required string Basis { get; init; }

    internal static Header Of(Document document, IReadOnlyList<Statement> statements, IReadOnlyList<Figure> figures, IReadOnlyList<Note> notes, IReadOnlyList<Entity> entities, int article, IReadOnlyList<TextSpan> loaded)
    {
        var outer = statements.Where(statement => statement.Parent < 0).ToList();
        var heard = outer.Where(statement => statement.Source.Count > 0 && statement.SourceKind != SourceKind.Writer && !IsNobody(document.Text, statement.Source[0]))
            .GroupBy(statement => statement.Resolved ?? document.Text[statement.Source[0].Start..statement.Source[0].End], StringComparer.Ordinal)
            .Select(group => new Heard(group.Key, group.First().SourceKind, group.Count(), group.Count(statement => statement.Kind != StatementKind.Indirect)))
            .OrderByDescending(one => one.Statements).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var names = heard.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var contents = outer.SelectMany(statement => statement.Content).ToList();
        var quotes = document.Quotations.Where(quotation => quotation.Depth == 0).Select(quotation => quotation.Inner).ToList();
        var (inQuotes, inContents) = (Covered(document.Text.Length, quotes), Covered(document.Text.Length, contents));
        int words = 0, quoted = 0, attributed = 0;
        foreach (var token in document.Tokens)
        {
            if (token.Kind == TokenKind.Sign) continue;
            words++;
            if (inQuotes[token.Start]) quoted++;
            if (inQuotes[token.Start] || inContents[token.Start]) attributed++;
        }

        var firstHand = notes.Count(note => note.Kind == NoteKind.FirstHand);
        var others = outer.Count(statement => statement.SourceKind is not (SourceKind.Writer or SourceKind.Nobody));
        return new Header
        {
            Words = words,
            Direct = outer.Count(statement => statement.Kind == StatementKind.Direct),
            Indirect = outer.Count(statement => statement.Kind == StatementKind.Indirect),
            Mixed = outer.Count(statement => statement.Kind == StatementKind.Mixed),
            QuotedShare = words == 0 ? 0 : Math.Round(quoted / (double)words, 4),
            AttributedShare = words == 0 ? 0 : Math.Round(attributed / (double)words, 4),
            FirstHand = firstHand,
            ByKind = [.. Enum.GetValues<SourceKind>().Select(kind => outer.Count(statement => statement.SourceKind == kind))],
            Heard = heard,
            NotHeard = [.. entities.Where(entity => IsSilent(document, entity, article, names)).Select(entity => entity.Name)],
            Unattributed = Own(document, figures, quotes, [.. outer.Where(statement => statement.SourceKind != SourceKind.Nobody).SelectMany(statement => statement.Content)], loaded),
            Basis = firstHand > 0 ? others > firstHand ? "both" : "first-hand" : others > 0 ? "hearsay" : "neither",
        };
    }

    // "Nobody in the town said", "None of them said", "No official said"
    private static bool IsNobody(string text, TextSpan source)
    {
        var end = text.IndexOf(' ', source.Start);
        var first = text[source.Start..(end < 0 ? source.End : Math.Min(end, source.End))].ToLowerInvariant();
        var before = text.AsSpan(0, source.Start).TrimEnd();
        return first is "nobody" or "no-one" or "none" or "neither" or "no"
            || (before.EndsWith("no", StringComparison.OrdinalIgnoreCase) && (before.Length == 2 || !char.IsLetter(before[^3])));
    }

    private static bool[] Covered(int length, List<TextSpan> spans)
    {
        var covered = new bool[length];
        foreach (var span in spans) covered.AsSpan(span.Start, span.Length).Fill(true);
        return covered;
    }

    // Named twice, here or in all, without a statement of its own or of one who speaks for it.
    private static bool IsSilent(Document document, Entity entity, int article, HashSet<string> heard)
    {
        if (entity.Kind is not (EntityKind.Person or EntityKind.Organisation) || heard.Contains(entity.Name)) return false;
        // "Secretary", "Congressman": a title is nobody.
        if (entity.Forms.All(form => EntityLexicon.IsTitle(form.ToLowerInvariant()))) return false;
        var here = entity.Mentions.Where(mention => mention.Article == article).ToList();
        if (here.Count == 0 || (entity.Kind == EntityKind.Organisation ? here.Count : entity.Mentions.Count + 1) < 2) return false;
        return !here.Concat(entity.Descriptions.Where(mention => mention.Article == article)).Any(mention => IsSpokenFor(document.Text, mention.Span.Start));
    }

    private static bool IsSpokenFor(string text, int at)
    {
        var before = text[Math.Max(0, at - 24)..at];
        var word = before.LastIndexOf("spokes", StringComparison.OrdinalIgnoreCase);
        return word >= 0 && before.AsSpan(word).IndexOfAny(".;\n") < 0 && (before.Contains(" of ", StringComparison.Ordinal) || before.Contains(" for ", StringComparison.Ordinal));
    }

    private static List<TextSpan> Own(Document document, IReadOnlyList<Figure> figures, List<TextSpan> quotes, List<TextSpan> contents, IReadOnlyList<TextSpan> loaded)
    {
        bool Outside(TextSpan span) => !quotes.Exists(quote => quote.Overlaps(span)) && !contents.Exists(content => content.Overlaps(span));
        var marked = figures.Where(figure => figure.Kind is not (UnitKind.Date or UnitKind.Age)).Select(figure => figure.Span).Concat(loaded).Where(Outside).ToList();
        return [.. document.Sentences.Where(sentence => marked.Exists(sentence.Contains))];
    }
}
