using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claque.Cases;
using Claque.Grouping;
using Claque.TextEvidence;
using Claque.Validation;

namespace Claque.Reports;

/// <summary>Keeps findings in the case whose posts they were made from.</summary>
public static class RunStorage
{
    private const int CoActsPerPair = 100;

    /// <summary>Stores the run and gives its number.</summary>
    /// <param name="to">The case.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="settings">How its groups fare under other settings; empty when that was not looked at.</param>
    /// <param name="started">When the run began.</param>
    /// <param name="claqueVersion">The version that ran.</param>
    public static int Save(CaseFile to, Findings findings, ImmutableArray<SensitivityView> settings, DateTimeOffset started, string claqueVersion)
    {
        var views = new FindingsViews(findings);
        return to.SaveRun(new RunToStore
        {
            Corpus = findings.CorpusWithAllTraces,
            StartedUtc = started,
            ClaqueVersion = claqueVersion,
            OptionsJson = OptionsJson(findings.Options),
            Seed = findings.Options.Grouping.Seed,
            ErrorControl = ErrorControl.Sentence(findings),
            Layers = [.. findings.Layers.SelectMany(layer => layer.Paired.Windows.Select((pairs, w) => new LayerToStore(pairs)
            {
                Evidence = findings.Validated is null && findings.Texts is null
                    ? []
                    : [.. pairs.Items.Select(pair => views.EvidenceOf(layer.Behaviour, pair)).Select(e => new Cases.PairEvidence(e.P, e.Q, e.Tier))],
                Refused = layer.Refused[w],
            }))],
            Groups =
            [
                .. findings.Groups.Select(group => Stored(group, null)),
                .. findings.Layers.SelectMany(layer => layer.Groups.Select(group => Stored(group, layer.Behaviour))),
            ],
            Exhibits = Exhibits(findings, views),
            Sensitivity = settings,
            Explained = [.. Explanations.Of(findings).Select(one => (one.Key, one.Value))],
            Surfaced = [.. Claque.Leads.SurfacedAccount.Of(findings).Select(one => new SurfacedToStore(one.Account, TierWords.Of(one.Tier), one.Circle, [.. one.Behaviours.Select(b => b.Name)], one.Why))],
            Notes = [.. findings.Notes, .. Beside.LeftOut(findings, settings), .. ErrorControl.Details(findings), .. findings.Texts is { Abstained: "" } ? TextSentences.Limits : []],
        });

        GroupToStore Stored(Group group, Tracing.Behaviour? behaviour) =>
            new(group, behaviour, TierWords.Of(GroupReadings.TierOf(group, findings.Validated, findings.Texts)), GroupReadings.Of(group, findings));
    }

    /// <summary>Every option with its value, keys sorted: what is needed to repeat the run.</summary>
    public static string OptionsJson(DetectionOptions options)
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["behaviours"] = options.Tracing.Behaviours is { } asked ? string.Join(",", asked) : null,
            ["min_words"] = options.Tracing.MinWords,
            ["min_hashtags"] = options.Tracing.MinHashtags,
            ["similarity"] = options.Tracing.Similarity,
            ["windows_s"] = string.Join(",", options.Pairing.Windows.Select(window => window.TotalSeconds)),
            ["min_weight"] = options.Pairing.MinWeight,
            ["max_object_accounts"] = options.Pairing.MaxAccountsPerObject,
            ["alpha"] = options.Validation?.Alpha,
            ["weak_alpha"] = options.Validation?.WeakAlpha,
            ["strict"] = options.Validation?.Strict,
            ["min_sittings"] = options.Validation?.MinSittings,
            ["sitting_gap_s"] = options.Validation?.SittingGap.TotalSeconds,
            ["guard"] = options.Validation?.Guard,
            ["habits"] = options.Validation?.Habits,
            ["text_test"] = options.Texts is not null,
            ["resolution"] = options.Grouping.Resolution,
            ["min_group_size"] = options.Grouping.MinSize,
            ["seed"] = options.Grouping.Seed,
        };
        if (options.Affiliations is { Count: > 0 } affiliations)
            (values["affiliations"], values["affiliations_sha256"]) = (affiliations.Source, affiliations.Sha256);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                switch (value)
                {
                    case null: json.WriteNullValue(); break;
                    case string text: json.WriteStringValue(text); break;
                    case bool flag: json.WriteBooleanValue(flag); break;
                    case ulong number: json.WriteNumberValue(number); break;
                    default: json.WriteNumberValue(Convert.ToDouble(value)); break;
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Co-acts of the pairs inside groups, and then of the firmest others, at the widest window.</summary>
    private static ImmutableArray<PairExhibits> Exhibits(Findings findings, FindingsViews views)
    {
        var groupOf = findings.Groups.SelectMany(group => group.Members.Select(member => (member.Account, group.Number))).ToDictionary(x => x.Account, x => x.Number);
        return
        [
            .. findings.Layers.SelectMany(layer => layer.Widest.Items.Select(pair => (layer, pair)))
                .OrderBy(x => Rank(x.pair.A, x.pair.B))
                .ThenBy(x => Array.IndexOf(TierWords.Firmest, views.EvidenceOf(x.layer.Behaviour, x.pair).Tier))
                .ThenByDescending(x => x.pair.Weight).ThenBy(x => x.pair.A).ThenBy(x => x.pair.B)
                .Take(MaxPairsWithExhibits)
                .Select(x => new PairExhibits(
                    x.layer.Behaviour, x.pair.A, x.pair.B,
                    [.. x.layer.Paired.CoActs(x.pair.A, x.pair.B, x.layer.Paired.Windows.Length - 1, CoActsPerPair)])),
        ];

        int Rank(int a, int b) => groupOf.TryGetValue(a, out var x) && groupOf.TryGetValue(b, out var y) && x == y ? 0 : 1;
    }

    private const int MaxPairsWithExhibits = 200_000;
}
