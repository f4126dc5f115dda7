using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Claque.Pairing;
using Claque.Thinning;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Scale;

/// <summary>Thins out acts on a ClickHouse cluster: pairs are made there, slice by slice, and only what can matter comes back.</summary>
/// <param name="address">The cluster.</param>
/// <param name="say">Told, in a sentence part, when a node is waited for.</param>
/// <remarks>
/// A run that was interrupted, here or there, is taken up by the same input and options: what each step did is written down on the
/// first node, under a key made of both. See <c>docs/scale.md</c>.
/// </remarks>
public sealed class ClickHouseThinning(ClusterAddress address, Action<string> say) : IThinning
{
    // A gigabyte for each query takes slices of a quarter million acts on each node; measured in docs/scale.md.
    private const long BytesPerAct = 4096;

    /// <inheritdoc/>
    public ImmutableArray<ThinTrace> Thin(Corpus corpus, PairOptions pairing, ValidationOptions? test, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(pairing);
        return Task.Run(() => ThinOn(corpus, pairing, test, progress, stop), stop).GetAwaiter().GetResult();
    }

    private async Task<ImmutableArray<ThinTrace>> ThinOn(
        Corpus corpus, PairOptions pairing, ValidationOptions? test, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        using var cluster = new Cluster(address, say);
        await cluster.Check(stop).ConfigureAwait(false);
        var actsPerSlice = (int)Math.Min(address.Memory / BytesPerAct, int.MaxValue / 64);
        ActsToSend[] acts = [.. corpus.Traces.Select(trace => new ActsToSend(
            corpus.Posts, trace, test is null ? [] : test.Published.Of(trace.Behaviour), cluster.Nodes.Length, actsPerSlice))];
        var key = KeyOf(corpus, acts, pairing, test);
        var tables = corpus.Traces.Select((_, t) => new Tables(address, string.Create(CultureInfo.InvariantCulture, $"c{key}_{t}_"), cluster.Nodes.Length > 1)).ToArray();
        var works = corpus.Traces.Select((trace, t) => new TraceWork(cluster, tables[t], corpus, trace, acts[t], new TraceRules(corpus, pairing, test), progress)).ToArray();
        foreach (var work in works) await work.Find(stop).ConfigureAwait(false);
        // A pair that one behaviour shows is weighed in all of them, so that the acts of its accounts are needed in all.
        var complete = string.Join(" UNION ALL ", tables.Select(one => $"SELECT account FROM {one.Name("kept")}"));
        var thin = ImmutableArray.CreateBuilder<ThinTrace>();
        foreach (var work in works) thin.Add(await work.Fetch(complete, stop).ConfigureAwait(false));
        if (!address.Keep) foreach (var work in works) await work.Drop(stop).ConfigureAwait(false);
        return thin.DrainToImmutable();
    }

    /// <summary>A key that is the same when, and only when, the work is.</summary>
    private string KeyOf(Corpus corpus, ActsToSend[] acts, PairOptions pairing, ValidationOptions? test)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(corpus.Posts.Accounts.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(corpus.Posts.TimesUs.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(corpus.Posts.Precisions.AsSpan()));
        foreach (var one in acts) one.AddTo(hash);
        string[] settings =
        [
            string.Join(',', address.Nodes.Select(node => $"{node.Host}:{node.Port}")), string.Join(',', acts.Select(one => one.Slices)),
            string.Join(',', pairing.Windows), $"{pairing.MinWeight} {pairing.MaxAccountsPerObject}",
            test is null ? "no test" : $"{string.Join(',', test.Scales)} {test.MinSittings} {test.SittingGap} {test.MaxTrialsCountedPerAct}",
            .. SqlText.Names.Select(SqlText.Raw),
        ];
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', settings)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
