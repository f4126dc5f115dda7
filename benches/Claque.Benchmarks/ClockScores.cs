using System.Globalization;
using System.Text.RegularExpressions;
using Claque.Reading;
using Claque.Rhythm;

namespace Claque.Benchmarks;

/// <summary>Offsets of people with known clocks, and clients of one account.</summary>
internal static partial class ClockScores
{
    private const long SnowflakeEpochMs = 1288834974657;

    /// <summary>Writes the rows of the table.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="folder">The folder with <c>git_commit_rhythm</c> and <c>trump_device</c>.</param>
    public static void Write(TextWriter to, string folder)
    {
        to.WriteLine("| offset of people with one main clock | people | no offset | median error, hours | range holds the truth | mean width, hours |");
        to.WriteLine("|---|---|---|---|---|---|");
        var commits = Reporters.Lines(Path.Combine(folder, "git_commit_rhythm", "commits.csv.gz")).Skip(1).Select(line => line.Split(',')).ToArray();
        foreach (var least in new[] { 100, 50 }) WriteOffsets(to, commits, least);
        var text = string.Join('\n', Reporters.Lines(Path.Combine(folder, "trump_device", "trump_tweets.csv.gz")));
        var posts = Post().Matches(text).Select(m => new ClientPost(m.Groups[1].Value, ((long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) >> 22) + SnowflakeEpochMs) * 1000, m.Groups[3].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal))).ToList();
        var clients = ClientStudy.Of(posts)!;
        to.WriteLine();
        to.WriteLine($"One account, two telephones, {clients.Weeks} weeks: AUC {clients.Auc:.000}; within the {clients.WeeksOfBoth} weeks that have both {clients.AucSameWeek:.000}.");
    }

    private static void WriteOffsets(TextWriter to, string[][] commits, int least)
    {
        var people = commits.GroupBy(f => f[0])
            .Select(own => (Name: own.Key, Times: own.Select(f => long.Parse(f[2], CultureInfo.InvariantCulture) * 1_000_000).Order().ToArray(), Main: own.CountBy(f => f[3]).MaxBy(clock => clock.Value)))
            .Where(person => person.Times.Length >= least && person.Main.Value * 2 >= person.Times.Length).ToList();
        var rhythms = RhythmStudy.Of([.. people.Select(person => new AccountTimes(person.Name, person.Times, TimePrecision.Second))], RhythmOptions.Default);
        var known = rhythms.Zip(people).Where(x => x.First.Offset is not null).Select(x => (Found: x.First.Offset!, Truth: double.Parse(x.Second.Main.Key, CultureInfo.InvariantCulture) / 60)).ToList();
        var errors = known.Select(k => Math.Abs(((k.Found.Hours - k.Truth + 36) % 24 + 24) % 24 - 12)).Order().ToArray();
        var held = known.Average(k => ((k.Truth - k.Found.Low) % 24 + 24) % 24 <= k.Found.High - k.Found.Low + 1e-9 ? 1.0 : 0);
        to.WriteLine($"| {least} commits or more | {people.Count} | {people.Count - known.Count} | {errors[errors.Length / 2]:0.0} | {held:.000} | {known.Average(k => k.Found.High - k.Found.Low):0.0} |");
    }

    [GeneratedRegex("(?m)^(Twitter for Android|Twitter for iPhone),(\\d{15,20}),(\"(?:[^\"]|\"\")*\"|[^,\\n]*),")]
    private static partial Regex Post();
}
