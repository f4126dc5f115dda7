namespace Claque.Personas.Hands;

/// <summary>What is measured of a break between two paragraphs.</summary>
internal static class BreakFeatures
{
    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "topic likeness", "topic likeness across", "share of common words", "letter likeness", "function word likeness", "topic rank", "no common word",
        "one repeated elsewhere", "both repeated elsewhere", "pair repeated elsewhere", "log shorter", "log longer", "paragraphs", "place", "first", "last",
        "quotation of the other", "likeness beyond", "mean likeness of text",
        .. Paragraph.RateNames.Select(name => "difference: " + name),
        .. Paragraph.HabitNames.Select(name => "one only: " + name),
        .. Paragraph.HabitNames.Select(name => "both: " + name),
        .. Paragraph.Openers.Select(name => "opens with: " + name),
        "curly against straight apostrophe", "curly against straight quotes", "colon before", "question before", "opens with a name", "log words before", "log words after",
    ];

    /// <summary>True for what two paragraphs have or have not: where they have it not, there is nothing to look at.</summary>
    public static bool IsPresence(int feature) => Presences[feature];

    /// <summary>The features of each break of each text. Words are weighted by how few paragraphs of all texts have them.</summary>
    public static double[][][] Of(IReadOnlyList<HandsText> texts, CancellationToken stop)
    {
        var cut = texts.Select(text => text.Paragraphs.Select(p => new Paragraph(p)).ToArray()).ToArray();
        var all = cut.SelectMany(p => p).ToArray();
        var topics = new Weights(all, p => p.Content);
        var runs = new Weights(all, p => p.Runs);
        var seen = all.GroupBy(p => p.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var pairs = cut.SelectMany(p => p.Zip(p.Skip(1), (a, b) => a.Text + "\n" + b.Text)).GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. cut.Select(own =>
        {
            stop.ThrowIfCancellationRequested();
            return OfText(own, topics, runs, seen, pairs);
        })];
    }

    private static double[][] OfText(Paragraph[] own, Weights topics, Weights runs, Dictionary<string, int> seen, Dictionary<string, int> pairs)
    {
        var n = own.Length;
        var near = new double[n, n];
        double mean = 0;
        for (var a = 0; a < n; a++)
            for (var b = 0; b < a; b++) mean += near[a, b] = near[b, a] = topics.Cosine(own[a], own[b]);
        mean /= Math.Max(1, n * (n - 1) / 2);
        var breaks = new double[Math.Max(0, n - 1)][];
        for (var i = 0; i + 1 < n; i++) breaks[i] = OfBreak(own, i, near, mean, runs, seen, pairs);
        return breaks;
    }

    private static double[] OfBreak(Paragraph[] own, int i, double[,] near, double mean, Weights runs, Dictionary<string, int> seen, Dictionary<string, int> pairs)
    {
        var (a, b) = (own[i], own[i + 1]);
        var n = own.Length;
        var across = 0.0;
        for (var l = 0; l <= i; l++) for (var r = i + 1; r < n; r++) across = Math.Max(across, near[l, r]);
        var common = a.Content.Keys.Count(b.Content.ContainsKey);
        var rank = Enumerable.Range(0, n).Where(x => x != i && x != i + 1).Count(x => near[i + 1, x] > near[i, i + 1]) / (double)Math.Max(1, n - 2);
        var (ra, rb) = (seen[a.Text] > 1, seen[b.Text] > 1);
        var shorter = Math.Min(a.Words.Count, b.Words.Count);
        var longer = Math.Max(a.Words.Count, b.Words.Count);
        var beyond = i + 2 < n ? near[i, i + 2] : i > 0 ? near[i - 1, i + 1] : near[i, i + 1];
        var f = new List<double>(Names.Count)
        {
            near[i, i + 1], across, common / Math.Sqrt(Math.Max(1, a.Content.Count * (double)b.Content.Count)), runs.Cosine(a, b), Plain(a.Function, b.Function), rank, common == 0 ? 1 : 0,
            ra != rb ? 1 : 0, ra && rb ? 1 : 0, pairs[a.Text + "\n" + b.Text] > 1 ? 1 : 0, Math.Log(1 + shorter), Math.Log(1 + longer), Math.Log(n), (i + 1.0) / n,
            i == 0 ? 1 : 0, i == n - 2 ? 1 : 0, Quotes(a, b) ? 1 : 0, beyond, mean,
        };
        for (var r = 0; r < a.Rates.Length; r++) f.Add(Math.Abs(a.Rates[r] - b.Rates[r]));
        for (var h = 0; h < a.Habits.Length; h++) f.Add(a.Habits[h] != b.Habits[h] ? 1 : 0);
        for (var h = 0; h < a.Habits.Length; h++) f.Add(a.Habits[h] && b.Habits[h] ? 1 : 0);
        var opens = b.Words.Count > 0 ? b.Words[0] : "";
        foreach (var opener in Paragraph.Openers) f.Add(opens == opener ? 1 : 0);
        f.Add((a.Habits[0] && b.Habits[1]) || (a.Habits[1] && b.Habits[0]) ? 1 : 0);
        f.Add((a.Habits[2] && b.Habits[3]) || (a.Habits[3] && b.Habits[2]) ? 1 : 0);
        f.Add(a.Text.TrimEnd().EndsWith(':') ? 1 : 0);
        f.Add(a.Text.TrimEnd().EndsWith('?') ? 1 : 0);
        f.Add(opens.Length > 0 && !FunctionWords.English.Contains(opens) ? 1 : 0);
        f.Add(Math.Log(1 + a.Words.Count));
        f.Add(Math.Log(1 + b.Words.Count));
        return [.. f];
    }

    private static readonly bool[] Presences = [.. Names.Select(name =>
        name.StartsWith("one only", StringComparison.Ordinal) || name.StartsWith("both", StringComparison.Ordinal) || name.StartsWith("opens with", StringComparison.Ordinal)
        || name is "no common word" or "one repeated elsewhere" or "pair repeated elsewhere" or "first" or "last" or "quotation of the other"
            or "curly against straight apostrophe" or "curly against straight quotes" or "colon before" or "question before")];

    // Five words in a row of one stand in the other: an answer quotes what it answers.
    private static bool Quotes(Paragraph a, Paragraph b)
    {
        HashSet<string> Rows(Paragraph p) => [.. Enumerable.Range(0, Math.Max(0, p.Words.Count - 4)).Select(i => string.Join(' ', p.Words.Skip(i).Take(5)))];
        return Rows(a).Overlaps(Rows(b));
    }

    private static double Plain(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        double dot = a.Sum(w => w.Value * b.GetValueOrDefault(w.Key)), la = a.Values.Sum(x => x * x), lb = b.Values.Sum(x => x * x);
        return la > 0 && lb > 0 ? dot / Math.Sqrt(la * lb) : 0;
    }

    /// <summary>Counts weighted by rarity over all paragraphs.</summary>
    private sealed class Weights
    {
        private readonly Func<Paragraph, Dictionary<string, double>> _counts;
        private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);

        public Weights(Paragraph[] all, Func<Paragraph, Dictionary<string, double>> counts)
        {
            _counts = counts;
            foreach (var paragraph in all) foreach (var key in counts(paragraph).Keys) _rarity[key] = _rarity.GetValueOrDefault(key) + 1;
            foreach (var key in _rarity.Keys) _rarity[key] = Math.Log((all.Length + 1.0) / _rarity[key]);
        }

        public double Cosine(Paragraph a, Paragraph b)
        {
            double dot = 0, la = 0, lb = 0;
            foreach (var (key, count) in _counts(a))
            {
                var weight = (1 + Math.Log(count)) * _rarity[key];
                la += weight * weight;
                if (_counts(b).TryGetValue(key, out var other)) dot += weight * (1 + Math.Log(other)) * _rarity[key];
            }

            foreach (var (key, count) in _counts(b)) lb += Math.Pow((1 + Math.Log(count)) * _rarity[key], 2);
            return la > 0 && lb > 0 ? dot / Math.Sqrt(la * lb) : 0;
        }
    }
}
