using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Claque.Cases;
using Claque.Rhythm;
using Claque.Statements.Comparing;

namespace Claque.Web;

/// <summary>The case in figures, with what is missing in it.</summary>
internal sealed record CaseSummary(CaseFigures Figures, DataHealth Health);

/// <summary>How summaries are kept in the case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CaseSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;

/// <summary>What was worked out for the pages of the open case, each once, and again when posts have come.</summary>
internal sealed class Known(OpenCaseFile open)
{
    private const string SummaryName = "case";
    private const int RunsKept = 4;
    private const int ComparisonsKept = 20;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Lazy<RunModel>> _runs = [];
    private readonly Dictionary<int, Lazy<IReadOnlyDictionary<int, (float X, float Y)>>> _places = [];
    private readonly Dictionary<int, Lazy<IReadOnlyDictionary<int, (float X, float Y)>>> _standing = [];
    private (long Posts, Lazy<CaseSummary> Value)? _summary;
    private (long Posts, Lazy<PostTable> Value)? _columns;
    private (long Posts, Lazy<int[]> Value)? _counts;
    private (long Posts, Lazy<AccountVolume?[]> Value)? _volumes;
    private (long Articles, Lazy<Shelf> Value)? _shelf;
    private readonly Dictionary<string, (DateTimeOffset Made, object Value)> _studies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Comparison>> _comparisons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<PutQuestion?>> _questions = new(StringComparer.Ordinal);

    /// <summary>The case in figures.</summary>
    public CaseSummary Summary(CaseFile file) => Fresh(ref _summary, file, () => open.Read(reader =>
        reader.Look.Summary(SummaryName) is { } kept
            ? JsonSerializer.Deserialize(kept, SummaryJson.Default.CaseSummary)!
            : new CaseSummary(reader.Figures(), reader.Look.Health())));

    /// <summary>All posts as columns.</summary>
    public PostTable Columns(CaseFile file) => Fresh(ref _columns, file, () => open.Read(reader => reader.Look.Columns()));

    /// <summary>Number of posts by row id of the account.</summary>
    public int[] PostCounts(CaseFile file) => Fresh(ref _counts, file, () => open.Read(reader =>
    {
        var columns = Columns(reader);
        var counts = new int[columns.Accounts.DefaultIfEmpty(0).Max() + 1];
        foreach (var account in columns.Accounts) counts[account]++;
        return counts;
    }));

    /// <summary>By row id of the account: what it is called, its posts, and the language of most of them; null where it has none.</summary>
    public AccountVolume?[] Volumes(CaseFile file) => Fresh(ref _volumes, file, () => open.Read(reader => AccountVolumes.Of(reader, Columns(reader), PostCounts(reader))));

    /// <summary>The articles.</summary>
    public Shelf Shelf(CaseFile file)
    {
        // Posts that come link to articles too, so both are counted.
        var state = (file.Look.ArticleCount * 1_000_000_000L) + file.Look.PostCount;
        Lazy<Shelf> value;
        lock (_gate)
        {
            if (_shelf is null || _shelf.Value.Articles != state) _shelf = (state, new(() => open.Read(reader => new Shelf(reader))));
            value = _shelf.Value.Value;
        }

        return value.Value;
    }

    /// <summary>What a study found, read from the case once; null when it was never made.</summary>
    public T? Study<T>(CaseFile file, string name, JsonTypeInfo<T> type) where T : class
    {
        if (file.Look.Study(name) is not { } study) return null;
        lock (_gate)
        {
            if (_studies.TryGetValue(name, out var known) && known.Made == study.MadeUtc) return (T)known.Value;
            var value = JsonSerializer.Deserialize(study.Json, type)!;
            _studies[name] = (study.MadeUtc, value);
            return value;
        }
    }

    /// <summary>Articles side by side; kept for the next look.</summary>
    public Comparison Comparison(string key, Func<Comparison> make)
    {
        if (_comparisons.Count >= ComparisonsKept) _comparisons.Clear();
        return _comparisons.GetOrAdd(key, _ => new(make)).Value;
    }

    /// <summary>A question about two texts with its answer; kept for the next look.</summary>
    public PutQuestion? Question(string key, Func<PutQuestion?> make)
    {
        if (_questions.Count >= ComparisonsKept) _questions.Clear();
        return _questions.GetOrAdd(key, _ => new(make)).Value;
    }

    /// <summary>Forgets how articles compare: somebody has said something about names.</summary>
    public void ForgetComparisons() => _comparisons.Clear();

    /// <summary>Languages of the posts of a group, most first, at most three; the unknown one is left out.</summary>
    public IReadOnlyList<string> Languages(CaseFile file, RunModel model, GroupView group)
    {
        var columns = Columns(file);
        if (columns.LanguageNames.All(name => name.Length == 0)) return [];
        var counts = new long[columns.LanguageNames.Length];
        foreach (var member in group.Members)
            foreach (var (language, count) in model.LanguagesOf(columns, (int)member.Account.Number))
                counts[language] += count;
        return
        [
            .. counts.Index().Where(count => count.Item > 0 && columns.LanguageNames[count.Index].Length > 0).OrderByDescending(count => count.Item)
                .Take(3).Select(count => columns.LanguageNames[count.Index]),
        ];
    }

    /// <summary>A run with all that its pages show.</summary>
    public RunModel Run(RunView run)
    {
        Lazy<RunModel> model;
        lock (_gate)
        {
            if (!_runs.TryGetValue(run.Number, out model!))
            {
                if (_runs.Count >= RunsKept) _runs.Remove(_runs.Keys.Min());
                _runs.Add(run.Number, model = new(() => open.Read(reader => RunModel.Of(reader, run))));
            }
        }

        return model.Value;
    }

    /// <summary>Places of the accounts of a run; read from the case, or worked out where it has none.</summary>
    public IReadOnlyDictionary<int, (float X, float Y)> Places(RunModel model)
    {
        Lazy<IReadOnlyDictionary<int, (float, float)>> places;
        lock (_gate)
        {
            if (!_places.TryGetValue(model.Run.Number, out places!))
                _places.Add(model.Run.Number, places = new(() => open.Read(reader => reader.Look.PlacesOf(model.Run.Number)) is { IsEmpty: false } kept
                    ? kept.ToDictionary(place => place.Account, place => (place.X, place.Y))
                    : NetworkPlaces.Of(model).ToDictionary(place => place.Account, place => (place.X, place.Y))));
        }

        return places.Value;
    }

    /// <summary>Places for a tier of the filter: of the pairs that stand, or of all.</summary>
    public IReadOnlyDictionary<int, (float X, float Y)> Places(RunModel model, string tier)
    {
        if (tier == "all") return Places(model);
        Lazy<IReadOnlyDictionary<int, (float, float)>> places;
        lock (_gate)
        {
            if (!_standing.TryGetValue(model.Run.Number, out places!))
                _standing.Add(model.Run.Number, places = new(() => NetworkPlaces.OfStanding(model)?.ToDictionary(place => place.Account, place => (place.X, place.Y)) ?? Places(model)));
        }

        return places.Value;
    }

    /// <summary>Counts the case and writes the figures into it.</summary>
    public void KeepSummary() => open.Write(writer =>
    {
        var summary = new CaseSummary(writer.Figures(), writer.Look.Health());
        writer.Look.KeepSummary(SummaryName, JsonSerializer.Serialize(summary, SummaryJson.Default.CaseSummary));
        return summary;
    });

    /// <summary>True when the figures stand in the case.</summary>
    public static bool IsKept(CaseFile file) => file.Look.Summary(SummaryName) is not null;

    public void Clear()
    {
        lock (_gate)
        {
            _runs.Clear();
            _places.Clear();
            _standing.Clear();
            _studies.Clear();
            _comparisons.Clear();
            _questions.Clear();
            (_summary, _columns, _counts, _volumes, _shelf) = (null, null, null, null, null);
        }
    }

    /// <summary>The value, made anew when the number of posts has changed; made once even when several ask.</summary>
    private T Fresh<T>(ref (long Posts, Lazy<T> Value)? kept, CaseFile file, Func<T> make)
    {
        var posts = file.Look.PostCount;
        Lazy<T> value;
        lock (_gate)
        {
            if (kept is null || kept.Value.Posts != posts) kept = (posts, new Lazy<T>(make));
            value = kept.Value.Value;
        }

        return value.Value;
    }
}
