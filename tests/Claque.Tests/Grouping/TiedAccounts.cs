using System.Collections.Immutable;
using Claque.Columns;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Grouping;

/// <summary>
/// Accounts and their ties, written down: <c>link ann bob 1@0 1@4</c> is a pair of the behaviour <c>link</c> with a co-act on object
/// 1, ann's post at second 0 and bob's at second 4; further couples are further co-acts. <c>alone ann 9</c> is a post without company.
/// </summary>
internal sealed class TiedAccounts
{
    private readonly NameTable _names = new();
    private readonly List<(int Account, long TimeUs)> _posts = [];
    private readonly List<(Behaviour Behaviour, Pair Pair, ImmutableArray<CoAct> CoActs)> _ties = [];

    public TiedAccounts(params string[] lines)
    {
        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            if (words[0] == "alone") Post(words[1], words[2]);
            else Tie(new Behaviour(words[0]), words[1], words[2], [.. words.Skip(3).Select(word => word.Split('@'))]);
        }

        Corpus = new Corpus
        {
            Accounts = _names,
            Posts = new PostColumns(
                [.. _posts.Select((_, index) => (long)index)],
                [.. _posts.Select(post => post.Account)],
                [.. _posts.Select(post => post.TimeUs)],
                [.. _posts.Select(_ => TimePrecision.Second)]),
            Traces = [],
            Notes = [],
        };
    }

    public Corpus Corpus { get; }

    public List<LayerTies> Layers =>
    [
        .. from tie in _ties
           group tie by tie.Behaviour into layer
           let coActs = layer.ToDictionary(tie => (tie.Pair.A, tie.Pair.B), tie => tie.CoActs)
           select new LayerTies(layer.Key, [.. layer.Select(tie => tie.Pair)], pair => coActs[(pair.A, pair.B)]),
    ];

    public ImmutableArray<Group> Groups(GroupOptions? options = null) =>
        Claque.Grouping.Grouping.Of(Corpus, Layers, options ?? new GroupOptions());

    public string Members(Group group) => string.Join(' ', group.Members.Select(member => Corpus.Accounts[member.Account]));

    private int Post(string account, string second)
    {
        var post = (_names.Intern(account), long.Parse(second) * 1_000_000);
        if (!_posts.Contains(post)) _posts.Add(post);
        return _posts.IndexOf(post);
    }

    private void Tie(Behaviour behaviour, string first, string second, string[][] acts)
    {
        var (a, b) = (_names.Intern(first), _names.Intern(second));
        var coActs = acts.Chunk(2).Select(couple =>
        {
            var (x, y) = (Post(first, couple[0][1]), Post(second, couple[1][1]));
            if (a > b) (x, y) = (y, x);
            return new CoAct(int.Parse(couple[0][0]), x, y, _posts[y].TimeUs - _posts[x].TimeUs);
        }).ToImmutableArray();
        var gaps = coActs.Select(act => (double)Math.Abs(act.GapUs)).Order().ToArray();
        var median = (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2;
        _ties.Add((behaviour, new Pair(
            Math.Min(a, b), Math.Max(a, b), coActs.Select(act => act.Object).Distinct().Count(), coActs.Length,
            coActs.Select(act => act.PostA).Distinct().Count(), coActs.Select(act => act.PostB).Distinct().Count(),
            (long)gaps.Sum(), median, coActs.Count(act => act.GapUs > 0), coActs.Count(act => act.GapUs < 0)), coActs));
    }
}
