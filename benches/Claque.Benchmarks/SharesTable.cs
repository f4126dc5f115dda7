using System.Globalization;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>
/// Synthetic shares: N acts, N/10 accounts, N/5 objects, both with Zipf-Mandelbrot popularity (exponent 1, shift 100), uniform
/// times over 30 days, and one act in a hundred planted: groups of 5 to 20 accounts on 5 to 30 objects within 30 s.
/// </summary>
internal sealed class SharesTable(int acts, ulong seed)
{
    private const int Days = 30;
    private const long Start = 1_704_067_200;
    private readonly Pcg32 _random = new(seed);
    private readonly int _accounts = Math.Max(20, acts / 10);
    private readonly int _objects = Math.Max(20, acts / 5);

    /// <summary>Hands on every act, in the order of time: object, account, seconds since 1970.</summary>
    public IEnumerable<(int Object, int Account, long Time)> Acts()
    {
        var rows = new (long Time, int Object, int Account)[acts];
        var planted = acts / 100;
        var at = 0;
        while (at < planted) at = Plant(rows, at, planted);
        for (; at < acts; at++) rows[at] = (Start + _random.Next(Days * 86_400), Zipf(_objects), Zipf(_accounts));
        Array.Sort(rows);
        return rows.Select(row => (row.Object, row.Account, row.Time));
    }

    /// <summary>Writes the acts as the four columns that every tool of the field reads.</summary>
    public void Write(string path)
    {
        using var writer = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), 1 << 20);
        writer.WriteLine("object_id,account_id,content_id,timestamp_share");
        var row = 0;
        Span<char> line = stackalloc char[96];
        foreach (var (obj, account, time) in Acts())
        {
            line.TryWrite(CultureInfo.InvariantCulture, $"o{obj:D9},a{account:D9},{1_700_000_000_000_000_000L + row++},{time}\n", out var length);
            writer.Write(line[..length]);
        }
    }

    /// <summary>Writes who, an address and when, all in quotation marks, times as ISO 8601.</summary>
    public void WriteQuoted(string path)
    {
        using var writer = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), 1 << 20);
        writer.WriteLine("\"account_id\",\"object_id\",\"created_at\"");
        Span<char> line = stackalloc char[128];
        foreach (var (obj, account, time) in Acts())
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(time);
            line.TryWrite(CultureInfo.InvariantCulture, $"\"{500_000_000_000_000_000L + account}\",\"https://news.example/2024/01/{obj:D9}\",\"{moment:yyyy-MM-ddTHH:mm:ssZ}\"\n", out var length);
            writer.Write(line[..length]);
        }
    }

    private int Plant((long, int, int)[] rows, int at, int end)
    {
        var accounts = Enumerable.Range(0, 5 + _random.Next(16)).Select(_ => _random.Next(_accounts)).Distinct().ToArray();
        for (var objects = 5 + _random.Next(26); objects > 0; objects--)
        {
            var (obj, time) = (_random.Next(_objects), Start + _random.Next(Days * 86_400 - 30));
            foreach (var account in accounts)
            {
                if (at == end) return at;
                rows[at++] = (time + _random.Next(31), obj, account);
            }
        }

        return at;
    }

    /// <summary>A rank from 0 to below n with probability falling as 1 / (rank + 100): the inverse of the continuous distribution.</summary>
    private int Zipf(int n)
    {
        const double shift = 100;
        var rank = (int)(shift * Math.Pow((n + shift) / shift, _random.NextDouble()) - shift);
        return Math.Min(rank, n - 1);
    }
}
