using System.Runtime.InteropServices;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>Collects what a simulator makes and puts it in order; the output format, and all that the two simulators share.</summary>
internal sealed class Ledger
{
    private readonly List<SimulatedAccount> _accounts = [];
    private readonly List<Entry> _entries = [];

    private readonly record struct Entry(int Account, Behaviour Kind, string Name, int Target, long TimeUs, string Text);

    public int Posts => _entries.Count;

    /// <summary>Enters an account; returns its number.</summary>
    public int Account(string id, string role, string crew = "")
    {
        _accounts.Add(new SimulatedAccount(id, role, crew));
        return _accounts.Count - 1;
    }

    /// <summary>Enters a post on an object that has a name; returns the number of the entry.</summary>
    public int Post(int account, Behaviour kind, string name, long timeUs, string text)
    {
        _entries.Add(new Entry(account, kind, name, -1, timeUs, text));
        return _entries.Count - 1;
    }

    /// <summary>Enters a post on another post, given by the number of its entry: a reshare or a reply.</summary>
    public int PostOn(int account, Behaviour kind, int target, long timeUs, string text)
    {
        _entries.Add(new Entry(account, kind, "", target, timeUs, text));
        return _entries.Count - 1;
    }

    public Simulated Build()
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        var times = new long[entries.Length];
        var order = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++) (times[i], order[i]) = (entries[i].TimeUs, i);
        // Entries of one microsecond stay in the order in which they were made.
        order.AsSpan().Sort((a, b) => times[a] != times[b] ? times[a].CompareTo(times[b]) : a.CompareTo(b));

        var ids = new string[entries.Length];
        for (var place = 0; place < order.Length; place++) ids[order[place]] = $"p{place + 1:D7}";
        var posts = new SimulatedPost[entries.Length];
        for (var place = 0; place < order.Length; place++)
        {
            ref readonly var entry = ref entries[order[place]];
            var name = entry.Target < 0 ? entry.Name : ids[entry.Target];
            posts[place] = new SimulatedPost(ids[order[place]], _accounts[entry.Account].AccountId, name, entry.Kind, entry.TimeUs, entry.Text);
        }

        var truth = _accounts.ToArray();
        truth.AsSpan().Sort((a, b) => string.CompareOrdinal(a.AccountId, b.AccountId));
        return new Simulated(ImmutableCollectionsMarshal.AsImmutableArray(posts), ImmutableCollectionsMarshal.AsImmutableArray(truth));
    }
}
