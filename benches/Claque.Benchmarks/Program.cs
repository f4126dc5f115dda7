using System.Globalization;
using BenchmarkDotNet.Running;
using Claque.Articles;
using Claque.Benchmarks;
using Claque.Pairing;

// make N FILE          writes N synthetic shares as CSV; make-quoted: with addresses for objects, written times, and every field in quotation marks
// plain FILE EDGES W K the baseline: pairs within W seconds with at least K objects
// bursts N HUBS FILE  writes N heavy-tailed shares as 12-byte records; bursts-first: only first acts on an object
// csv FILE CSV        the same as text
// pairs FILE W K RUNS  Claque's pairing from encoded columns: prints what it found and took, as JSON
// kernel FILE W K THREADS [one|eight|sixteen]  the same with the pairs handed on instead of kept
// plain-pairs FILE W K  the plain baseline from numbers: a sliding window and dictionaries
// tables LINES DOC SVG MACHINE  writes the tables and the plot of what benches/run measured
// groups EDGES        makes a network with known groups and groups it
// test FILE RUNS      the test of timing beside pairing alone, as a row of a table
// similar SOURCE LIKENESS THREADS  near-duplicates among that many invented texts, or among the lines of a file, as a row of a table
// window-pairs FILE W  pairs of acts within W seconds
// articles N FILE     writes N invented articles of 600 words as JSON lines
// lineage              fits the weights of evidence on simulated chains and scores them on others
// reading FILE RUNS    how fast a file of posts is read, up to dense ids
// read FILE RUNS       reads a CSV of shares up to dense ids: prints what it read and took, as JSON; read-csvhelper: the same with CsvHelper and dictionaries
// reading-table LINES DOC MACHINE  writes the table of what benches/run measured of that
// pages FOLDER [FILE]  scores the main text of a benchmark's pages, as they are and changed in ways that leave the article what it is; or writes those pages
// plants FILE SEED     plants passages in the articles of a file, whole sentences and any words, and scores what is found
// edits N SEED [FILE]  edits N invented articles, or those of a file, and scores the typed edits
// hands FOLDER tuned|reported TEXTS DRAWS SEED  mixtures of two reporters under one byline against single ones
// changes FOLDER tuned|reported TEXTS DRAWS SEED  bylines that change from one reporter to another at one moment
// bylines FOLDER DRAWS SEED  reporters cut in two, found again among writers near on topic
// questions FOLDER tuned|reported DRAWS SEED  one text against 1, 5 and 10 known ones of a reporter, the others as reference
// texts FOLDER         known and unknown texts, changes of hand within texts
// clocks FOLDER        offsets of people with known clocks, two clients of one account
// measure COMMAND ...  runs a command, prints CPU seconds, wall seconds and peak memory in MB
// anything else        goes to BenchmarkDotNet, for example --filter '*'
switch (args)
{
    case ["make", var acts, var file]:
        new SharesTable(int.Parse(acts, CultureInfo.InvariantCulture), seed: 1).Write(file);
        return 0;
    case ["make-quoted", var acts, var file]:
        new SharesTable(Number(acts), seed: 1).WriteQuoted(file);
        return 0;
    case ["bursts" or "bursts-first", var acts, var hubs, var file]:
        ShareFile.Write(file, new BurstTable(Number(acts), Number(hubs), seed: 1).Make(), firstActs: args[0] == "bursts-first");
        return 0;
    case ["csv", var file, var csv]:
        ShareFile.WriteCsv(file, csv);
        return 0;
    case ["pairs", var file, var window, var weight, var runs]:
        Console.WriteLine(PairsRun.Measure(file, Number(window), Number(weight), Number(runs)).ToJson());
        return 0;
    case ["kernel", var file, var window, var weight, var threads, .. var lanes]:
        Console.WriteLine(PairsRun.MeasureKernel(
            file, Number(window), Number(weight), Number(threads), lanes is [var way] ? Enum.Parse<RowScan.Lanes>(way, ignoreCase: true) : RowScan.Widest).ToJson());
        return 0;
    case ["tables", var lines, var document, var plot, var machine]:
        return PairsTables.Write(lines, document, plot, machine) ? 0 : 1;
    case ["plain-pairs", var file, var window, var weight]:
        Console.WriteLine(PairsRun.MeasurePlain(file, Number(window), Number(weight)).ToJson());
        return 0;
    case ["groups", var edges]:
        GroupsRun.Print(Number(edges), Console.Out);
        return 0;
    case ["test", var file, var runs]:
        TestRun.Print(file, Number(runs), Console.Out);
        return 0;
    case ["similar", var source, var likeness, var threads]:
        SimilarRun.Print(source, double.Parse(likeness, CultureInfo.InvariantCulture), Number(threads), Console.Out);
        return 0;
    case ["window-pairs", var file, var window]:
        Console.WriteLine(PairsRun.WindowPairs(file, Number(window)));
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
    case ["pages", var folder, var file]:
        PageScores.WritePages(folder, file);
        return 0;
    case ["plants", var file, var seed]:
        foreach (var whole in new[] { true, false }) PlantScores.Write(Console.Out, Read(file), ulong.Parse(seed, CultureInfo.InvariantCulture), whole);
        return 0;
    case ["edits", var versions, var seed, .. var files]:
        EditScores.Write(Console.Out, int.Parse(versions, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture), files is [var of, ..] ? Read(of) : null);
        return 0;
    case ["hands", var folder, "tuned" or "reported", var texts, var draws, var seed]:
        HandScores.Write(Console.Out, Reporters.Read(folder), args[2] == "reported", Number(texts), Number(draws), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["changes", var folder, "tuned" or "reported", var texts, var draws, var seed]:
        ChangeScores.Write(Console.Out, Reporters.Read(folder), args[2] == "reported", Number(texts), Number(draws), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["questions", var folder, "tuned" or "reported", var draws, var seed]:
        QuestionScores.Write(Console.Out, Reporters.Read(folder), args[2] == "reported", Number(draws), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["bylines", var folder, var draws, var seed]:
        BylineScores.Write(Console.Out, Reporters.Read(folder), Number(draws), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["texts", var folder]:
        TextScores.Write(Console.Out, folder);
        return 0;
    case ["clocks", var folder]:
        ClockScores.Write(Console.Out, folder);
        return 0;
    case ["plain", var file, var edges, var window, var weight]:
        Console.WriteLine(PlainPairing.Run(file, edges, long.Parse(window, CultureInfo.InvariantCulture), int.Parse(weight, CultureInfo.InvariantCulture)));
        return 0;
    case ["reading", var file, var runs]:
        ReadingRate.Write(file, int.Parse(runs, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["read", var file, var runs]:
        Console.WriteLine(ReadingRun.Claque(file, Number(runs)).ToJson());
        return 0;
    case ["read-csvhelper", var file, var runs]:
        Console.WriteLine(ReadingRun.CsvHelper(file, Number(runs)).ToJson());
        return 0;
    case ["reading-table", var lines, var document, var machine]:
        return ReadingTable.Write(lines, document, machine) ? 0 : 1;
    case ["measure", .. var command]:
        var measured = Measured.Run(command);
        Console.Error.WriteLine($"{measured.CpuS:0.00} {measured.WallS:0.00} {measured.PeakMb:0}");
        return measured.ExitCode;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SharesTable).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
// Bare texts: places in them are of the text alone.
static List<Article> Read(string file) =>
    [.. ArticleFiles.Read(file).Select(article => new Article { Id = article.Id, Text = article.Text, Title = article.Title, Byline = article.Byline })];
