using Claque.Cases;
using Claque.Reports.Personas;
using Claque.Reports.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/personas</c>: bylines and their pairs; one byline; one pair with what speaks for and against one hand.</summary>
internal static class PersonaPages
{
    private const int PairsShown = 200;
    private static readonly PersonaBars NoBars = new(0, 0, 0, 0, 0, 0, 0, 0);

    public static void Map(WebApplication app, Bench bench)
    {
        app.MapGet("/personas.json", () => TypedResults.Ok(bench.Case.Read(file => Page(bench.Case, file))));
        app.MapGet("/personas.csv", () => bench.Case.Read(file => Csv("byline-pairs", Page(bench.Case, file).Pairs)));
        app.MapGet("/personas/bylines.csv", () => bench.Case.Read(file => Rows("bylines", "byline", "articles", Kept(bench.Case, file)?.Bylines ?? [])));
        app.MapGet("/personas/accounts.json", () => TypedResults.Ok(bench.Case.Read(file => Accounts(bench.Case, file))));
        app.MapGet("/personas/accounts.csv", () => bench.Case.Read(file => Csv("account-pairs", Accounts(bench.Case, file).Pairs)));
        app.MapGet("/personas/accounts/list.csv", () => bench.Case.Read(file => Rows("accounts", "account", "pieces", Accounts(bench.Case, file).Bylines)));
        app.MapGet("/personas/byline.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => OneByline(bench.Case, file, request.Text("name")))));
        app.MapGet("/personas/byline.csv", (HttpRequest request) => bench.Case.Read(file => Marks(bench.Case, file, request.Text("name"))));
        app.MapGet("/personas/pair.json", (HttpRequest request) => TypedResults.Ok(bench.Case.Read(file => OnePair(bench.Case, file, request.Text("a"), request.Text("b")))));
        app.MapGet("/personas/pair.csv", (HttpRequest request) => bench.Case.Read(file => Evidence(file, Find(Kept(bench.Case, file), request.Text("a"), request.Text("b")))));
    }

    public static string Href(string byline) => "/personas/byline?name=" + Uri.EscapeDataString(Show.Whole(byline));

    public static string Href(string a, string b) => $"/personas/pair?a={Uri.EscapeDataString(Show.Whole(a))}&b={Uri.EscapeDataString(Show.Whole(b))}";

    /// <summary>The study of bylines as it is kept; null when it was never made.</summary>
    public static KeptPersonas? Kept(OpenCaseFile open, CaseFile file) => open.Known.Study(file, PersonasStudy.Name, KeptJson.Default.KeptPersonas);

    /// <exception cref="Refused">There is no such pair.</exception>
    private static PersonaPair Find(KeptPersonas? kept, string a, string b) =>
        kept?.Pairs.FirstOrDefault(pair => (pair.A == a && pair.B == b) || (pair.A == b && pair.B == a))
        ?? throw Refused.NotFound($"There is no ratio for {a} and {b}: one of them has too few words, or the case has no reference population.");

    private static PersonasPage Page(OpenCaseFile open, CaseFile file)
    {
        var kept = Kept(open, file);
        var decided = new Decided(file.Decisions());
        return new PersonasPage(
            StudyMaking.State(file, PersonasStudy.Name), kept is null ? "" : Sentence(kept, "bylines"), kept?.Bars ?? NoBars, kept?.Bylines ?? [], [.. (kept?.Pairs ?? []).Take(PairsShown).Select(pair => With(pair, decided))],
            kept?.PairsMade ?? 0, kept?.PairsWithRatio ?? 0, [], [], PersonaWords.Limits);
    }

    private static PersonasPage Accounts(OpenCaseFile open, CaseFile file)
    {
        var kept = open.Known.Study(file, AccountsStudy.Name, KeptJson.Default.KeptAccounts);
        var study = kept?.Study;
        return new PersonasPage(
            StudyMaking.State(file, AccountsStudy.Name), study is null ? "" : Sentence(study, "accounts"), study?.Bars ?? NoBars, study?.Bylines ?? [], [.. (study?.Pairs ?? []).Take(PairsShown)],
            study?.PairsMade ?? 0, study?.PairsWithRatio ?? 0, kept?.Opening ?? [], kept?.Found ?? [], PersonaWords.LimitsOfAccounts);
    }

    private static PersonaPair With(PersonaPair pair, Decided decided) => pair with { Status = decided.Of(pair.Key).Status };

    private static string Sentence(KeptPersonas kept, string many)
    {
        if (kept.PairsWithRatio == 0)
            return $"No pair gets a ratio. It needs {Amount.Count(kept.Bars.WordsForRatio)} clean words on each side and a reference of {kept.Bars.ReferenceNeeded} {many} with as many; this case has {Amount.Count(kept.Bars.ReferenceBylines)}. That is an answer: these texts cannot say.";
        var same = kept.Pairs.Count(pair => pair.Verdict == "same");
        return $"{(same == 0 ? "No pair passes" : same == 1 ? "One pair passes" : $"{Amount.Count(same)} pairs pass")} the bar for one hand, of {Amount.Count(kept.PairsWithRatio)} that get a ratio.";
    }

    private static IResult Csv(string name, IEnumerable<PersonaPair> pairs) => Table.Of(
        name, ["a", "b", "log_lr", "two_hands_chance", "q", "verdict", "rival", "rival_to", "rival_log_lr", "words_a", "words_b", "topic", "reason", "status"],
        [.. pairs.Select(pair => (object?[])
            [pair.A, pair.B, pair.LogRatio, pair.TwoHandsChance, pair.Q, pair.Verdict, pair.Rival, pair.RivalTo, pair.RivalRatio, pair.WordsA, pair.WordsB, pair.Topic, pair.Reason, pair.Status])]);

    private static IResult Rows(string name, string one, string pieces, IEnumerable<BylineRow> rows) => Table.Of(
        name, [one, pieces, "words", "quoted_words", "shared_words", "other_words", "hands", "score", "reason"],
        [.. rows.Select(row => (object?[])[row.Byline, row.Articles, row.Words, row.QuotedWords, row.SharedWords, row.OtherWords, row.Hands, row.Score, row.Reason])]);

    private static (BylineRow Row, KeptByline Kept) Find(OpenCaseFile open, CaseFile file, string name)
    {
        var row = Kept(open, file)?.Bylines.FirstOrDefault(byline => byline.Byline == name) ?? throw Refused.NotFound($"There is no byline \"{name}\" among those compared.");
        return (row, StudyMaking.Part(file, PersonasStudy.Name, "byline " + name, KeptJson.Default.KeptByline)!);
    }

    private static BylinePage OneByline(OpenCaseFile open, CaseFile file, string name)
    {
        var (row, kept) = Find(open, file, name);
        var (shelf, decided) = (open.Known.Shelf(file), new Decided(file.Decisions()));
        var marks = kept.Marks.Select(mark => new HandMark(shelf.Link(mark.Article), mark.Hand, mark.Margin, mark.Asked)).OrderBy(mark => mark.Article.Published is null).ThenBy(mark => mark.Article.Published, StringComparer.Ordinal).ToList();
        return new BylinePage(
            StudyMaking.State(file, PersonasStudy.Name), row, kept.Hands with { Marks = marks }, [.. kept.Habits.Where(habit => habit.Forms.Any(form => form.Count > 0))],
            [.. Kept(open, file)!.Pairs.Where(pair => pair.A == name || pair.B == name).Take(PairsShown).Select(pair => With(pair, decided))],
            Rhythms.Of(name, kept.Marks.Select(mark => shelf.Of(mark.Article))), PersonaWords.Limits, ReportPages.Choice(file, FindingKey.Hours(name)));
    }

    private static IResult Marks(OpenCaseFile open, CaseFile file, string name)
    {
        var (_, kept) = Find(open, file, name);
        var shelf = open.Known.Shelf(file);
        return Table.Of("hands", ["article", "id", "published", "asked", "hand", "margin"],
            [.. kept.Marks.Select(mark => (object?[])[mark.Article, shelf.Of(mark.Article).Id, shelf.Link(mark.Article).Published ?? "", mark.Asked, mark.Hand, mark.Margin])]);
    }

    private static PersonaPairPage OnePair(OpenCaseFile open, CaseFile file, string a, string b)
    {
        var kept = Kept(open, file);
        var log = file.Decisions();
        var decided = new Decided(log);
        var pair = With(Find(kept, a, b), decided);
        var evidence = Items(file, pair);
        var (of, and) = (Find(open, file, pair.A), Find(open, file, pair.B));
        return new PersonaPairPage(
            StudyMaking.State(file, PersonasStudy.Name), pair, of.Row, and.Row, evidence ?? [],
            evidence is null ? "What this ratio is made of was not kept: it is for the strongest pairs only. claque personas --json gives it." : "", [.. of.Kept.Habits.Zip(and.Kept.Habits, (x, y) => new HabitPair(x.Habit, x.Forms, y.Forms)).Where(habit => habit.A.Concat(habit.B).Any(form => form.Count > 0))],
            PersonaWords.Limits, DecisionPages.Shown(log.Where(decision => decision.GroupKey == pair.Key).Reverse(), null, decided), DecisionPages.Notes(decided.Of(pair.Key)),
            ReportPages.Choice(file, pair.Key));
    }

    /// <summary>What the ratio of a pair is made of; null where that was not kept.</summary>
    public static IReadOnlyList<StyleEvidence>? Items(CaseFile file, PersonaPair pair) => StudyMaking.Part(file, PersonasStudy.Name, pair.Key, KeptJson.Default.KeptEvidence)?.Items;

    private static IResult Evidence(CaseFile file, PersonaPair pair) => Table.Of(
        "style", ["feature", "family", "contribution", "per_1000_a", "per_1000_b", "per_1000_reference", "example_a", "example_b"],
        [.. (Items(file, pair) ?? []).Select(item => (object?[])
            [item.Feature, item.Family, item.Contribution, item.PerThousandA, item.PerThousandB, item.PerThousandReference, item.A?.Href ?? "", item.B?.Href ?? ""])]);
}
