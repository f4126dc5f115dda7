using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Claque.Scale;

/// <summary>One node of the cluster, over its HTTP interface.</summary>
internal sealed partial class Node(string host, int port, HttpClient http, AuthenticationHeaderValue? credentials)
{
    /// <summary>Host and port.</summary>
    public string Name { get; } = $"{host}:{port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Runs a statement and gives what it returns as rows of cells.</summary>
    public async Task<string[][]> Query(string sql, IReadOnlyDictionary<string, string> settings, CancellationToken stop)
    {
        var text = Encoding.UTF8.GetString(await Send("", new ByteArrayContent(Encoding.UTF8.GetBytes(sql)), settings, stop).ConfigureAwait(false));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }

    /// <summary>Runs a statement and gives the bytes that it returns.</summary>
    public Task<byte[]> Bytes(string sql, IReadOnlyDictionary<string, string> settings, CancellationToken stop) =>
        Send("", new ByteArrayContent(Encoding.UTF8.GetBytes(sql)), settings, stop);

    /// <summary>Runs a statement and copies the bytes that it returns.</summary>
    public async Task CopyTo(Stream target, string sql, IReadOnlyDictionary<string, string> settings, CancellationToken stop) =>
        await Send("", new ByteArrayContent(Encoding.UTF8.GetBytes(sql)), settings, stop, target).ConfigureAwait(false);

    /// <summary>Sends rows; the statement says in which format.</summary>
    public Task Insert(string sql, ReadOnlyMemory<byte> rows, IReadOnlyDictionary<string, string> settings, CancellationToken stop) =>
        Send(sql, new ReadOnlyMemoryContent(rows), settings, stop);

    private async Task<byte[]> Send(string sql, HttpContent body, IReadOnlyDictionary<string, string> settings, CancellationToken stop, Stream? target = null)
    {
        // The whole answer is made before any of it is sent: an error in the middle then still comes as an error.
        var query = new StringBuilder("wait_end_of_query=1");
        foreach (var (name, value) in settings) query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        if (sql.Length > 0) query.Append("&query=").Append(Uri.EscapeDataString(sql));
        using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder("http", host, port, "/", "?" + query).Uri) { Content = body };
        request.Headers.Authorization = credentials;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if (target is not null && response.IsSuccessStatusCode)
            {
                await response.Content.CopyToAsync(target, stop).ConfigureAwait(false);
                return [];
            }

            var answer = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
            if (response.IsSuccessStatusCode) return answer;
            var text = Encoding.UTF8.GetString(answer);
            throw Code().Match(text) is { Success: true } match
                ? new NodeException(Name, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Sentence(text))
                : new NodeException(Name, -1, $"answered {(int)response.StatusCode}, which is not how ClickHouse answers. Is the port that of its HTTP interface?");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new NodeException(Name, 0, "does not answer", e);
        }
    }

    private static string Sentence(string text)
    {
        const int longest = 300;
        var start = text.IndexOf("DB::Exception: ", StringComparison.Ordinal);
        var line = (start < 0 ? text : text[(start + 15)..]).Split('\n')[0];
        if (line.IndexOf(", e.what()", StringComparison.Ordinal) is > 0 and var end) line = line[..end];
        return line.Length > longest ? line[..longest] + " …" : line;
    }

    [GeneratedRegex(@"^Code: (\d+)")]
    private static partial Regex Code();
}
