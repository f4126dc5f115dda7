using System.Collections.Immutable;
using System.Globalization;
using Claque.Reading;

namespace Claque.Scale;

/// <summary>Where a ClickHouse cluster is and how much of it to take: <c>clickhouse://host:port,host:port?memory=1GB</c>.</summary>
/// <remarks>
/// Ports are those of the HTTP interface. User and password come from the environment, never from the address: addresses stand in
/// histories of shells and in lists of processes.
/// </remarks>
public sealed record ClusterAddress
{
    private const string Scheme = "clickhouse://";
    private const int DefaultPort = 8123;

    /// <summary>Host and port of each node, one for each shard.</summary>
    public required ImmutableArray<(string Host, int Port)> Nodes { get; init; }

    /// <summary>Name of the cluster in the configuration of the nodes; used when there are several.</summary>
    public string Cluster { get; init; } = "claque";

    /// <summary>Database for the tables of the work; made when it is not there.</summary>
    public string Database { get; init; } = "claque";

    /// <summary>Most memory of one query on one node, bytes.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Threads of one query on one node; 0 leaves it to the node.</summary>
    public int Threads { get; init; }

    /// <summary>How long to wait for a node that does not answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>True leaves the tables of the work on the cluster when it is done.</summary>
    public bool Keep { get; init; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="InputException">It is not one.</exception>
    public static ClusterAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) throw Not(text);
        var rest = text[Scheme.Length..];
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var hosts = (question < 0 ? rest : rest[..question]).TrimEnd('/');
        if (hosts.Contains('@', StringComparison.Ordinal))
            throw new InputException("The address of a cluster holds no user and password. Set CLAQUE_CLICKHOUSE_USER and CLAQUE_CLICKHOUSE_PASSWORD in the environment.");
        var nodes = hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(host => Node(text, host)).ToImmutableArray();
        if (nodes.IsEmpty) throw Not(text);
        if (nodes.Distinct().Count() < nodes.Length) throw new InputException($"\"{text}\" names a node twice. Give each shard of the cluster once.");
        var address = new ClusterAddress { Nodes = nodes };
        return question < 0 ? address : rest[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Aggregate(address, With);
    }

    private static (string Host, int Port) Node(string text, string host)
    {
        var colon = host.LastIndexOf(':');
        if (colon < 0 || host.EndsWith(']')) return (host, DefaultPort);
        return colon > 0 && int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (host[..colon], port)
            : throw Not(text);
    }

    private static ClusterAddress With(ClusterAddress address, string setting)
    {
        var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left, right) : (setting, "");
        return name switch
        {
            "cluster" => address with { Cluster = Word(name, value) },
            "database" => address with { Database = Word(name, value) },
            "memory" => address with { Memory = Bytes(value) },
            "threads" => address with { Threads = Whole(name, value, 1, 1024) },
            "patience" => address with { Patience = TimeSpan.FromSeconds(Whole(name, value, 1, 1_000_000)) },
            "keep" => address with { Keep = true },
            _ => throw new InputException($"The address of a cluster has no setting \"{name}\". There are cluster, database, memory, threads, patience and keep."),
        };
    }

    private static string Word(string name, string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(value[0])
            ? value
            : throw new InputException($"{name}={value}: expected a name of letters, digits and _.");

    private static int Whole(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InputException($"{name}={value}: expected a whole number from {least} to {most}.");

    private static long Bytes(string value)
    {
        const long leastMb = 100;
        var (digits, unit) = value.EndsWith("GB", StringComparison.Ordinal) ? (value[..^2], 1L << 30) : value.EndsWith("MB", StringComparison.Ordinal) ? (value[..^2], 1L << 20) : ("", 0);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1 << 20 && number * unit >= leastMb << 20
            ? number * unit
            : throw new InputException($"memory={value}: expected {leastMb}MB or more, such as 500MB or 2GB.");
    }

    private static InputException Not(string text) =>
        new($"\"{text}\" is not the address of a cluster. Expected clickhouse://HOST:PORT, or several HOST:PORT with commas between; the port is that of the HTTP interface, 8123 by default.");
}
