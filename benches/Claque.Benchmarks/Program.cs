using System.Globalization;
using BenchmarkDotNet.Running;
using Claque.Benchmarks;

// make N FILE          writes N synthetic shares as CSV
// plain FILE EDGES W K the baseline: pairs within W seconds with at least K objects
// articles N FILE     writes N invented articles of 600 words as JSON lines
// lineage              fits the weights of evidence on simulated chains and scores them on others
// reading FILE RUNS    how fast a file of posts is read, up to dense ids
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
    case ["plain", var file, var edges, var window, var weight]:
        Console.WriteLine(PlainPairing.Run(file, edges, long.Parse(window, CultureInfo.InvariantCulture), int.Parse(weight, CultureInfo.InvariantCulture)));
        return 0;
    case ["reading", var file, var runs]:
        ReadingRate.Write(file, int.Parse(runs, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["measure", .. var command]:
        var measured = Measured.Run(command);
        Console.Error.WriteLine($"{measured.CpuS:0.00} {measured.WallS:0.00} {measured.PeakMb:0}");
        return measured.ExitCode;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SharesTable).Assembly).Run(args);
        return 0;
}
