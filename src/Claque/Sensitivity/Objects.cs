using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Tracing;

namespace Claque.Sensitivity;

/// <summary>The same corpus with fewer objects.</summary>
internal static class Objects
{
    private const int HubsPerHundred = 1;

    /// <summary>Without the hundredth part of each behaviour's shared objects that most accounts touched, one at least.</summary>
    public static Corpus WithoutHubs(Corpus corpus) => With(corpus, [.. corpus.Traces.Select(trace =>
    {
        var accounts = AccountsPerObject(corpus, trace);
        var shared = Enumerable.Range(0, accounts.Length).Where(o => accounts[o] > 1).ToList();
        var hubs = shared.OrderByDescending(o => accounts[o]).ThenBy(o => o).Take((shared.Count * HubsPerHundred + 99) / 100).ToHashSet();
        return Kept(trace, act => !hubs.Contains(trace.Objects[act]));
    })]);

    /// <summary>Without any post on the objects that most members of each group touched.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="groups">The groups; an account is in one of them at most.</param>
    /// <param name="perGroup">How many objects of each group are left out, the next chosen without the posts of those before.</param>
    public static Corpus WithoutTopOf(Corpus corpus, IReadOnlyList<Group> groups, int perGroup)
    {
        var dropped = new bool[corpus.Posts.Count];
        var groupOf = groups.SelectMany(group => group.Members.Select(member => (member.Account, group.Number))).ToDictionary(x => x.Account, x => x.Number);
        var acts = corpus.Traces.SelectMany((trace, t) => Enumerable.Range(0, trace.Count)
                .Select(act => (Post: trace.Posts[act], On: (Trace: t, Object: trace.Objects[act]))))
            .Where(act => groupOf.ContainsKey(corpus.Posts.Accounts[act.Post]))
            .ToLookup(act => groupOf[corpus.Posts.Accounts[act.Post]]);
        for (var turn = 0; turn < perGroup; turn++)
        {
            var tops = groups.Select(group => Top(acts[group.Number])).OfType<(int Trace, int Object)>().ToHashSet();
            for (var t = 0; t < corpus.Traces.Length; t++)
            {
                var trace = corpus.Traces[t];
                for (var act = 0; act < trace.Count; act++)
                    if (tops.Contains((t, trace.Objects[act]))) dropped[trace.Posts[act]] = true;
            }
        }

        return With(corpus, [.. corpus.Traces.Select(trace => Kept(trace, act => !dropped[trace.Posts[act]]))]);

        (int, int)? Top(IEnumerable<(int Post, (int Trace, int Object) On)> ofGroup) => ofGroup
            .Where(act => !dropped[act.Post])
            .GroupBy(act => act.On, act => corpus.Posts.Accounts[act.Post])
            .Select(on => (on.Key, Accounts: on.Distinct().Count()))
            .Where(on => on.Accounts > 1)
            .OrderByDescending(on => on.Accounts).ThenBy(on => on.Key)
            .Select(on => ((int, int)?)on.Key).FirstOrDefault();
    }

    /// <summary>The corpus with other traces.</summary>
    public static Corpus With(Corpus corpus, ImmutableArray<Trace> traces) =>
        new() { Accounts = corpus.Accounts, Posts = corpus.Posts, Traces = traces, HasTexts = corpus.HasTexts, Notes = corpus.Notes };

    private static Trace Kept(Trace trace, Func<int, bool> keep)
    {
        int[] acts = [.. Enumerable.Range(0, trace.Count).Where(keep)];
        return new Trace(trace.Behaviour, [.. acts.Select(act => trace.Posts[act])], [.. acts.Select(act => trace.Objects[act])], trace.ObjectNames);
    }

    private static int[] AccountsPerObject(Corpus corpus, Trace trace)
    {
        var accounts = new int[trace.ObjectNames.Count];
        var seen = new HashSet<(int, int)>();
        for (var act = 0; act < trace.Count; act++)
            if (seen.Add((trace.Objects[act], corpus.Posts.Accounts[trace.Posts[act]]))) accounts[trace.Objects[act]]++;
        return accounts;
    }
}
