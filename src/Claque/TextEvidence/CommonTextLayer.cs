using System.Collections.Immutable;
using Claque.Columns;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.TextEvidence;

/// <summary>
/// The texts that stand as a layer like any other: posts on common texts are acts, so that pairs, groups and exhibits of texts are
/// made and shown in the same way as those of timing. Its window spans all the data.
/// </summary>
public static class CommonTextLayer
{
    /// <summary>The pairs over the texts that count for a pair or a join of some tier; null when there are none.</summary>
    /// <param name="corpus">The corpus of the same source as the verdict.</param>
    /// <param name="verdict">What the test said.</param>
    /// <param name="stop">Stops the work.</param>
    public static PairedTrace? Of(Corpus corpus, TextVerdict verdict, CancellationToken stop = default)
    {
        var texts = verdict.Pairs.Where(pair => pair.Tier >= Tier.Weak).SelectMany(pair => pair.Texts)
            .Concat(verdict.Joined.Where(join => join.Tier >= Tier.Weak).SelectMany(join => join.Texts));
        var acts = texts.SelectMany(text => text.PostsA.Concat(text.PostsB).Select(post => (text.Text, Post: post))).Distinct().Order().ToArray();
        if (acts.Length == 0) return null;

        var names = new NameTable();
        var nameOf = NamesByPost(corpus);
        var objectOf = new Dictionary<int, int>();
        foreach (var (text, post) in acts)
            if (!objectOf.ContainsKey(text)) objectOf.Add(text, New(names, nameOf(post)));
        var trace = new Trace(Behaviour.CommonText, [.. acts.Select(act => act.Post)], [.. acts.Select(act => objectOf[act.Text])], names);
        var options = new PairOptions { Windows = [SpanOf(corpus)], MinWeight = 1, MaxAccountsPerObject = null };
        return Pairing.Pairing.Within(corpus, trace, options, null, stop);
    }

    /// <summary>The pairs of the layer that tie accounts: those of some tier, and those between an account that joins and its members.</summary>
    public static LayerTies Ties(PairedTrace layer, TextVerdict verdict)
    {
        var standing = verdict.Pairs.Where(pair => pair.Tier >= Tier.Weak).Select(pair => (pair.A, pair.B))
            .Concat(verdict.Joined.Where(join => join.Tier >= Tier.Weak)
                .SelectMany(join => join.Members.Select(member => (Math.Min(join.Account, member), Math.Max(join.Account, member)))))
            .ToHashSet();
        var pairs = layer.Windows[0].Items.Where(pair => standing.Contains((pair.A, pair.B))).ToList();
        return new LayerTies(Behaviour.CommonText, pairs, pair => layer.CoActs(pair.A, pair.B, 0));
    }

    private static Func<int, string> NamesByPost(Corpus corpus)
    {
        var names = new Dictionary<int, string>();
        foreach (var trace in corpus.Traces.Where(trace => trace.Behaviour == Behaviour.Text))
            for (var act = 0; act < trace.Count; act++) names[trace.Posts[act]] = trace.ObjectNames[trace.Objects[act]];
        return post => names.GetValueOrDefault(post, "text");
    }

    /// <summary>A name that no text of the layer has yet.</summary>
    private static int New(NameTable names, string name)
    {
        for (var copy = 1; ; copy++)
        {
            var id = names.Count;
            if (names.Intern(copy == 1 ? name : $"{name} ({copy})") == id) return id;
        }
    }

    /// <summary>Whole days that hold all the posts, a week at least.</summary>
    private static TimeSpan SpanOf(Corpus corpus)
    {
        var times = corpus.Posts.TimesUs;
        return TimeSpan.FromDays(Math.Max(7, Math.Ceiling((times.Max() - times.Min()) / 86_400e6)));
    }
}
