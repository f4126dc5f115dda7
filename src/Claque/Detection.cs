using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Leads;
using Claque.Pairing;
using Claque.Reading;
using Claque.Sensitivity;
using Claque.TextEvidence;
using Claque.Thinning;
using Claque.Tracing;
using Claque.Validation;

namespace Claque;

/// <summary>The whole way from posts to groups. Each line is one stage: it takes what the lines above made and changes none of it.</summary>
public static class Detection
{
    /// <summary>Finds the accounts that act in concert, with the pairs and acts behind it.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="options">What to look at, what counts as together, at which error rate.</param>
    /// <param name="progress">Told how far each stage is.</param>
    /// <param name="stop">Stops the work.</param>
    /// <remarks>Same posts, options and seed: same findings, on any machine and any number of threads.</remarks>
    public static Findings Run(
        IPostSource posts, DetectionOptions options, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        Run(posts, options, null, progress, stop);

    /// <summary>The same with the help of another engine.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="options">What to look at, what counts as together, at which error rate.</param>
    /// <param name="thinning">Finds the acts that can be part of a result; the findings are those that all acts give. Null to do all of it here.</param>
    /// <param name="progress">Told how far each stage is.</param>
    /// <param name="stop">Stops the work.</param>
    public static Findings Run(
        IPostSource posts, DetectionOptions options, IThinning? thinning, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        var corpus = Corpus.Encode(posts, options.Tracing, progress, stop);       // names become dense ids, posts become acts
        var thin = thinning?.Thin(corpus, options.Pairing, TestOf(corpus, options), progress, stop); // elsewhere: which acts can matter
        var paired = PairAll(corpus, thin, options, progress, stop);              // two accounts, how often together
        var validated = Validate(corpus, thin, options, progress, stop);          // more than timing chance allows?
        var texts = CompareTexts(posts, corpus, options, progress, stop);         // texts in common, which need no clock
        var common = texts is null ? null : CommonTextLayer.Of(corpus, texts, stop);
        var solid = Solid(paired, validated, common, texts);                      // the pairs that stand
        var layers = LayersOf(corpus, common is null ? paired : paired.Add(common), solid, options, stop); // groups of each behaviour
        var groups = solid.Length == 1 ? layers[0].Groups : Grouping.Grouping.Of(corpus, solid, options.Grouping, stop); // and over all
        return new Findings
        {
            Corpus = corpus,
            Options = options,
            Layers = layers,
            Validated = validated,
            Texts = texts,
            Groups = groups,
            Leads = LeadCircles.Of(validated, texts),                             // and who comes near: no finding
            Notes = [.. corpus.Notes.Select(note => $"{note.Count:N0} {note.What}"), .. NotThere(corpus, options), .. Strangers(corpus, options.Affiliations)],
        };
    }

    /// <summary>How many accounts the test would name in these posts if every fine time were chance: each round draws them anew.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="options">As for <see cref="Run(IPostSource, DetectionOptions, IProgress{StageProgress}?, CancellationToken)"/>; without a test the audit has no rounds.</param>
    /// <param name="rounds">How often to draw.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The rounds, with the names of the accounts they number.</returns>
    public static (Audit Audit, Corpus Corpus) Audit(
        IPostSource posts, DetectionOptions options, int rounds, IProgress<StageProgress>? progress = null, CancellationToken stop = default)
    {
        var corpus = Corpus.Encode(posts, options.Tracing, progress, stop);
        return (Audit(corpus, options, rounds, progress, stop), corpus);
    }

    /// <summary>The same on posts that were encoded before, such as those of findings.</summary>
    public static Audit Audit(
        Corpus corpus, DetectionOptions options, int rounds, IProgress<StageProgress>? progress = null, CancellationToken stop = default) =>
        TestOf(corpus, options) is { } test ? Validation.Validation.Audit(corpus, test, rounds, options.Grouping.Seed, progress, stop) : new Audit([]);

    /// <summary>How the groups that were found fare under other windows, error rates, behaviours and objects: a reading of stability, not a test.</summary>
    /// <param name="findings">What <see cref="Run(IPostSource, DetectionOptions, IProgress{StageProgress}?, CancellationToken)"/> gave; its acts are tested anew, its posts are not read again.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops the work.</param>
    /// <remarks>About a dozen times the cost of the test. <see cref="Claque.Sensitivity.Sensitivity.IsCheap"/> says when that is little.</remarks>
    public static ImmutableArray<GroupOutcome> Sensitivity(
        Findings findings, IProgress<StageProgress>? progress = null, CancellationToken stop = default) => Claque.Sensitivity.Sensitivity.Of(findings, progress, stop);

    private static IEnumerable<string> NotThere(Corpus corpus, DetectionOptions options) =>
        (options.Tracing.Behaviours ?? []).Where(asked => corpus.Traces.All(trace => trace.Behaviour != asked)).Select(asked => $"{asked}: none of these posts has it.");

    private static IEnumerable<string> Strangers(Corpus corpus, Affiliations affiliations)
    {
        const int most = 10;
        var strangers = affiliations.NotIn(corpus);
        if (strangers.IsEmpty) yield break;
        yield return $"{strangers.Length:N0} of {affiliations.Count:N0} accounts with a declared affiliation are not in these posts: "
            + string.Join(", ", strangers.Take(most)) + (strangers.Length > most ? " …" : ".");
    }

    private static ImmutableArray<PairedTrace> PairAll(
        Corpus corpus, ImmutableArray<ThinTrace>? thin, DetectionOptions options, IProgress<StageProgress>? progress, CancellationToken stop) => thin is { } traces
            ? [.. traces.Select(trace => Pairing.Pairing.Within(corpus, trace, options.Pairing, progress, stop))]
            : [.. corpus.Traces.Select(trace => Pairing.Pairing.Within(corpus, trace, options.Pairing, progress, stop))];

    private static Validated? Validate(
        Corpus corpus, ImmutableArray<ThinTrace>? thin, DetectionOptions options, IProgress<StageProgress>? progress, CancellationToken stop) =>
        TestOf(corpus, options) is not { } test ? null
            : thin is { } traces ? Validation.Validation.Test(corpus, traces, test, progress, stop)
            : Validation.Validation.Test(corpus, test, progress, stop);

    /// <summary>The test as it fits these posts: scales from the windows, publication times from ids, a grid for hashtags. Null when none is wanted or no window can be tested.</summary>
    internal static ValidationOptions? TestOf(Corpus corpus, DetectionOptions options)
    {
        var scales = options.Pairing.Windows.Select(TimeScale.Of).OfType<TimeScale>().ToImmutableArray();
        if (options.Validation is not { } validation || scales.IsEmpty) return null;
        return validation with
        {
            Scales = scales,
            MaxAccountsPerObject = options.Pairing.MaxAccountsPerObject,
            Published = PublicationTimes.FromIds(corpus).WithGrid(corpus, Behaviour.Hashtags),
        };
    }

    private static TextVerdict? CompareTexts(IPostSource posts, Corpus corpus, DetectionOptions options, IProgress<StageProgress>? progress, CancellationToken stop) =>
        options.Texts is { } asked && options.Tracing.Wants(Behaviour.CommonText) && corpus.HasTexts ? TextInCommon.Test(posts, asked, progress, stop) : null;

    /// <summary>The ties of each behaviour: the pairs that the test lets stand in it, or all pairs where no test was made.</summary>
    private static ImmutableArray<LayerTies> Solid(
        ImmutableArray<PairedTrace> paired, Validated? validated, PairedTrace? common, TextVerdict? texts)
    {
        var standing = validated?.Pairs.Where(pair => pair.Tier >= Tier.Weak)
            .SelectMany(pair => pair.SeenIn.Select(behaviour => (behaviour, pair.A, pair.B))).ToHashSet();
        return
        [
            .. paired.Select(trace =>
            {
                var (behaviour, widest) = (trace.Trace.Behaviour, trace.Windows.Length - 1);
                var pairs = trace.Windows[widest].Items.Where(pair => standing?.Contains((behaviour, pair.A, pair.B)) ?? true).ToList();
                return new LayerTies(behaviour, pairs, pair => trace.CoActs(pair.A, pair.B, widest));
            }),
            .. common is null || texts is null ? [] : ImmutableArray.Create(CommonTextLayer.Ties(common, texts)),
        ];
    }

    private static ImmutableArray<Layer> LayersOf(
        Corpus corpus, ImmutableArray<PairedTrace> paired, ImmutableArray<LayerTies> solid, DetectionOptions options, CancellationToken stop) =>
        [
            .. paired.Zip(solid, (trace, ties) =>
                new Layer(
                    trace,
                    [.. trace.Windows.Select(pairs => Clocks.Refusal(corpus, trace.Trace, pairs.Window))],
                    AccountsOf(corpus, trace.Trace),
                    Grouping.Grouping.Of(corpus, [ties], options.Grouping, stop))),
        ];

    private static int AccountsOf(Corpus corpus, Trace trace)
    {
        var seen = new bool[corpus.Accounts.Count];
        foreach (var post in trace.Posts) seen[corpus.Posts.Accounts[post]] = true;
        return seen.Count(acted => acted);
    }
}
