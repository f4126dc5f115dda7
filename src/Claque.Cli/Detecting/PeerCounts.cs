using System.CommandLine;
using System.Globalization;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Columns;
using Claque.Conformance;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Cli.Detecting;

/// <summary><c>detect --as</c>: the edge list of an established tool, by its published semantics.</summary>
internal static class PeerCounts
{
    public static void Write(
        string tool, DetectionInput source, DetectingOptions detecting, ParseResult parsed, int minParticipation, string? edges, Screen screen,
        IProgress<StageProgress> progress, CancellationToken stop)
    {
        if (tool is not ("coortweet" or "cnt")) throw new InputException($"--as has \"{tool}\", expected coortweet or cnt.");
        var windows = detecting.WindowsGiven(parsed) ?? [TimeSpan.FromSeconds(tool == "cnt" ? 60 : 10)];
        if (windows.Length != 1) throw new InputException($"--as {tool} counts at one window; {windows.Length} were given.");
        var (shares, clock) = Read(source, detecting.BehavioursGiven(parsed), progress, stop);
        if (clock.NarrowestWindow > windows[0]) screen.Error.WriteLine(Warning(tool, clock, windows[0]));
        var minWeight = detecting.MinWeightGiven(parsed) ?? 1;
        using var output = edges is null or "-" ? null : OutputFile.Create(edges);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (tool == "coortweet") CoorTweetEdges(shares, windows[0], minParticipation, minWeight, text, stop);
        else CntEdges(shares, windows[0], minWeight, text, stop);
        if (output is null) screen.Out.Write(text.ToString());
        else output.Write(System.Text.Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void CoorTweetEdges(Shares shares, TimeSpan window, int minParticipation, int minWeight, TextWriter to, CancellationToken stop)
    {
        var network = CoorTweet.Network(CoorTweet.DetectGroups(shares, window, minParticipation, stop));
        to.Write("from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score\n");
        foreach (var edge in network.Edges)
        {
            if (edge.Full.Weight < minWeight) continue;
            to.Write(string.Join(',', Cell(shares.Accounts[edge.From]), Cell(shares.Accounts[edge.To]), edge.Full.Weight, R(edge.Full.AvgTimeDelta), edge.Full.ContentIds, edge.Full.ContentIdsY, R(edge.Full.Symmetry)) + "\n");
        }
    }

    private static void CntEdges(Shares shares, TimeSpan window, int minWeight, TextWriter to, CancellationToken stop)
    {
        to.Write("source,target,weight\n");
        foreach (var edge in Cnt.CoRetweet(shares, window, minWeight, stop))
            to.Write($"{Cell(shares.Accounts[edge.Source])},{Cell(shares.Accounts[edge.Target])},{edge.Weight}\n");
    }

    private static string Warning(string tool, TimePrecision clock, TimeSpan window) => string.Create(CultureInfo.InvariantCulture,
        $"Warning: the times are known only to the {clock.Word}. Acts that look {window.TotalSeconds:0.###} s apart may be up to {clock.Step.TotalSeconds:0} s further apart. {tool} counts them all the same, and so does this list; from {clock.NarrowestWindow.TotalSeconds:0} s on the times bear it.");

    /// <summary>A number as R prints it: 15 significant digits.</summary>
    private static string R(double value) => value.ToString("G15", CultureInfo.InvariantCulture);

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>The shares of one behaviour, and the clock step of most of them; of a plain table of shares its rows as they are, else one share for each post and object.</summary>
    private static (Shares Shares, TimePrecision Clock) Read(DetectionInput source, IReadOnlyList<Behaviour>? asked, IProgress<StageProgress> progress, CancellationToken stop)
    {
        if (asked is { Count: > 1 }) throw new InputException($"--as counts one behaviour; {asked.Count} were given.");
        var behaviour = asked?[0];
        if (source.File is { } file && (behaviour is null || behaviour == Behaviour.Object))
        {
            var (shares, clock) = PlainShares.Read(file, stop);
            if (behaviour is not null || shares.Objects.Count > 0) return (shares, clock);
        }

        behaviour ??= Behaviour.Reshare;
        var corpus = Corpus.Encode(source.Posts, new TraceOptions { Behaviours = [behaviour.Value], MinWords = 1, MinHashtags = 1 }, progress, stop);
        if (corpus.Traces.IsEmpty) throw new InputException($"These posts have nothing to compare for {behaviour}. Choose a behaviour with --behaviour.");
        return (Of(corpus, corpus.Traces[0]), MedianClock(corpus, corpus.Traces[0]));
    }

    private static TimePrecision MedianClock(Corpus corpus, Trace trace)
    {
        var steps = new long[PlainShares.Steps];
        foreach (var post in trace.Posts) steps[(int)corpus.Posts.Precisions[post]]++;
        return PlainShares.Median(steps);
    }

    private static Shares Of(Corpus corpus, Trace trace)
    {
        var contents = new NameTable();
        var shares = new Shares(trace.ObjectNames, corpus.Accounts, contents);
        for (var i = 0; i < trace.Count; i++)
        {
            var post = trace.Posts[i];
            shares.Add(
                trace.ObjectNames.Bytes(trace.Objects[i]), corpus.Accounts.Bytes(corpus.Posts.Accounts[post]),
                System.Text.Encoding.UTF8.GetBytes(post.ToString(CultureInfo.InvariantCulture)), corpus.Posts.TimesUs[post]);
        }

        return shares;
    }
}
