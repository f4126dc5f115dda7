using System.Collections.Immutable;

namespace Claque.TextEvidence;

/// <summary>Says of every text what it is: one that counts, or one of the kinds that innocent people have in common.</summary>
internal sealed class TextClasses
{
    private const double Unsure = 2;
    private const int Examples = 5;

    private readonly TextPool _pool;
    private readonly SameTexts _texts;
    private readonly TextEvidenceOptions _options;
    private readonly TextClass[] _classes;

    private TextClasses(TextPool pool, SameTexts texts, TextEvidenceOptions options)
    {
        (_pool, _texts, _options) = (pool, texts, options);
        _classes = new TextClass[texts.Count];
    }

    /// <summary>The class of each text, the meetings over the texts that count, and the most publishers of a text that was compared.</summary>
    public static (TextClass[] Classes, Meetings Meetings, int Limit) Of(TextPool pool, SameTexts texts, TextEvidenceOptions options, CancellationToken stop)
    {
        var classing = new TextClasses(pool, texts, options);
        for (var text = 0; text < texts.Count; text++) classing._classes[text] = classing.ByItself(text);
        var limit = classing.LeaveOutEverybody();
        var meetings = Meetings.Of(texts, classing._classes, pool.Accounts.Count, Occasions.Of(pool, options.Occasion), stop);
        classing.FindCircles(meetings);
        classing.FindFormulas();
        meetings = meetings.Where(meeting => !classing._classes[meeting.Text].IsSetAside);
        classing.FindSlogansAndStock(meetings);
        return (classing._classes, meetings.Where(meeting => !classing._classes[meeting.Text].IsSetAside), limit);
    }

    private TextClass ByItself(int text)
    {
        var publishers = _texts.Publishers(text);
        if (publishers.Length < 2) return TextClass.Alone;
        if (ComesWithPage(text)) return TextClass.Page;
        var uses = _texts.Uses(text);
        var via = 0;
        foreach (var use in uses) via += _pool.Uses[use].SaysVia ? 1 : 0;
        return 2 * via >= uses.Length ? TextClass.ShareButton : TextClass.Counted;
    }

    /// <summary>Leaves out texts with too many publishers; the limit is lowered until the meetings of the rest are few enough.</summary>
    private int LeaveOutEverybody()
    {
        var texts = new SortedDictionary<int, int>();
        for (var text = 0; text < _texts.Count; text++)
            if (_classes[text] is TextClass.Counted) texts[_texts.Publishers(text).Length] = texts.GetValueOrDefault(_texts.Publishers(text).Length) + 1;
        var (limit, meetings) = (_options.MaxAccountsPerText, 0.0);
        foreach (var (publishers, count) in texts)
        {
            meetings += .5 * publishers * (publishers - 1) * count;
            if (meetings > _options.MaxMeetings) limit = Math.Min(limit, publishers - 1);
        }

        for (var text = 0; text < _texts.Count; text++)
            if (_classes[text] is TextClass.Counted && _texts.Publishers(text).Length > limit) _classes[text] = TextClass.Everybody;
        return limit;
    }

    /// <summary>True when two accounts published the text with a link to one page.</summary>
    private bool ComesWithPage(int text)
    {
        var first = new Dictionary<int, int>();
        foreach (var at in _texts.Uses(text))
        {
            var use = _pool.Uses[at];
            if (use.Page >= 0 && !first.TryAdd(use.Page, use.Account) && first[use.Page] != use.Account) return true;
        }

        return false;
    }

    /// <summary>A circle: over the pairs of publishers, other texts in common, divided by those that they could have in common.</summary>
    private void FindCircles(Meetings meetings)
    {
        var common = CommonTexts();
        var (shared, possible) = (new double[_texts.Count], new double[_texts.Count]);
        meetings.ByPair(pair =>
        {
            var (a, b) = (pair.Span[0].A, pair.Span[0].B);
            foreach (var meeting in pair.Span)
            {
                shared[meeting.Text] += pair.Length - 1;
                possible[meeting.Text] += Math.Min(common[a], common[b]) - 1 + Unsure;
            }
        });

        for (var text = 0; text < _texts.Count; text++)
            if (possible[text] > 0 && shared[text] >= _options.CircleShare * possible[text]) _classes[text] = TextClass.Circle;
    }

    /// <summary>Per account: texts that it has in common with anybody.</summary>
    private int[] CommonTexts()
    {
        var common = new int[_pool.Accounts.Count];
        for (var text = 0; text < _texts.Count; text++)
            if (_classes[text] is TextClass.Counted) foreach (var account in _texts.Publishers(text)) common[account]++;
        return common;
    }

    private void FindFormulas()
    {
        var asked = Array.ConvertAll(_texts.ClusterOf, text => _classes[text] is TextClass.Counted);
        var formulas = Formulas.Of(_pool, asked, Math.Max(_options.FormulaAccounts, _pool.Intake.Authors / 500));
        for (var text = 0; text < asked.Length; text++)
            if (asked[text] && formulas.OwnWords(text) < _options.MinWords) _classes[_texts.ClusterOf[text]] = TextClass.Formula;
    }

    private void FindSlogansAndStock(Meetings meetings)
    {
        var partners = Partners(meetings);
        var near = new Dictionary<int, int>();
        for (var text = 0; text < _texts.Count; text++)
        {
            if (_classes[text] is not (TextClass.Counted or TextClass.Circle)) continue;
            var publishers = _texts.Publishers(text);
            if (IsStock(publishers, partners)) _classes[text] = TextClass.Stock;
            else if (_classes[text] is TextClass.Counted && IsSlogan(publishers, partners, near)) _classes[text] = TextClass.Slogan;
        }
    }

    /// <summary>What an account shares with others: with whom on one occasion, and how often close and in all.</summary>
    private sealed class Ties
    {
        public HashSet<int> Close { get; } = [];
        public int CloseMeetings { get; set; }
        public int AllMeetings { get; set; }
    }

    private static Dictionary<int, Ties> Partners(Meetings meetings)
    {
        var ties = new Dictionary<int, Ties>();
        foreach (var meeting in meetings.Items)
        {
            Add(ties, meeting.A, meeting.B, meeting.Close);
            Add(ties, meeting.B, meeting.A, meeting.Close);
        }

        return ties;
    }

    private static void Add(Dictionary<int, Ties> ties, int account, int partner, bool close)
    {
        if (!ties.TryGetValue(account, out var tie)) ties[account] = tie = new Ties();
        tie.AllMeetings++;
        if (!close) return;
        tie.CloseMeetings++;
        tie.Close.Add(partner);
    }

    private bool IsSlogan(ReadOnlySpan<int> publishers, Dictionary<int, Ties> partners, Dictionary<int, int> near) =>
        publishers.Length >= _options.SloganAccounts && publishers.Length >= _options.SloganShare * Crowd(publishers, partners, near);

    /// <summary>The publishers, and everybody who shared texts with at least two of them, and a quarter, on one occasion.</summary>
    private static int Crowd(ReadOnlySpan<int> publishers, Dictionary<int, Ties> partners, Dictionary<int, int> near)
    {
        near.Clear();
        foreach (var publisher in publishers)
            foreach (var partner in partners[publisher].Close) near[partner] = near.GetValueOrDefault(partner) + 1;
        foreach (var publisher in publishers) near.Remove(publisher);
        var enough = Math.Max(2, (publishers.Length + 3) / 4);
        return publishers.Length + near.Values.Count(met => met >= enough);
    }

    private bool IsStock(ReadOnlySpan<int> publishers, Dictionary<int, Ties> partners)
    {
        var (close, all) = (0, 0);
        foreach (var publisher in publishers)
        {
            close += partners[publisher].CloseMeetings;
            all += partners[publisher].AllMeetings;
        }

        return close < _options.StockShare * all;
    }

    /// <summary>How many texts and posts each class has, and some of them.</summary>
    public static ImmutableArray<ClassCount> Count(TextPool pool, SameTexts texts, TextClass[] classes)
    {
        var byClass = Enumerable.Range(0, classes.Length).ToLookup(text => classes[text]);
        return
        [
            .. Enum.GetValues<TextClass>().Select(kind => new ClassCount(
                kind,
                byClass[kind].Count(),
                byClass[kind].Sum(text => texts.Uses(text).Length),
                [.. byClass[kind].OrderByDescending(text => texts.Publishers(text).Length).Take(Examples).Select(text => pool.Uses[texts.Uses(text)[0]].Post)])),
        ];
    }
}
