using Claque.Reading;

namespace Claque.Scale;

/// <summary>Posts that lie in a table of a ClickHouse cluster: <c>clickhouse://host:port/database.table</c>.</summary>
public static class ClusterTable
{
    private const string Scheme = "clickhouse://";

    /// <summary>True for the address of a table.</summary>
    public static bool IsAddress(string argument) => argument.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the rows of a table as CSV, ordered by all columns from left to right, so that the same rows give the same file.</summary>
    /// <param name="address">The address; the node must see all rows, as it does through a Distributed table.</param>
    /// <param name="csv">The file to write.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="InputException">There is no such table, or no right to read it.</exception>
    public static void ToCsv(string address, string csv, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var (cluster, table) = Split(address);
        using var nodes = new Cluster(cluster, _ => { });
        Task.Run(() => Copy(nodes, table, csv, stop), stop).GetAwaiter().GetResult();
    }

    private static async Task Copy(Cluster nodes, string table, string csv, CancellationToken stop)
    {
        var node = nodes.Nodes[0];
        var columns = await nodes.Once(node, $"DESCRIBE TABLE {table}", stop).ConfigureAwait(false);
        var select = string.Join(", ", columns.Select(column => $"{Readable(column[0], column[1])} AS {Quoted(column[0])}"));
        var order = string.Join(", ", columns.Select(column => "them." + Quoted(column[0])));
        await nodes.Persist("reading the table", async _ =>
        {
            await using var file = File.Create(csv);
            await node.CopyTo(file, $"SELECT {select} FROM (SELECT * FROM {table}) AS them ORDER BY {order} FORMAT CSVWithNames", nodes.Settings, stop).ConfigureAwait(false);
        }, stop).ConfigureAwait(false);
    }

    /// <summary>Times as numbers since 1970, which need no zone; what may be missing as text, empty where it is.</summary>
    private static string Readable(string name, string type)
    {
        var column = "them." + Quoted(name);
        var value = type.Contains("DateTime64", StringComparison.Ordinal) ? $"toUnixTimestamp64Micro({column})"
            : type.Contains("DateTime", StringComparison.Ordinal) ? $"toUnixTimestamp({column})"
            : column;
        return type.Contains("Nullable(", StringComparison.Ordinal) ? $"ifNull(toString({value}), '')" : value;
    }

    private static string Quoted(string name) => $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    private static (ClusterAddress Address, string Table) Split(string address)
    {
        var rest = address[Scheme.Length..];
        var (slash, question) = (rest.IndexOf('/', StringComparison.Ordinal), rest.IndexOf('?', StringComparison.Ordinal));
        var end = question < 0 ? rest.Length : question;
        var table = slash < 0 || slash > end ? "" : rest[(slash + 1)..end];
        if (table.Split('.') is not ([_] or [_, _]) || !table.Split('.').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
            throw new InputException($"\"{address}\" is not the address of a table. Expected clickhouse://HOST:PORT/DATABASE.TABLE; to make pairs on a cluster, name it with --on.");
        return (ClusterAddress.Parse(Scheme + rest[..slash] + rest[end..]), table);
    }
}
