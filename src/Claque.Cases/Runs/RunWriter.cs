using System.Security.Cryptography;
using System.Text;
using Claque.Cases.Storage;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Tracing;

namespace Claque.Cases.Runs;

/// <summary>Writes a run: all of it or nothing. Accounts of the corpus become accounts of the case through their posts.</summary>
internal sealed class RunWriter
{
    private readonly Database _database;
    private readonly RunToStore _run;
    private readonly int[] _firstPosts;
    private readonly long[] _accounts;
    private long _number;

    public RunWriter(Database database, RunToStore run)
    {
        (_database, _run) = (database, run);
        _accounts = new long[run.Corpus.Accounts.Count];
        _firstPosts = new int[_accounts.Length];
        Array.Fill(_firstPosts, -1);
        var accounts = run.Corpus.Posts.Accounts;
        for (var post = accounts.Length - 1; post >= 0; post--) _firstPosts[accounts[post]] = post;
    }

    /// <summary>Writes the run and gives its number.</summary>
    public int Write()
    {
        _database.Together(() =>
        {
            _database.Run(
                "INSERT INTO run (started_utc, claque_version, options, seed, input_sha256, error_control) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                Iso.Of(_run.StartedUtc), _run.ClaqueVersion, _run.OptionsJson, _run.Seed.ToString(), InputHash(_database), _run.ErrorControl);
            _number = _database.LastRowId;
            for (var i = 0; i < _run.Layers.Length; i++) WriteLayer(i + 1, _run.Layers[i]);
            foreach (var group in _run.Groups) WriteGroup(group);
            Additions.WriteSensitivity(_database, _number, _run.Sensitivity);
            Additions.WriteExplained(_database, _number, [.. _run.Explained.Select(one => (AccountOf(one.Account), one.Label))]);
            Additions.WriteSurfaced(_database, _number, _run.Surfaced.Select(one => (AccountOf(one.Account), one)));
            string[] notes = [.. _run.Notes, .. WriteExhibits()];
            for (var i = 0; i < notes.Length; i++) _database.Run("INSERT INTO run_note VALUES (?1, ?2, ?3)", _number, i + 1, notes[i]);
        });
        return checked((int)_number);
    }

    /// <summary>A hash over the hashes of the sources and how far each was read.</summary>
    public static string InputHash(Database database)
    {
        var lines = database.Rows("SELECT sha256, rows_done FROM source ORDER BY sha256").Select(row => $"{row.Text(0)} {row.Long(1)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private long AccountOf(int account)
    {
        if (_accounts[account] != 0) return _accounts[account];
        if (_firstPosts[account] < 0) throw new ArgumentException($"Account {account} of the corpus has no post.");
        var key = _run.Corpus.Posts.Keys[_firstPosts[account]];
        var number = _database.Number("SELECT account FROM post WHERE id = ?", key);
        if (number == 0) throw new ArgumentException($"The corpus was not made from this case: it has no post {key}.");
        return _accounts[account] = number;
    }

    private void WriteLayer(int number, LayerToStore layer)
    {
        var (pairs, trace) = (layer.Pairs, _run.Corpus.Traces.FirstOrDefault(trace => trace.Behaviour == layer.Pairs.Behaviour));
        _database.Run(
            "INSERT INTO run_layer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            _number, number, pairs.Behaviour.Name, pairs.Window.Ticks / TimeSpan.TicksPerMicrosecond, trace?.Count ?? 0, AccountsIn(trace),
            trace?.ObjectNames.Count ?? 0, pairs.Count, pairs.LeftOut.HubObjects, pairs.LeftOut.HubActs, pairs.LeftOut.CoarseActs, layer.Refused);
        if (!layer.Evidence.IsEmpty && layer.Evidence.Length != pairs.Count)
            throw new ArgumentException($"Layer {number} has {pairs.Count} pairs and evidence for {layer.Evidence.Length}.");
        using var insert = _database.Prepare(
            "INSERT INTO run_pair VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
        insert.Bind(1, _number).Bind(2, number);
        for (var i = 0; i < pairs.Count; i++)
            WritePair(insert, pairs.Items[i], layer.Evidence.IsEmpty ? new PairEvidence(null, null, "") : layer.Evidence[i]);
    }

    private void WritePair(Statement insert, Pair pair, PairEvidence evidence)
    {
        var (a, b) = (AccountOf(pair.A), AccountOf(pair.B));
        var asIs = a < b;
        insert.Bind(3, asIs ? a : b).Bind(4, asIs ? b : a).Bind(5, (long)pair.Weight).Bind(6, pair.CoActs);
        insert.Bind(7, (long)(asIs ? pair.PostsA : pair.PostsB)).Bind(8, (long)(asIs ? pair.PostsB : pair.PostsA));
        insert.Bind(9, pair.SumGapUs).Bind(10, (double?)pair.MedianGapUs);
        insert.Bind(11, asIs ? pair.AFirst : pair.BFirst).Bind(12, asIs ? pair.BFirst : pair.AFirst);
        insert.Bind(13, evidence.P).Bind(14, evidence.Q).Bind(15, evidence.Tier).Run();
    }

    private void WriteGroup(GroupToStore stored)
    {
        var (group, behaviour) = (stored.Group, stored.Behaviour?.Name ?? "");
        _database.Run(
            "INSERT INTO run_group VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            _number, behaviour, group.Number, JsonList.Of(group.Behaviours.Select(item => item.Name)), group.PairCount, group.Density, group.Weight,
            group.Objects, group.MedianGapUs, group.FirstUs, group.LastUs, stored.Tier, JsonList.Of(stored.Readings));
        using var insert = _database.Prepare("INSERT INTO run_member VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        insert.Bind(1, _number).Bind(2, behaviour).Bind(3, (long)group.Number);
        for (var i = 0; i < group.Members.Length; i++)
        {
            var member = group.Members[i];
            insert.Bind(4, i + 1L).Bind(5, AccountOf(member.Account)).Bind(6, (long)member.Ties);
            insert.Bind(7, (long)member.JointPosts).Bind(8, (long)member.Posts).Run();
        }
    }

    private int AccountsIn(Trace? trace)
    {
        if (trace == null) return 0;
        var accounts = _run.Corpus.Posts.Accounts;
        var seen = new bool[_accounts.Length];
        var count = 0;
        foreach (var post in trace.Posts)
        {
            if (seen[accounts[post]]) continue;
            seen[accounts[post]] = true;
            count++;
        }

        return count;
    }

    /// <summary>Writes the exhibits and gives the note on what was not kept, if anything.</summary>
    private IEnumerable<string> WriteExhibits()
    {
        var groups = Memberships(_run.Groups.Select(group => group.Group));
        var room = _run.MaxCoActsOutsideGroups;
        long cut = 0;
        using var coActs = new CoActWriter(_database, _number);
        foreach (var pair in _run.Exhibits)
        {
            var kept = pair.CoActs.Length;
            if (!AreTogether(groups, pair.A, pair.B))
            {
                kept = Math.Min(kept, room);
                room -= kept;
                cut += pair.CoActs.Length - kept;
            }

            var trace = _run.Corpus.Traces.First(trace => trace.Behaviour == pair.Behaviour);
            coActs.Write(pair.CoActs.AsSpan()[..kept], trace, _run.Corpus.Posts.Keys, AccountOf(pair.A), AccountOf(pair.B));
        }

        return cut == 0
            ? []
            : [$"The case keeps {_run.MaxCoActsOutsideGroups:N0} co-acts of pairs that are in no group together; {cut:N0} further ones were not stored."];
    }

    private static Dictionary<int, HashSet<int>> Memberships(IEnumerable<Group> groups) => groups
        .SelectMany((group, index) => group.Members.Select(member => (member.Account, index)))
        .GroupBy(item => item.Account)
        .ToDictionary(items => items.Key, items => items.Select(item => item.index).ToHashSet());

    private static bool AreTogether(Dictionary<int, HashSet<int>> groups, int a, int b) =>
        groups.TryGetValue(a, out var ofA) && groups.TryGetValue(b, out var ofB) && ofA.Overlaps(ofB);
}
