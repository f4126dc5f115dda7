using System.Globalization;
using System.Runtime.InteropServices;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Benchmarks;

/// <summary>Shares in a file of 12 bytes each, so that making them is no part of what is measured.</summary>
internal static class ShareFile
{
    private const int Block = 1 << 16;

    /// <summary>Writes the shares; with <paramref name="firstActs"/> only the first act of each account on each object.</summary>
    public static void Write(string path, Share[] shares, bool firstActs)
    {
        using var file = File.Create(path, 1 << 20);
        var seen = new HashSet<(int, int)>();
        foreach (var share in shares)
            if (!firstActs || seen.Add((share.Object, share.Account))) file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Share>(in share)));
    }

    /// <summary>The shares, block by block.</summary>
    public static IEnumerable<ReadOnlyMemory<Share>> Blocks(string path)
    {
        using var file = File.OpenRead(path);
        var block = new Share[Block];
        while (true)
        {
            var bytes = file.ReadAtLeast(MemoryMarshal.AsBytes(block.AsSpan()), Block * 12, throwOnEndOfStream: false);
            if (bytes == 0) yield break;
            yield return block.AsMemory(0, bytes / 12);
        }
    }

    /// <summary>Writes <c>t,o,a</c> as text, for programs that read nothing else.</summary>
    public static void WriteCsv(string path, string csv)
    {
        using var writer = new StreamWriter(csv, append: false, new System.Text.UTF8Encoding(false), 1 << 20);
        writer.WriteLine("t,o,a");
        Span<char> line = stackalloc char[48];
        foreach (var block in Blocks(path))
        {
            foreach (var share in block.Span)
            {
                line.TryWrite(CultureInfo.InvariantCulture, $"{share.Second},{share.Object},{share.Account}\n", out var length);
                writer.Write(line[..length]);
            }
        }
    }

    /// <summary>The encoded columns that reading a file of posts would give.</summary>
    public static Corpus Encoded(string path)
    {
        var count = checked((int)(new FileInfo(path).Length / 12));
        var (keys, accounts, times, objects, posts) = (new long[count], new int[count], new long[count], new int[count], new int[count]);
        var at = 0;
        foreach (var block in Blocks(path))
        {
            foreach (var share in block.Span)
            {
                (keys[at], accounts[at], times[at], objects[at], posts[at]) = (at, share.Account, share.Second * 1_000_000L, share.Object, at);
                at++;
            }
        }

        var precisions = new TimePrecision[count];
        Array.Fill(precisions, TimePrecision.Second);
        return new Corpus
        {
            Accounts = Names(accounts.Length == 0 ? 0 : accounts.Max() + 1),
            Posts = new PostColumns(keys, accounts, times, precisions),
            Traces = [new Trace(Behaviour.Object, posts, objects, Names(objects.Length == 0 ? 0 : objects.Max() + 1))],
            Notes = [],
        };
    }

    private static NameTable Names(int count)
    {
        var names = new NameTable();
        Span<byte> name = stackalloc byte[4];
        for (var i = 0; i < count; i++)
        {
            MemoryMarshal.Write(name, i);
            names.Intern(name);
        }

        return names;
    }
}
