using Claque.Personas;
using Claque.Statistics;
using Claque.Text.Prose;

namespace Claque.Rhythm;

/// <summary>A post with the client it was sent from.</summary>
/// <param name="Client">The client as the source names it.</param>
/// <param name="TimeUs">When, microseconds since 1970, UTC.</param>
/// <param name="Text">What it says.</param>
public sealed record ClientPost(string Client, long TimeUs, string Text);

/// <summary>How well an account's two most used clients are told apart by style and hour, a week's posts at a time.</summary>
/// <remarks>
/// Learned on every second block of weeks and asked of the others, then the other way round, so that no week judges itself. A high value
/// says that habits differ between the clients: several people, or one person with two uses.
/// </remarks>
/// <param name="ClientA">The one client.</param>
/// <param name="ClientB">The other.</param>
/// <param name="Weeks">Weeks of either, with enough posts.</param>
/// <param name="Auc">Chance that a week of the second looks more like it than a week of the first does.</param>
public sealed record ClientStudy(string ClientA, string ClientB, int Weeks, double Auc)
{
    private const long WeekUs = 7 * 86_400_000_000;
    private const int BlockWeeks = 4;
    private const int LeastPosts = 3;
    private const int LeastWeeks = 8;
    private const int HourBins = 8;

    private static readonly string[] Words =
        [.. FunctionWords.English.Where(w => char.IsLetter(w[0]) && w.Length <= 5).Order(StringComparer.Ordinal).Take(80)];

    private static readonly Dictionary<string, int> Place = Words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);

    /// <summary>Weeks that have posts enough of both clients.</summary>
    public int WeeksOfBoth { get; init; }

    /// <summary>
    /// Share of these weeks in which the second client's posts look more like it than the first's do: what tells them apart besides
    /// the times changing; null with fewer than eight.
    /// </summary>
    public double? AucSameWeek { get; init; }

    /// <summary>Studies the two most used clients of an account; null when there are not two with enough weeks.</summary>
    public static ClientStudy? Of(IReadOnlyList<ClientPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var used = posts.GroupBy(p => p.Client, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(2).ToArray();
        if (used.Length < 2) return null;
        var weeks = used.SelectMany((client, c) => client.GroupBy(p => p.TimeUs / WeekUs).Where(g => g.Count() >= LeastPosts)
            .Select(g => (Week: g.Key, IsSecond: c == 1, Features: Features([.. g])))).OrderBy(w => w.Week).ToArray();
        if (weeks.Count(w => w.IsSecond) < LeastWeeks || weeks.Count(w => !w.IsSecond) < LeastWeeks) return null;
        var scored = new List<(double Score, bool IsSecond, long Week)>();
        for (var half = 0; half < 2; half++)
        {
            var train = weeks.Where(w => w.Week / BlockWeeks % 2 == half).ToArray();
            var test = weeks.Where(w => w.Week / BlockWeeks % 2 != half).ToArray();
            if (train.All(w => w.IsSecond) || train.All(w => !w.IsSecond)) return null;
            var (middle, spread) = Standards([.. train.Select(w => w.Features)]);
            double[] Standard(double[] f) => [.. f.Select((x, i) => Math.Clamp((x - middle[i]) / spread[i], -3, 3))];
            var fit = Logistic.Fit([.. train.Select(w => Standard(w.Features))], [.. train.Select(w => w.IsSecond)], ridge: 10);
            scored.AddRange(test.Select(w => (fit.LogOdds(Standard(w.Features)), w.IsSecond, w.Week)));
        }

        var (second, first) = (scored.Where(s => s.IsSecond).ToArray(), scored.Where(s => !s.IsSecond).ToArray());
        if (Discrimination.Auc([.. second.Select(s => s.Score)], [.. first.Select(f => f.Score)]) is not { } auc) return null;
        var both = first.Join(second, f => f.Week, s => s.Week, (f, s) => s.Score > f.Score ? 1.0 : s.Score == f.Score ? 0.5 : 0).ToArray();
        return new ClientStudy(used[0].Key, used[1].Key, scored.Count, auc) { WeeksOfBoth = both.Length, AucSameWeek = both.Length >= LeastWeeks ? both.Average() : null };
    }

    private static double[] Features(ClientPost[] posts)
    {
        var sum = new double[HourBins + 14 + Words.Length];
        foreach (var post in posts)
        {
            sum[(int)(post.TimeUs / 3_600_000_000 % 24) * HourBins / 24]++;
            var text = post.Text;
            double Has(string what) => text.Contains(what, StringComparison.Ordinal) ? 1 : 0;
            double[] habits =
            [
                Has("http"), Has("#"), Has("@"), Has("!"), Has("?"), Has("\""), text.StartsWith('"') || text.StartsWith('“') ? 1 : 0, Has("..."), Has("&"),
                text.StartsWith('@') || text.StartsWith(".@", StringComparison.Ordinal) ? 1 : 0, text.Length / 100.0, text.Count(char.IsUpper) / (1.0 + text.Length),
                Has("-"), text.Count(char.IsDigit) / (1.0 + text.Length),
            ];
            for (var h = 0; h < habits.Length; h++) sum[HourBins + h] += habits[h];
            foreach (var token in Tokens.Of(text))
                if (token.Kind == TokenKind.Word && Place.TryGetValue(text[token.Start..token.End].ToLowerInvariant(), out var at)) sum[HourBins + habits.Length + at]++;
        }

        for (var i = 0; i < sum.Length; i++) sum[i] /= posts.Length;
        return sum;
    }

    private static (double[] Middle, double[] Spread) Standards(double[][] rows)
    {
        var n = rows[0].Length;
        var middle = Enumerable.Range(0, n).Select(i => rows.Average(r => r[i])).ToArray();
        var spread = Enumerable.Range(0, n).Select(i => Math.Sqrt(rows.Average(r => (r[i] - middle[i]) * (r[i] - middle[i]))) + 1e-3).ToArray();
        return (middle, spread);
    }
}
