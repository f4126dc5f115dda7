using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Claque.Cases;
using Claque.Reading;

namespace Claque.Web;

/// <summary>What a study gives to be kept: the whole, and the parts that pages read by themselves.</summary>
internal sealed record StudyMade(string Json, IReadOnlyList<KeyValuePair<string, string>> Parts)
{
    /// <summary>How many articles, or posts, were looked at.</summary>
    public int Looked { get; init; }
}

/// <summary>A question about all articles, or all posts, of the case that takes its time to answer.</summary>
/// <param name="Name">Its name in addresses and in the case.</param>
/// <param name="Title">What its work is called.</param>
/// <param name="Href">The page that shows it.</param>
/// <param name="Make">Answers it.</param>
internal sealed record StudyKind(string Name, string Title, string Href, Func<OpenCaseFile, Job, StudyMade> Make)
{
    /// <summary>What it looks at.</summary>
    public string Of { get; init; } = "articles";

    /// <summary>How many of them the case has.</summary>
    public int Count(CaseFile file) => Of == "posts" ? (int)Math.Min(int.MaxValue, file.Look.PostCount) : file.Look.ArticleCount;
}

/// <summary>Makes studies as jobs, and keeps them in the case so that a page that is loaded again is there at once.</summary>
internal static class StudyMaking
{
    public static readonly IReadOnlyList<StudyKind> Kinds =
    [
        new("lineage", "Looking for copies among the articles", "/lineage", OfArticles(LineageStudy.Make)),
        new("subjects", "Looking for articles on one subject", "/compare", OfArticles(SubjectStudy.Make)),
        new("personas", "Comparing the bylines", "/personas", OfArticles(PersonasStudy.Make)),
        new("changes", "Looking where the style changes", "/personas/changes", OfArticles(ChangesStudy.Make)),
        new("accounts", "Comparing the accounts", "/personas/accounts", AccountsStudy.Make) { Of = "posts" },
    ];

    /// <exception cref="Refused">There is no such study, no article, or other work is running.</exception>
    public static Job Start(Bench bench, string name)
    {
        var kind = Kinds.FirstOrDefault(kind => kind.Name == name) ?? throw Refused.NotFound($"There is no study {name}. There are: {string.Join(", ", Kinds.Select(one => one.Name))}.");
        var open = bench.Case;
        if (open.Read(kind.Count) == 0) throw Refused.NotNow($"The case holds no {kind.Of} yet. Import some first.");
        if (!open.IsWritable) throw new InputException($"The case {open.Name} cannot be written, and what is found is kept in it. Open a copy that can be written.");
        return bench.Work.Start("study", kind.Title, canCancel: true, job => Run(bench, open, kind, job));
    }

    /// <summary>Makes a study and keeps it.</summary>
    public static void Run(Bench bench, OpenCaseFile open, StudyKind kind, Job job)
    {
        var made = kind.Make(open, job);
        job.Stop.ThrowIfCancellationRequested();
        job.Report(new StageProgress("keeping what was found", 0, null));
        open.WriteLong(writer =>
        {
            writer.Look.KeepStudy(new StudyView(kind.Name, made.Looked, bench.Now, bench.Version, made.Json), made.Parts);
            return true;
        }, job.Stop);
        job.Bring(state => state with { Href = kind.Href });
    }

    private static Func<OpenCaseFile, Job, StudyMade> OfArticles(Func<Shelf, Job, StudyMade> make) => (open, job) =>
    {
        job.Report(new StageProgress("reading the articles", 0, null));
        var shelf = open.Read(open.Known.Shelf);
        return make(shelf, job) with { Looked = shelf.Articles.Count };
    };

    /// <summary>How a study stands to the articles, or posts, that the case has now.</summary>
    public static StudyState State(CaseFile file, string name)
    {
        var kind = Kinds.First(kind => kind.Name == name);
        var has = kind.Count(file);
        if (file.Look.Study(name) is not { } study) return new StudyState(name, "none", null, "", 0, has, "", kind.Of);
        var isBehind = study.Articles != has;
        return new StudyState(
            name, isBehind ? "behind" : "made", Show.Time(study.MadeUtc), study.Version, study.Articles, has,
            isBehind ? $"This was worked out over {study.Articles} {kind.Of}; the case has {has} now." : "", kind.Of);
    }

    /// <summary>A value as it is kept.</summary>
    public static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>A part of a study; null when there is none such.</summary>
    public static T? Part<T>(CaseFile file, string study, string key, JsonTypeInfo<T> type) where T : class =>
        file.Look.StudyPart(study, key) is { } json ? JsonSerializer.Deserialize(json, type) : null;
}
