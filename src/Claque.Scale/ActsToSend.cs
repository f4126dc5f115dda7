using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Claque.Tracing;

namespace Claque.Scale;

/// <summary>The acts of one trace in the order in which they are sent: by slice and node of their object.</summary>
internal sealed class ActsToSend
{
    private const int RowBytes = 31;
    private readonly PostColumns _posts;
    private readonly Trace _trace;
    private readonly long[] _publishedUs;
    private readonly int[] _acts, _starts;
    private readonly int _nodes;

    /// <param name="posts">The posts.</param>
    /// <param name="trace">The acts.</param>
    /// <param name="publishedUs">Publication time of each object; empty where none is known.</param>
    /// <param name="nodes">Nodes of the cluster.</param>
    /// <param name="actsPerSlice">About so many acts of each node make a slice.</param>
    public ActsToSend(PostColumns posts, Trace trace, ReadOnlySpan<long> publishedUs, int nodes, int actsPerSlice)
    {
        (_posts, _trace, _nodes, _publishedUs) = (posts, trace, nodes, publishedUs.ToArray());
        Slices = (int)Math.Clamp((trace.Count + (long)actsPerSlice * nodes - 1) / ((long)actsPerSlice * nodes), 1, ushort.MaxValue);
        _starts = new int[Slices * nodes + 1];
        foreach (var o in trace.Objects) _starts[Place(o) + 1]++;
        for (var place = 0; place + 1 < _starts.Length; place++) _starts[place + 1] += _starts[place];
        _acts = new int[trace.Count];
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        for (var act = 0; act < trace.Count; act++) _acts[next[Place(trace.Objects[act])]++] = act;
    }

    /// <summary>Slices of objects.</summary>
    public int Slices { get; }

    /// <summary>Number of acts of one slice that belong to one node.</summary>
    public int Count(int slice, int node) => _starts[slice * _nodes + node + 1] - _starts[slice * _nodes + node];

    /// <summary>The rows of one slice for one node, as RowBinary: slice, object, account, time, step, number, publication.</summary>
    public byte[] Rows(int slice, int node)
    {
        var place = slice * _nodes + node;
        var rows = new byte[Count(slice, node) * RowBytes];
        var at = rows.AsSpan();
        foreach (var act in _acts.AsSpan(_starts[place], _starts[place + 1] - _starts[place]))
        {
            var (o, post) = (_trace.Objects[act], _trace.Posts[act]);
            BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)slice);
            BinaryPrimitives.WriteInt32LittleEndian(at[2..], o);
            BinaryPrimitives.WriteInt32LittleEndian(at[6..], _posts.Accounts[post]);
            BinaryPrimitives.WriteInt64LittleEndian(at[10..], _posts.TimesUs[post]);
            at[18] = (byte)_posts.Precisions[post];
            BinaryPrimitives.WriteInt32LittleEndian(at[19..], act);
            BinaryPrimitives.WriteInt64LittleEndian(at[23..], _publishedUs.Length == 0 ? Validation.PublicationTimes.None : _publishedUs[o]);
            at = at[RowBytes..];
        }

        return rows;
    }

    /// <summary>Adds all that the work depends on to a hash.</summary>
    public void AddTo(IncrementalHash hash)
    {
        hash.AppendData(MemoryMarshal.AsBytes(_trace.Objects.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_trace.Posts.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_publishedUs.AsSpan()));
    }

    private int Place(int o)
    {
        // Fibonacci hashing: neighbouring numbers, which are of one time, go to different places.
        var hash = (ulong)(uint)o * 0x9E3779B97F4A7C15;
        hash ^= BitOperations.RotateRight(hash, 29);
        return (int)(hash % (ulong)_nodes) + (int)(hash / 4096 % (ulong)Slices) * _nodes;
    }
}
