using Claque.Articles;
using Claque.Articles.Provenance;
using Claque.Text.Copies;

namespace Claque.Lineage;

/// <summary>What of an article tells where it comes from.</summary>
internal sealed class ArticleTraits
{
    private const int NameReach = 9, HeadWords = 60, TailWords = 60;
    private readonly Lazy<string?> _wire;

    private ArticleTraits(ArticleWords cut, CueList cues)
    {
        var lines = cut.WithLines;
        (Cut, Lines, Origin) = (cut, lines, new StatedOrigin(cut.Article));
        Names = [.. new[] { Outlets.NameOf(cut.Article), Outlets.HostOf(cut.Article) is { } host ? host.Split('.')[0] : null }
            .OfType<string>().Select(WithoutArticle).Where(words => words.Length > 0)];
        CreditPlaces = [.. cues.In(lines.Words, "credit").Where(found => found.Cue.NameAfter == true)
            .Where(found => !IsWeak(found.Cue) || BeginsParagraph(found.Word)).Select(found => found.Word + found.Cue.Words.Count)];
        SelfPlaces = [.. cues.In(lines.Words, "self").Select(found => found.Cue.NameAfter == false ? found.Word - 4 : found.Word + found.Cue.Words.Count)];
        Hedges = cues.In(lines.Words, "hedge").Count();
        Notes = cues.In(lines.Words, "note").Count(found => BeginsParagraph(found.Word));
        _wire = new(() => Origin.Wire?.Value ?? cues.In(lines.Words, "wire").Where(IsWireCredit)
            .Select(found => KnownNames.BuiltIn.Agency(Lines.Span(found.Word, found.Word + found.Cue.Words.Count).In(Cut.Article.Text).ToString()) ?? found.Cue.Phrase.ToUpperInvariant()).FirstOrDefault());
        HasByline = !string.IsNullOrWhiteSpace(cut.Article.Byline)
            || cues.In(lines.Words, "byline").Any(found => found.Word < HeadWords && BeginsParagraph(found.Word) && IsCapital(found.Word + 1));
        foreach (var quoted in cut.Quoted) QuotedWords += quoted ? 1 : 0;
        FindNames();
    }

    public ArticleWords Cut { get; }

    /// <summary>With its lines of byline, date and credit; places below are of these words.</summary>
    public ArticleWords Lines { get; }

    /// <summary>What page and text state about its origin.</summary>
    public StatedOrigin Origin { get; }

    /// <summary>Names of its outlet, as word hashes.</summary>
    public uint[][] Names { get; }

    /// <summary>Words behind a phrase of credit, where a name must follow.</summary>
    public int[] CreditPlaces { get; }

    /// <summary>Words near which the text may name its own outlet.</summary>
    public int[] SelfPlaces { get; }

    public int Hedges { get; }

    public int Notes { get; }

    /// <summary>The wire that its facts or its phrases credit, by the agency's short form where that is known; null when none.</summary>
    public string? Wire => _wire.Value;

    public bool HasByline { get; }

    public int QuotedWords { get; }

    /// <summary>Words that end a name of two words or more.</summary>
    public HashSet<uint> Introduced { get; } = [];

    /// <summary>Capitalised words within sentences that stand alone and are introduced nowhere, by first place.</summary>
    public Dictionary<uint, int> Bare { get; } = [];

    public static ArticleTraits Of(ArticleWords cut, CueList cues) => new(cut, cues);

    /// <summary>The words that name the other as its source; null where none do.</summary>
    public string? CreditTo(ArticleTraits other) =>
        Mentions(CreditPlaces, other) is var at and >= 0 ? Around(at) : Origin.Names(FactKind.Credit, other.Origin, other.Names);

    /// <summary>The words that speak of the other's outlet as its own, outside lines of credit; null where none do.</summary>
    public string? SpeaksFor(ArticleTraits other)
    {
        if (Names.Any(name => other.Names.Any(same => same.AsSpan().SequenceEqual(name)))) return null;
        return Mentions(SelfPlaces, other) is var at and >= 0 ? Around(at) : Origin.Names(FactKind.SelfReference, other.Origin, other.Names);
    }

    /// <summary>The first word of a name of another article's outlet near one of the places; -1 when there is none.</summary>
    private int Mentions(IReadOnlyList<int> places, ArticleTraits other)
    {
        foreach (var place in places)
            foreach (var name in other.Names)
                for (var at = Math.Max(0, place); at < Math.Min(Lines.Words.Count - name.Length + 1, place + NameReach); at++)
                    if (Lines.Words.Hashes.Slice(at, name.Length).SequenceEqual(name)) return at;
        return -1;
    }

    /// <summary>The characters around a word in its line, for showing.</summary>
    public string Around(int word)
    {
        var text = Cut.Article.Text;
        var (first, end) = (word, word + 1);
        while (first > Math.Max(0, word - 4) && IsOneLine(first - 1)) first--;
        while (end < Math.Min(Lines.Words.Count, word + 5) && IsOneLine(end - 1)) end++;
        return Lines.Span(first, end).In(text).ToString();

        bool IsOneLine(int left) => !text.AsSpan(Lines.Words.Ends[left], Lines.Words.Starts[left + 1] - Lines.Words.Ends[left]).ContainsAny('\n', '\r');
    }

    private static uint[] WithoutArticle(string name)
    {
        var words = WordHashes.Of(name).Hashes.ToArray();
        return words.Length > 1 && words[0] == WordHashes.OfWord("the") ? words[1..] : words;
    }

    // "via" and "source" are words of any text; at the beginning of a line they are credits.
    private static bool IsWeak(Cue cue) => cue.Words.Count == 1;

    private bool BeginsParagraph(int word)
    {
        for (var at = Lines.Words.Starts[word] - 1; at >= 0; at--)
        {
            if (Cut.Article.Text[at] is '\n' or '\r') return true;
            if (char.IsLetterOrDigit(Cut.Article.Text[at])) return false;
        }

        return true;
    }

    private bool IsCapital(int word) => word < Lines.Words.Count && char.IsUpper(Cut.Article.Text[Lines.Words.Starts[word]]);

    // In brackets behind a dateline or at the end, on a line of its own, or behind a phrase of credit.
    private bool IsWireCredit((int Word, Cue Cue) found)
    {
        var (text, end) = (Cut.Article.Text, found.Word + found.Cue.Words.Count);
        if (!IsCapital(found.Word) || (found.Word > HeadWords && found.Word < Lines.Words.Count - TailWords)) return false;
        var (from, to) = (Lines.Words.Starts[found.Word], Lines.Words.Ends[end - 1]);
        if (from > 0 && to < text.Length && text[from - 1] == '(' && text[to] is ')' or '/') return true;
        if (CreditPlaces.Any(place => found.Word >= place && found.Word <= place + 2)) return true;
        return BeginsParagraph(found.Word) && (end == Lines.Words.Count || BeginsParagraph(end) || text.AsSpan(to).TrimStart() is ['—' or '–' or '-', ..]);
    }

    private void FindNames()
    {
        var (text, words) = (Cut.Article.Text, Lines.Words);
        var run = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var goesOn = i > 0 && words.Starts[i] - words.Ends[i - 1] == 1 && text[words.Ends[i - 1]] == ' ';
            if (!IsCapital(i))
            {
                run = 0;
                continue;
            }

            run = goesOn ? run + 1 : 1;
            if (run >= 2) Introduced.Add(words.Hashes[i]);
            if (run == 1 && goesOn && !(i + 1 < words.Count && IsCapital(i + 1)) && !IsCapital(i - 1)) Bare.TryAdd(words.Hashes[i], i);
        }

        foreach (var name in Introduced) Bare.Remove(name);
    }
}
