using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Claque.Reading;

namespace Claque.Scale;

/// <summary>All nodes of a cluster, one for each shard, and what to do when one of them fails.</summary>
internal sealed class Cluster : IDisposable
{
    private static readonly Version Oldest = new(18, 16);
    private readonly HttpClient _http;
    private readonly ClusterAddress _address;
    private readonly Action<string> _say;

    public Cluster(ClusterAddress address, Action<string> say)
    {
        (_address, _say) = (address, say);
        // Nodes stand in one's own network: a proxy of the surroundings must not see what goes to them.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var credentials = Credentials();
        Nodes = [.. address.Nodes.Select(node => new Node(node.Host, node.Port, _http, credentials))];
        var settings = new Dictionary<string, string>
        {
            ["max_memory_usage"] = SqlText.Number(address.Memory),
            ["max_bytes_before_external_group_by"] = SqlText.Number(address.Memory / 3),
            ["max_bytes_before_external_sort"] = SqlText.Number(address.Memory / 3),
            ["insert_distributed_sync"] = "1",
            // A node that works for us may take longer than the usual 50 ms to accept a connection.
            ["connect_timeout_with_failover_ms"] = "5000",
        };
        if (address.Threads > 0) settings["max_threads"] = SqlText.Number(address.Threads);
        Settings = settings;
        // A block of strips makes at most 64 × 65,536 pairs.
        PairingSettings = new Dictionary<string, string>(settings) { ["max_block_size"] = "64" };
    }

    /// <summary>The nodes.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Settings of every query.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Settings of queries that read strips.</summary>
    public IReadOnlyDictionary<string, string> PairingSettings { get; }

    /// <summary>Looks whether the cluster can do the work.</summary>
    /// <exception cref="InputException">A node is too old, is no part of the cluster, or does not let us work.</exception>
    public async Task Check(CancellationToken stop)
    {
        foreach (var node in Nodes)
        {
            var version = (await Once(node, "SELECT version()", stop).ConfigureAwait(false))[0][0];
            if (!Version.TryParse(string.Join('.', version.Split('.').Take(2)), out var found) || found < Oldest)
                throw new InputException($"{node.Name} runs ClickHouse {version}; {Oldest} or later is needed.");
        }

        if (Nodes.Length > 1) await CheckShards(stop).ConfigureAwait(false);
        foreach (var node in Nodes) await Once(node, $"CREATE DATABASE IF NOT EXISTS {_address.Database}", stop).ConfigureAwait(false);
    }

    private async Task CheckShards(CancellationToken stop)
    {
        var shards = new HashSet<string>();
        foreach (var node in Nodes)
        {
            var rows = await Once(node, $"SELECT shard_num, is_local FROM system.clusters WHERE cluster = '{_address.Cluster}'", stop).ConfigureAwait(false);
            if (rows.Length == 0)
                throw new InputException($"{node.Name} knows no cluster \"{_address.Cluster}\". Give the name it has in the node's remote_servers: clickhouse://…?cluster=NAME.");
            var all = rows.Select(row => row[0]).Distinct().Count();
            if (all != Nodes.Length)
                throw new InputException($"The cluster \"{_address.Cluster}\" has {all} shards, and {Nodes.Length} nodes were given. Give one node of each shard.");
            if (rows.FirstOrDefault(row => row[1] == "1") is not { } own || !shards.Add(own[0]))
                throw new InputException($"{node.Name} is no shard of the cluster \"{_address.Cluster}\" of its own, as its remote_servers have it. Give one node of each shard.");
        }
    }

    /// <summary>Runs a statement on one node and gives its rows.</summary>
    public Task<string[][]> On(Node node, string sql, CancellationToken stop) => node.Query(sql, Settings, stop);

    /// <summary>Runs a statement on every node at once; waits for all, also when one fails, so that nothing of it still runs afterwards.</summary>
    public async Task<string[][][]> Everywhere(string sql, CancellationToken stop, bool pairing = false) =>
        await Task.WhenAll(Nodes.Select(node => node.Query(sql, pairing ? PairingSettings : Settings, stop))).ConfigureAwait(false);

    /// <summary>
    /// Does something until it is done: waits for nodes that do not answer, and takes it in ever more parts where memory does not
    /// suffice. What is done must undo first what an earlier try left.
    /// </summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="work">Given the number of parts.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="InputException">A node stays away, refuses, or has too little memory even for the smallest part.</exception>
    public async Task Persist(string what, Func<int, Task> work, CancellationToken stop)
    {
        const int mostParts = 1024;
        for (var parts = 1; ;)
        {
            try
            {
                await work(parts).ConfigureAwait(false);
                return;
            }
            catch (NodeException e) when (e.IsMemory && parts < mostParts)
            {
                parts *= 4;
            }
            catch (NodeException e) when (e.IsDown)
            {
                _say($"{e.Node} does not answer; waiting for it ({what})");
                await Await(e, stop).ConfigureAwait(false);
            }
            catch (NodeException e)
            {
                throw Refusal(e);
            }
        }
    }

    /// <summary>Forgets the connections.</summary>
    public void Dispose() => _http.Dispose();

    /// <summary>Runs a statement on one node, which must answer now.</summary>
    /// <exception cref="InputException">It does not, or refuses.</exception>
    public async Task<string[][]> Once(Node node, string sql, CancellationToken stop)
    {
        try
        {
            return await On(node, sql, stop).ConfigureAwait(false);
        }
        catch (NodeException e) when (e.IsDown)
        {
            throw new InputException($"{node.Name} does not answer. Is ClickHouse running there, and is this the port of its HTTP interface?", e);
        }
        catch (NodeException e)
        {
            throw Refusal(e);
        }
    }

    private static InputException Refusal(NodeException e) => e.IsForbidden
        ? new InputException($"{e.Message}. The user needs rights to select, insert, create and drop tables and to use Distributed tables; user and password are taken from CLAQUE_CLICKHOUSE_USER and CLAQUE_CLICKHOUSE_PASSWORD.", e)
        : e.IsMemory
            ? new InputException($"{e.Message}. Even the smallest part needs more memory: allow more with clickhouse://…?memory=4GB, or leave out larger objects with --max-object-accounts.", e)
            : new InputException($"{e.Message}. The work can be taken up again: give the same command.", e);

    private async Task Await(NodeException reason, CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        for (var waited = TimeSpan.Zero; waited < _address.Patience; waited += pause)
        {
            await Task.Delay(pause, stop).ConfigureAwait(false);
            if (pause < TimeSpan.FromSeconds(5)) pause *= 1.5;
            try
            {
                await Everywhere("SELECT 1", stop).ConfigureAwait(false);
                return;
            }
            catch (NodeException e) when (e.IsDown)
            {
            }
        }

        throw new InputException($"{reason.Node} has not answered for {_address.Patience.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture)} seconds. Start it and give the same command again: the work goes on where it stopped.", reason);
    }

    private static AuthenticationHeaderValue? Credentials()
    {
        var user = Environment.GetEnvironmentVariable("CLAQUE_CLICKHOUSE_USER");
        var password = Environment.GetEnvironmentVariable("CLAQUE_CLICKHOUSE_PASSWORD");
        return string.IsNullOrEmpty(user) && string.IsNullOrEmpty(password)
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{(string.IsNullOrEmpty(user) ? "default" : user)}:{password}")));
    }
}
