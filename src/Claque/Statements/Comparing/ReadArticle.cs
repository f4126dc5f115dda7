using Claque.Articles;
using Claque.Articles.Provenance;
using Claque.Statements.Figures;
using Claque.Statements.Grammar;
using Claque.Statements.Names;
using Claque.Statements.Sources;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>In whose voice a word stands.</summary>
public enum Voice : byte
{
    /// <summary>The writer's own.</summary>
    Writer,

    /// <summary>Between quotation marks.</summary>
    Quoted,

    /// <summary>Reported in the writer's words as somebody else's.</summary>
    Attributed,

    /// <summary>In a headline, a heading or a standfirst: the voice of who published it there, which need not be the writer's.</summary>
    Heading,
}

/// <summary>A loaded word in a text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Word">Base form.</param>
/// <param name="Class">Its class in the lexicon.</param>
/// <param name="Polarity">-1 unfavourable, 1 favourable, 0 neither.</param>
/// <param name="Voice">In whose voice.</param>
/// <param name="Statement">Index of the statement that holds it; -1 for none.</param>
public sealed record LoadedWord(TextSpan Span, string Word, string Class, int Polarity, Voice Voice, int Statement);

/// <summary>An article with all that is found in it.</summary>
public sealed record ReadArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>Its own prose, cut; all that is the site's or stands around the text is blank lines, so that spans are spans of the article's text.</summary>
    public required Document Document { get; init; }

    /// <summary>False when the text does not look English: then nothing was read, and <see cref="Problem"/> says so.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Why nothing was read; null when it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Who says what, with resolved sources.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Figures with units, those of headings included.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What it says of its own making.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Loaded words by voice.</summary>
    public required IReadOnlyList<LoadedWord> Loaded { get; init; }

    /// <summary>What it rests on.</summary>
    public required Header Header { get; init; }

    /// <summary>What page and text say of where it comes from: credits, agencies, dates.</summary>
    public required IReadOnlyList<ArticleFact> Facts { get; init; }

    /// <summary>On whose word a figure stands.</summary>
    /// <param name="figure">A figure of this article.</param>
    public string HolderOf(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return HolderOf(figure.Statement, IsUnsaid(figure.Number));
    }

    /// <summary>On whose word a thing stands.</summary>
    /// <param name="statement">Index of the statement that holds it; -1 for none.</param>
    /// <param name="unsaid">Whether it stands on nobody's word where no statement holds it ("was accused of").</param>
    internal string HolderOf(int statement, bool unsaid)
    {
        if (statement < 0) return unsaid ? "nobody named" : "the writer";
        var source = Statements[statement].Source;
        return Statements[statement].Resolved ?? (source.Count > 0 ? Document.Text[source[0].Start..source[0].End] : "nobody named");
    }

    /// <summary>True where the article says that something is said or alleged, and not by whom.</summary>
    internal bool IsUnsaid(TextSpan span) => Notes.Any(note => note.Unsaid.Length > 0 && note.Unsaid.Contains(span));

    /// <summary>Reads articles one by one: what is found in one depends on no other.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="corrections">What a user says of names.</param>
    /// <returns>In the order given, each with the entities that it names.</returns>
    /// <remarks>Linear in the number of articles; on all cores.</remarks>
    public static IReadOnlyList<(ReadArticle Article, IReadOnlyList<Entity> Entities)> Each(IReadOnlyList<Article> articles, NameCorrections? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var read = new (ReadArticle, IReadOnlyList<Entity>)[articles.Count];
        Parallel.For(0, read.Length, i => read[i] = (Of([articles[i]], out var entities, null, corrections)[0], entities));
        return read;
    }

    /// <summary>Reads articles together, so that names link across them. Linking costs the square of the number of names.</summary>
    /// <param name="articles">One or more.</param>
    /// <param name="entities">The entities of all of them.</param>
    /// <param name="lexicon">Aspects and loaded words; null for the standard ones.</param>
    /// <param name="corrections">What a user says of names.</param>
    public static IReadOnlyList<ReadArticle> Of(IReadOnlyList<Article> articles, out IReadOnlyList<Entity> entities, ComparingLexicon? lexicon = null, NameCorrections? corrections = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        // The lines of an article are told apart once for all that ask for them.
        var cut = articles.Select(article => article with { Blocks = ArticleText.BlocksOf(article) }).ToList();
        var documents = cut.ConvertAll(OwnProse.Of);
        var texts = documents.ConvertAll(document => new ParsedText(document));
        var found = Descriptions.Add(documents, Entities.Of(texts, corrections));
        entities = found;
        return [.. cut.Select((article, i) => One(article, texts[i], i, found, lexicon ?? ComparingLexicon.Standard) with { Article = articles[i] })];
    }

    private static ReadArticle One(Article article, ParsedText text, int index, IReadOnlyList<Entity> entities, ComparingLexicon lexicon)
    {
        var document = text.Document;
        var english = English.Share(text);
        var read = document.Tokens.Count < 20 || english >= English.Least;
        var statements = read ? new SourceKinds(text, index, entities).Of(Claque.Statements.Statements.Of(text)) : [];
        var figures = read ? FigureFinder.Of(text).Select(figure => Held(figure, document, statements)).ToList() : [];
        var headings = read && OwnProse.Headings(article) is { } lines ? new ParsedText(lines) : null;
        if (headings is not null) figures = [.. FigureFinder.Of(headings).Concat(figures).OrderBy(figure => figure.Span)];
        var notes = read ? Sources.Notes.Of(text) : [];
        if (read && OwnProse.Notes(article) is { } beside) notes = [.. notes.Concat(Sources.Notes.Of(new ParsedText(beside))).OrderBy(note => note.Span)];
        var loaded = read ? LoadedIn(text, statements, lexicon, [.. entities.SelectMany(entity => entity.Mentions).Where(mention => mention.Article == index).Select(mention => mention.Span)]) : [];
        if (headings is not null) loaded.InsertRange(0, LoadedIn(headings, [], lexicon, []).Select(word => word with { Voice = Voice.Heading }));
        return new ReadArticle
        {
            Article = article,
            Document = document,
            IsRead = read,
            Problem = read ? null : $"The text does not look English ({english:P0} of its words are common English ones, at least {English.Least:P0} are expected). Statements, figures, sources and loaded words are found in English only; names and quotation marks are found in any language.",
            Statements = statements,
            Figures = figures,
            Notes = notes,
            Loaded = loaded,
            Header = Header.Of(document, statements, figures, notes, entities, index, [.. loaded.Where(word => word.Polarity != 0 && word.Voice != Voice.Heading).Select(word => word.Span)]),
            Facts = ArticleFacts.Of(article),
        };
    }

    // Whose figure it is, and not what of: the names of who says it, and to whom, are none of the figure's.
    private static Figure Held(Figure figure, Document document, List<Statement> statements)
    {
        var statement = StatementAt(statements, figure.Number);
        if (statement < 0) return figure;
        if (!figure.Of.Any(word => word[0] == '@')) return figure with { Statement = statement };
        var content = statements[statement].Content.SelectMany(span => NameForms.Words(document.Text[span.Start..span.End])).Select(word => "@" + NameForms.Fold(word)).ToHashSet(StringComparer.Ordinal);
        return figure with { Statement = statement, Of = [.. figure.Of.Where(word => word[0] != '@' || content.Contains(word))] };
    }

    /// <summary>The innermost statement whose content holds a span; -1 for none.</summary>
    internal static int StatementAt(IReadOnlyList<Statement> statements, TextSpan span)
    {
        var best = -1;
        for (var i = 0; i < statements.Count; i++)
            if (Holds(statements[i], span)) best = i;
        return best;
    }

    private static bool Holds(Statement statement, TextSpan span)
    {
        for (var c = 0; c < statement.Content.Count; c++)
            if (statement.Content[c].Contains(span)) return true;
        return false;
    }

    private static List<LoadedWord> LoadedIn(ParsedText text, List<Statement> statements, ComparingLexicon lexicon, List<TextSpan> names)
    {
        var document = text.Document;
        var found = new List<LoadedWord>();
        var quotes = document.Quotations.Where(quotation => quotation.Depth == 0).Select(quotation => quotation.Span).ToList();
        for (var t = 0; t < document.Tokens.Count; t++)
        {
            var token = document.Tokens[t];
            if (token.Kind != TokenKind.Word) continue;
            var lexeme = text.Word(t);
            if (LoadedForm(lexeme, lexicon) is not { } word) continue;
            // A word of a name is not chosen by the writer.
            if (names.Exists(name => name.Contains(token.Start)) || OpensWithNames(document, token, names)) continue;
            var statement = StatementAt(statements, token.Span);
            var quoted = quotes.Exists(quote => quote.Contains(token.Start));
            _ = lexicon.IsLoaded(word, out var entry);
            found.Add(new LoadedWord(token.Span, word, entry.Class, entry.Polarity, quoted ? Voice.Quoted : statement >= 0 && statements[statement].SourceKind != SourceKind.Writer ? Voice.Attributed : Voice.Writer, statement));
        }

        return found;
    }

    // "Democratic officials said": what opens a sentence and elsewhere stands in names only.
    private static bool OpensWithNames(Document document, Token token, List<TextSpan> names)
    {
        if (!char.IsUpper(document.Text[token.Start]) || !document.Sentences.Any(sentence => sentence.Start == token.Start)) return false;
        var same = document.Tokens.Where(other => other.Start != token.Start && other.In(document.Text).Equals(token.In(document.Text), StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count > 0 && same.TrueForAll(other => names.Exists(name => name.Contains(other.Start)) || document.Sentences.Any(sentence => sentence.Start == other.Start))
            && same.Exists(other => names.Exists(name => name.Contains(other.Start)));
    }

    /// <summary>The form of a word that the list has: its base form, the word as it stands, or without a genitive's ending; null for none.</summary>
    private static string? LoadedForm(Lexeme lexeme, ComparingLexicon lexicon)
    {
        if (lexeme.Entry.Lemma is { Length: > 0 } lemma && lexicon.IsLoaded(lemma, out _)) return lemma;
        if (lexicon.IsLoaded(lexeme.Lower, out _)) return lexeme.Lower;
        return lexeme.Lower is [.. var owner, '\'' or '’', 's'] && lexicon.IsLoaded(owner, out _) ? owner : null;
    }
}

/// <summary>Whether a text is English.</summary>
internal static class English
{
    /// <summary>Below this share of common English words nothing is read. Dutch, Spanish and Greek essays have up to 0.13, English news from 0.22.</summary>
    public const double Least = 0.18;

    private static readonly HashSet<string> Common = new("the of and to a in that is was for it on with as by at from be are this have had has not but his her they he she we i you were which or an their its who said one all been would there what about more when will can if out up so no than into them some could only".Split(' '), StringComparer.Ordinal);

    /// <summary>Share of the words that are common English ones.</summary>
    public static double Share(ParsedText text)
    {
        int words = 0, common = 0;
        for (var t = 0; t < text.Document.Tokens.Count; t++)
        {
            if (text.Document.Tokens[t].Kind != TokenKind.Word) continue;
            words++;
            if (Common.Contains(text.Word(t).Lower)) common++;
        }

        return words == 0 ? 0 : common / (double)words;
    }
}

/// <summary>Links "the group" and "the compound" to the entity they seem to mean, weakly.</summary>
internal static class Descriptions
{
    /// <summary>The entities with their definite descriptions: the nearest fitting one named before in the same article.</summary>
    public static IReadOnlyList<Entity> Add(List<Document> documents, IReadOnlyList<Entity> entities)
    {
        var found = entities.Select(_ => new List<Mention>()).ToList();
        for (var article = 0; article < documents.Count; article++)
        {
            var document = documents[article];
            var named = entities.SelectMany((entity, e) => entity.Mentions.Where(mention => mention.Article == article).Select(mention => (mention.Span.Start, e)))
                .OrderBy(pair => pair.Start).ToList();
            for (var t = 0; t + 1 < document.Tokens.Count; t++)
            {
                if (document.Tokens[t].Length != 3 || !document.Tokens[t].In(document.Text).Equals("the", StringComparison.OrdinalIgnoreCase)) continue;
                var noun = document.Tokens[t + 1].In(document.Text).ToString();
                var kind = EntityLexicon.Described(noun);
                if (kind == EntityKind.Unknown || Meant(entities, named, noun, kind, document.Tokens[t].Start) is not { } meant) continue;
                found[meant].Add(new Mention(article, new TextSpan(document.Tokens[t].Start, document.Tokens[t + 1].End), "the " + noun));
            }
        }

        return [.. entities.Select((entity, e) => found[e].Count == 0 ? entity : entity with
        {
            Descriptions = found[e],
            Links = [.. entity.Links, .. found[e].Select(mention => mention.Form).Distinct().Select(form => new EntityLink(form, entity.Name, "description", IsWeak: true))],
        })];
    }

    // The entity that "the" and a noun mean at a place, by those named before it; null for none.
    private static int? Meant(IReadOnlyList<Entity> entities, List<(int Start, int e)> named, string noun, EntityKind kind, int at)
    {
        var before = named.FindAll(pair => pair.Start < at && entities[pair.e].Kind == kind);
        if (before.Count == 0) return null;
        // "The ministry" is the last ministry named.
        var sameNoun = before.FindLastIndex(pair => NameForms.Words(entities[pair.e].Name).Any(word => EntityLexicon.IsHeadFor(noun.ToLowerInvariant(), word)));
        return (sameNoun >= 0 ? before[sameNoun] : kind == EntityKind.Place || EntityLexicon.IsAnyBody(noun) ? MostNamed(before, entities) : before[^1]).e;
    }

    // "The compound" and "the group" are what the articles are about, not the last town or body named.
    private static (int Start, int e) MostNamed(List<(int Start, int e)> before, IReadOnlyList<Entity> entities) =>
        before.OrderByDescending(pair => NameForms.Words(entities[pair.e].Name).Any(EntityLexicon.IsPlace)).ThenByDescending(pair => entities[pair.e].Mentions.Count).ThenByDescending(pair => pair.Start).First();
}
