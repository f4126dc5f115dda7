using Claque.Cases;
using Claque.Personas;
using Claque.Personas.Accounts;
using Claque.Reports.Personas;
using Claque.Rhythm;

namespace Claque.Web;

/// <summary>The accounts of a case by their own posts, as they are kept.</summary>
internal sealed record KeptAccounts(KeptPersonas Study, IReadOnlyList<string> Opening, IReadOnlyList<Finding> Found);

/// <summary>The study of accounts: one hand behind several, several hands or devices behind one.</summary>
internal static class AccountsStudy
{
    public const string Name = "accounts";
    private const int MostPairs = 3000;
    private const int MostAskedForClients = 500;
    private const int MostPosts = 20_000;

    public static StudyMade Make(OpenCaseFile open, Job job) => open.Read(file => Make(open, file, job));

    private static StudyMade Make(OpenCaseFile open, CaseFile file, Job job)
    {
        var posts = file.Look.PostCount;
        job.Report(new StageProgress("pooling the accounts' own posts", 0, null));
        var pooled = PostPooling.Of(file.Posts(), PoolingOptions.Default, job.Stop);
        job.Report(new StageProgress("comparing accounts", 0, null));
        var study = PersonaStudy.Of([.. pooled.Accounts.SelectMany(account => account.Pieces)], PersonaOptions.Default, job.Stop);
        var named = new Named(file.Look.Accounts());
        var withRatio = study.Pairs.Where(pair => pair.LogRatio is not null).ToList();
        var kept = new KeptAccounts(
            new KeptPersonas(
                PersonasStudy.Bars(study, pooled.TooSmall), [.. study.Bylines.Select(account => named.Of(PersonasStudy.Row(account)))],
                [.. withRatio.Take(MostPairs).Select(pair => named.Of(PersonasStudy.Pair(study, pair)))], study.Pairs.Count, withRatio.Count),
            [.. PersonaWords.OfPooled(pooled), .. study.OtherLanguages.Count > 0 ? [PersonaWords.OfOtherLanguages(study, PersonaTerms.Accounts)] : Array.Empty<string>()],
            [.. Hands(study, named), .. Clients(open, file, job)]);
        return new StudyMade(StudyMaking.Json(kept, KeptJson.Default.KeptAccounts), []) { Looked = (int)Math.Min(int.MaxValue, posts) };
    }

    private static IEnumerable<Finding> Hands(PersonaStudy study, Named named) => study.Bylines.SelectMany(account => new[]
    {
        account.SeveralHands.Verdict == HandVerdict.Different ? PersonaWords.OfSplit(study, account) : "",
        PersonaWords.StandsOut(account.SeveralHands.Change) ? $"Over time, {named.Label(account.Byline)}: {PersonaWords.OfChange(study, account, PersonaTerms.Accounts)}" : "",
    }.Where(sentence => sentence.Length > 0).Select(sentence => new Finding(Show.Whole(sentence), named.Href(account.Byline))));

    private static List<Finding> Clients(OpenCaseFile open, CaseFile file, Job job)
    {
        // Without the index of posts by account, each account is a reading of the whole case.
        if (!file.Look.IsPrepared) return [];
        job.Report(new StageProgress("telling clients apart", 0, null));
        var counts = open.Known.PostCounts(file);
        var found = new List<Finding>();
        foreach (var account in file.Look.Accounts().Where(account => account.Number < counts.Length).OrderByDescending(account => counts[account.Number]).ThenBy(account => account.Number).Take(MostAskedForClients))
        {
            job.Stop.ThrowIfCancellationRequested();
            if (ClientStudy.Of(file.Look.ClientPostsOf(account.Number, MostPosts)) is { } study) found.Add(new Finding(Show.Whole($"{account.Label}: {RhythmWords.OfClients(study)}"), Show.Href(account)));
        }

        return found;
    }

    /// <summary>Accounts as pages name them. The study names them by the id that their platform gave, and by both where two platforms have it.</summary>
    private sealed class Named(IEnumerable<AccountView> accounts)
    {
        private readonly Dictionary<string, AccountView> _byId = accounts.GroupBy(account => account.NativeId, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Any() ? same.Select(account => (Name: account.Key, account)) : same.Select(account => (Name: account.NativeId, account)))
            .DistinctBy(named => named.Name, StringComparer.Ordinal).ToDictionary(named => named.Name, named => named.account, StringComparer.Ordinal);

        public string Label(string id) => _byId.TryGetValue(id, out var account) ? account.Label : id;

        public string Href(string id) => _byId.TryGetValue(id, out var account) ? Show.Href(account) : "";

        public BylineRow Of(BylineRow row) => row with { Byline = Show.Whole(Label(row.Byline)), Href = Href(row.Byline) };

        public PersonaPair Of(PersonaPair pair) => pair with
        {
            Key = "",
            A = Show.Whole(Label(pair.A)),
            B = Show.Whole(Label(pair.B)),
            Href = "",
            Rival = Show.Whole(Label(pair.Rival)),
            RivalTo = Show.Whole(Label(pair.RivalTo)),
        };
    }
}
