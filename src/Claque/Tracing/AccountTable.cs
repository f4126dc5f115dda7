using System.Text;
using Claque.Columns;
using Claque.Text;

namespace Claque.Tracing;

/// <summary>Numbers accounts by first appearance: the same id on two platforms is two accounts.</summary>
internal sealed class AccountTable
{
    private readonly List<Platform> _platforms = [];

    /// <summary>An account's number on its platform, and over all.</summary>
    private sealed class Platform(string name)
    {
        public string Name { get; } = name;
        public NameTable Ids { get; } = new();
        public List<int>? Numbers { get; set; } // Null as long as there is no other platform: then both are the same.
    }

    /// <summary>Number of accounts.</summary>
    public int Count { get; private set; }

    /// <summary>The number of an account, given now if it is new.</summary>
    public int Intern(string platform, ReadOnlySpan<byte> id)
    {
        var of = Of(platform);
        return NumberOf(of, of.Ids.Intern(id));
    }

    /// <summary>The numbers of many accounts, which all have an id.</summary>
    /// <param name="platforms">The platform of each row of the batch.</param>
    /// <param name="ids">Ids, with their rows.</param>
    /// <param name="numbers">By place in <paramref name="ids"/>.</param>
    public void Intern(ReadOnlySpan<string> platforms, NameList ids, Span<int> numbers)
    {
        for (var start = 0; start < ids.Count;)
        {
            var (platform, end) = (platforms[ids.Rows[start]], start + 1);
            while (end < ids.Count && platforms[ids.Rows[end]] == platform) end++;
            var of = Of(platform);
            var run = numbers[start..end];
            of.Ids.Intern(ids.Bytes, ids.Places[start..end], ids.Hashes[start..end], run);
            if (of.Numbers is null) Count = of.Ids.Count;
            else foreach (ref var number in run) number = NumberOf(of, number);
            start = end;
        }
    }

    /// <summary>The names to show: the id alone, or with its platform where two platforms have the same id.</summary>
    public NameTable Names()
    {
        if (_platforms.Count <= 1) return _platforms.Count == 0 ? new NameTable() : _platforms[0].Ids;
        var accounts = new (Platform Of, int Id)[Count];
        var uses = new NameTable();
        var counts = new List<int>();
        foreach (var platform in _platforms)
        {
            for (var id = 0; id < platform.Ids.Count; id++)
            {
                accounts[platform.Numbers![id]] = (platform, id);
                var use = uses.Intern(platform.Ids.Bytes(id), out var added);
                if (added) counts.Add(1);
                else counts[use]++;
            }
        }

        var names = new NameTable();
        var name = new ByteBuffer();
        foreach (var (platform, id) in accounts)
        {
            name.Clear();
            if (counts[uses.Find(platform.Ids.Bytes(id))] > 1 && platform.Name.Length > 0)
            {
                name.Add(Encoding.UTF8.GetBytes(platform.Name));
                name.Add((byte)':');
            }

            name.Add(platform.Ids.Bytes(id));
            // "x:17" may also be somebody's id as it stands.
            while (names.Find(name.Bytes) >= 0) name.Add((byte)'\'');
            names.Intern(name.Bytes);
        }

        return names;
    }

    private int NumberOf(Platform platform, int id)
    {
        if (platform.Numbers is null)
        {
            Count = Math.Max(Count, id + 1);
            return id;
        }

        if (id == platform.Numbers.Count) platform.Numbers.Add(Count++);
        return platform.Numbers[id];
    }

    private Platform Of(string name)
    {
        foreach (var platform in _platforms)
            if (platform.Name == name) return platform;
        if (_platforms.Count == 1) _platforms[0].Numbers = [.. Enumerable.Range(0, Count)];
        _platforms.Add(new Platform(name) { Numbers = _platforms.Count == 0 ? null : [] });
        return _platforms[^1];
    }
}
