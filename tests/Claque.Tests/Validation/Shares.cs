using System.Text;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Tests.Validation;

/// <summary>Builds corpora from plain lists of shares.</summary>
public static class Shares
{
    /// <summary>A corpus with one behaviour; each share is a post of its own, in the order given. Times are µs.</summary>
    public static Corpus Corpus(
        Behaviour behaviour, IReadOnlyList<(int Account, int Object, long TimeUs)> shares, TimePrecision precision = TimePrecision.Second,
        int accounts = 0, int objects = 0) => Corpus([(behaviour, shares)], [.. Enumerable.Repeat(precision, shares.Count)], accounts, objects);

    /// <summary>A corpus with several behaviours; each share is a post of its own, one behaviour after the other.</summary>
    public static Corpus Corpus(
        IReadOnlyList<(Behaviour Behaviour, IReadOnlyList<(int Account, int Object, long TimeUs)> Shares)> layers,
        TimePrecision[] precisions, int accounts = 0, int objects = 0)
    {
        var all = layers.SelectMany(layer => layer.Shares).ToArray();
        var first = 0;
        var traces = layers.Select(layer =>
        {
            int[] posts = [.. Enumerable.Range(first, layer.Shares.Count)];
            first += posts.Length;
            return new Trace(layer.Behaviour, posts, [.. layer.Shares.Select(share => share.Object)], Names("object", Math.Max(objects, 1 + layer.Shares.Select(share => share.Object).DefaultIfEmpty(-1).Max())));
        });
        return new Corpus
        {
            Accounts = Names("account", Math.Max(accounts, 1 + all.Select(share => share.Account).DefaultIfEmpty(-1).Max())),
            Posts = new PostColumns([.. Enumerable.Range(0, all.Length).Select(i => (long)i)], [.. all.Select(share => share.Account)], [.. all.Select(share => share.TimeUs)], precisions),
            Traces = [.. traces],
            Notes = [],
        };
    }

    private static NameTable Names(string kind, int count)
    {
        var names = new NameTable();
        for (var i = 0; i < count; i++) names.Intern(Encoding.UTF8.GetBytes($"{kind}-{i}"));
        return names;
    }
}
