using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Articles;
using Claque.Lineage;
using Claque.Statistics;
using Claque.Text.Prose;

namespace Claque.Simulation.Chains;

/// <summary>Two versions of an article and what was done to the one to make the other.</summary>
/// <param name="Before">The version before.</param>
/// <param name="After">The version after.</param>
/// <param name="Edits">What was done, with the place in the one, or for what is new in the other.</param>
public sealed record KnownEdits(Article Before, Article After, ImmutableArray<Edit> Edits);

/// <summary>Edits articles as a hostile desk does, and keeps a list of what it did.</summary>
/// <remarks>Works on any text with sentences. Each edit has a sentence of its own, none next to another's, so that every one can be told from the rest.</remarks>
public static partial class EditSimulator
{
    private static readonly string[] Hedges = ["reportedly", "allegedly", "apparently", "probably", "possibly"];
    private static readonly string[] Names = ["Orla Venn", "Tibor Askeland", "Maren Castellane", "Yusuf Drumgold", "Ilse Norrsund"];
    private static readonly string[] Words = ["harbour", "morning", "quietly", "second", "winter", "ledger", "narrow", "report"];

    /// <summary>Invented stories, each with a version after edits. The same seed gives the same texts.</summary>
    public static IReadOnlyList<KnownEdits> Invented(int versions, ulong seed) =>
        [.. Enumerable.Range(0, versions).Select(number =>
        {
            var random = new Pcg32((seed * 1_000_003) + (ulong)number, 78);
            var outlet = ChainGrammar.Outlet(random, number);
            var text = string.Join("\n\n", ChainGrammar.Story(random, outlet)) + $"\n\nThis article was originally published in the {outlet}.";
            return Of(new Article { Id = string.Create(CultureInfo.InvariantCulture, $"e{number}"), Text = text, Title = ChainGrammar.Sentence("title", random), Byline = $"{ChainGrammar.Write("first", random)} {ChainGrammar.Write("last", random)}" },
                ChainGrammar.Sentence("title", random), ChainGrammar.Sentence("rumour", random) + " " , random);
        })];

    /// <summary>An article with some of its sentences edited.</summary>
    /// <param name="article">The version before.</param>
    /// <param name="title">A new headline, for one version in two.</param>
    /// <param name="sentence">A sentence to add.</param>
    /// <param name="random">What draws.</param>
    public static KnownEdits Of(Article article, string title, string sentence, Pcg32 random)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(random);
        var sentences = Document.Of(article.Text).Sentences;
        var done = new Dictionary<int, (EditKind Kind, TextSpan Place, string After)>();
        foreach (var kind in Shuffled(random))
        {
            var places = Enumerable.Range(0, sentences.Count).Where(i => !done.Keys.Any(other => Math.Abs(other - i) < 2)).ToArray();
            random.Shuffle(places.AsSpan());
            foreach (var i in places.Take(40))
            {
                if (Change(article.Text, sentences[i], kind, sentence.Trim(), random) is not { } change) continue;
                done.Add(i, (kind, change.Place, change.After));
                break;
            }
        }

        return Made(article, sentences, done, title, random);
    }

    private static EditKind[] Shuffled(Pcg32 random)
    {
        EditKind[] kinds = [EditKind.FigureChanged, EditKind.HedgeRemoved, EditKind.NameSwapped, EditKind.QuotationCut, EditKind.SentenceDropped, EditKind.SentenceAdded, EditKind.SentenceMoved, EditKind.CreditRemoved, EditKind.Reworded];
        random.Shuffle(kinds.AsSpan());
        return [.. kinds.Where(_ => random.NextDouble() < .7)];
    }

    private static (TextSpan Place, string After)? Change(string text, TextSpan span, EditKind kind, string added, Pcg32 random)
    {
        var words = span.In(text).ToString();
        var isCredit = words.StartsWith("This article was originally", StringComparison.Ordinal);
        if (kind == EditKind.CreditRemoved) return isCredit ? (span, "") : null;
        if (isCredit || words.Count(letter => letter == ' ') < 7) return null;
        switch (kind)
        {
            case EditKind.FigureChanged:
                return Figure().Match(words) is { Success: true } figure ? (Part(span, figure.Index, figure.Length), (random.Next(900) + 11).ToString(CultureInfo.InvariantCulture)) : null;
            case EditKind.HedgeRemoved:
                var hedge = Hedges.Select(word => (word, At: words.IndexOf(" " + word + " ", StringComparison.Ordinal))).FirstOrDefault(found => found.At > 0);
                return hedge.word is null ? null : (Part(span, hedge.At + 1, hedge.word.Length + 1), "");
            case EditKind.NameSwapped:
                return Name().Match(words) is { Success: true } name ? (Part(span, name.Groups[1].Index, name.Groups[1].Length), Names[random.Next(Names.Length)]) : null;
            case EditKind.QuotationCut:
                return Quoted().Match(words) is { Success: true } quoted ? (Part(span, quoted.Groups["cut"].Index, quoted.Groups["cut"].Length), "") : null;
            case EditKind.Reworded:
                return Plain().Match(words) is { Success: true } plain ? (Part(span, plain.Groups[1].Index, plain.Groups[1].Length), Words[random.Next(Words.Length)]) : null;
            case EditKind.SentenceAdded:
                return (new TextSpan(span.End, span.End), " " + added);
            default:
                return (span, "");
        }
    }

    private static TextSpan Part(TextSpan of, int at, int length) => new(of.Start + at, of.Start + at + length);

    private static KnownEdits Made(Article article, IReadOnlyList<TextSpan> sentences, Dictionary<int, (EditKind Kind, TextSpan Place, string After)> done, string title, Pcg32 random)
    {
        var moved = done.Where(change => change.Value.Kind == EditKind.SentenceMoved).Select(change => change.Value.Place.In(article.Text).ToString()).FirstOrDefault();
        var to = moved is null ? -1 : Target(sentences.Count, done.Keys, done.First(change => change.Value.Kind == EditKind.SentenceMoved).Key, random);
        if (moved is not null && to < 0) done.Remove(done.First(change => change.Value.Kind == EditKind.SentenceMoved).Key);
        var cuts = done.Values.Select(change => (change.Kind, change.Place, change.After)).ToList();
        if (to >= 0) cuts.Add((EditKind.SentenceMoved, new TextSpan(sentences[to].End, sentences[to].End), " " + moved));
        var (text, at) = (new System.Text.StringBuilder(), 0);
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var (kind, place, after) in cuts.OrderBy(cut => cut.Place.Start))
        {
            text.Append(article.Text, at, place.Start - at);
            var begin = text.Length;
            text.Append(after);
            at = place.End;
            // Of a sentence that moved, the place that it left is the edit.
            if (kind == EditKind.SentenceMoved && place.Length == 0) continue;
            edits.Add(new Edit(kind, place.Length == 0 ? null : place, kind == EditKind.SentenceAdded ? new TextSpan(begin, text.Length) : null, place.In(article.Text).ToString(), after));
        }

        text.Append(article.Text, at, article.Text.Length - at);
        var after2 = article with { Id = article.Id + "-after", Text = text.ToString() };
        if (random.Next(2) == 0 && article.Title is not null && title != article.Title)
        {
            edits.Add(new Edit(EditKind.HeadlineChanged, null, null, article.Title, title));
            after2 = after2 with { Title = title };
        }

        if (random.Next(2) == 0 && article.Byline is not null)
        {
            edits.Add(new Edit(EditKind.BylineChanged, null, null, article.Byline, ""));
            after2 = after2 with { Byline = null };
        }

        return new KnownEdits(article, after2, edits.ToImmutable());
    }

    // At least three sentences away, behind one that nothing was done to.
    private static int Target(int sentences, IEnumerable<int> taken, int from, Pcg32 random)
    {
        var free = Enumerable.Range(0, sentences - 1).Where(i => Math.Abs(i - from) > 3 && !taken.Contains(i) && !taken.Contains(i + 1)).ToList();
        return free.Count == 0 ? -1 : free[random.Next(free.Count)];
    }

    [GeneratedRegex(@"\b\d{1,3}(?:,\d{3})*\b(?![-/:.]\d|st|nd|rd|th)", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=[a-z,“] )(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?=[ ,.])", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"[“""](?:[^\s“”""]+ ){5,}(?<cut>(?:[^\s“”""]+ ){4,}[^\s“”""]*[^\s“”"",.?!])[,.?!]?[”""]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@" (\p{Ll}{5,}) \p{Ll}+ \p{Ll}+ ", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
