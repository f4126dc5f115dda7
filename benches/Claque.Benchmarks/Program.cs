using System.Globalization;
using BenchmarkDotNet.Running;
using Claque.Articles;
using Claque.Benchmarks;

// make N FILE          writes N synthetic shares as CSV
// plain FILE EDGES W K the baseline: pairs within W seconds with at least K objects
// articles N FILE     writes N invented articles of 600 words as JSON lines
// lineage              fits the weights of evidence on simulated chains and scores them on others
// pages FOLDER         scores the main text of a benchmark's pages, as they are and changed in ways that leave the article what it is
// plants FILE SEED     plants passages in the articles of a file, whole sentences and any words, and scores what is found
// edits N SEED [FILE]  edits N invented articles, or those of a file, and scores the typed edits
// measure COMMAND ...  runs a command, prints CPU seconds, wall seconds and peak memory in MB
// anything else        goes to BenchmarkDotNet, for example --filter '*'
switch (args)
{
    case ["make", var acts, var file]:
        new SharesTable(int.Parse(acts, CultureInfo.InvariantCulture), seed: 1).Write(file);
        return 0;
    case ["articles", var articles, var file]:
        new ArticlesFile(int.Parse(articles, CultureInfo.InvariantCulture), words: 600, seed: 1).Write(file);
        return 0;
    case ["lineage"]:
        LineageScores.Write(Console.Out);
        return 0;
    case ["pages", var folder]:
        PageScores.Write(Console.Out, folder);
        return 0;
    case ["plants", var file, var seed]:
        foreach (var whole in new[] { true, false }) PlantScores.Write(Console.Out, Read(file), ulong.Parse(seed, CultureInfo.InvariantCulture), whole);
        return 0;
    case ["edits", var versions, var seed, .. var files]:
        EditScores.Write(Console.Out, int.Parse(versions, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture), files is [var of, ..] ? Read(of) : null);
        return 0;
    case ["plain", var file, var edges, var window, var weight]:
        Console.WriteLine(PlainPairing.Run(file, edges, long.Parse(window, CultureInfo.InvariantCulture), int.Parse(weight, CultureInfo.InvariantCulture)));
        return 0;
    case ["measure", .. var command]:
        var measured = Measured.Run(command);
        Console.Error.WriteLine($"{measured.CpuS:0.00} {measured.WallS:0.00} {measured.PeakMb:0}");
        return measured.ExitCode;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SharesTable).Assembly).Run(args);
        return 0;
}

// Bare texts: places in them are of the text alone.
static List<Article> Read(string file) =>
    [.. ArticleFiles.Read(file).Select(article => new Article { Id = article.Id, Text = article.Text, Title = article.Title, Byline = article.Byline })];
