using System.Diagnostics;
using Claque.Tests.Shared;

namespace Claque.Tests.Scale;

/// <summary>A test on real nodes: skipped, with the reason, where the server is not installed; never in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Environment.GetEnvironmentVariable("CI") != "true" && !folders.Any(folder => File.Exists(Path.Combine(folder, "clickhouse-server"))))
            Skip = "needs clickhouse-server (Debian: apt-get install clickhouse-server)";
    }
}

/// <summary>Nodes of a cluster on the loopback address, started and ended by <c>tools/clickhouse-nodes</c>.</summary>
internal sealed class Nodes : IDisposable
{
    private static int _ports = 18300;
    private readonly string _folder = Directory.CreateTempSubdirectory("claque-nodes-").FullName;

    public Nodes(int count)
    {
        FirstPort = Interlocked.Add(ref _ports, 100);
        Address = Script("start", $"{count}", $"{FirstPort}").Trim();
    }

    /// <summary>What <c>--on</c> takes.</summary>
    public string Address { get; }

    /// <summary>Node i answers at this port plus i.</summary>
    public int FirstPort { get; }

    /// <summary>Ends a node at once, as a failure would; numbers count from 1.</summary>
    public void Kill(int node) => Script("kill", $"{node}");

    /// <summary>Starts it again.</summary>
    public void Restart(int node) => Script("restart", $"{node}");

    /// <summary>What a node answers.</summary>
    public async Task<string> Ask(int node, string sql)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var body = new StringContent(sql);
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{FirstPort + node}/"), body);
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose()
    {
        Script("stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Script(string action, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(RealData.Root, "tools", "clickhouse-nodes"), action, _folder, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Result : throw new InvalidOperationException($"clickhouse-nodes {action} ended with {process.ExitCode}: {error.Result}");
    }
}
