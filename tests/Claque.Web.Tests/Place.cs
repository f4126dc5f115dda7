using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Claque.Web;

namespace Claque.Tests.Web;

/// <summary>A workbench that really listens, on a case of its own in a folder of its own.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly Workbench _workbench;

    private Place(string folder, Workbench workbench)
    {
        (Folder, _workbench) = (folder, workbench);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(workbench.Url) };
    }

    public string Folder { get; }

    public string CasePath => Path.Combine(Folder, "harbour.claque");

    public string Url => _workbench.Url;

    public string FirstPage => _workbench.FirstPage;

    public HttpClient Http { get; }

    /// <summary>A workbench with the invented case, prepared; or with none.</summary>
    public static Task<Place> Open(bool withCase = true) => Open(withCase ? InventedCase.Write : null);

    /// <summary>A workbench on a case that something writes to a path; on none without it.</summary>
    public static async Task<Place> Open(Action<string>? write)
    {
        var folder = Directory.CreateTempSubdirectory("claque-web-").FullName;
        var path = Path.Combine(folder, "harbour.claque");
        var withCase = write is not null;
        write?.Invoke(path);
        var place = new Place(folder, await Workbench.Start(
            new WorkbenchOptions { Case = withCase ? path : null, Folder = folder, Version = "0.1.0" }, CancellationToken.None));
        await place.Idle();
        return place;
    }

    /// <summary>Waits until no job runs.</summary>
    public async Task Idle()
    {
        while ((await Get("/jobs.json")).GetProperty("jobs").EnumerateArray().Any(job => job.GetProperty("state").GetString() == "running")) await Task.Delay(20);
    }

    public async Task<JsonElement> Get(string path)
    {
        using var answer = await Http.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public Task<string> Text(string path) => Http.GetStringAsync(path);

    /// <summary>Sends JSON; gives status and answer.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    /// <summary>Drops a file on the workbench.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Drop(string name, string content)
    {
        using var answer = await Http.PostAsync("/api/files?name=" + Uri.EscapeDataString(name), new ByteArrayContent(Encoding.UTF8.GetBytes(content)));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Ends the workbench and gives what is left: the case, one file.</summary>
    public async Task<byte[]> Close()
    {
        Http.Dispose();
        await _workbench.DisposeAsync();
        var left = await File.ReadAllBytesAsync(CasePath);
        Directory.Delete(Folder, recursive: true);
        return left;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _workbench.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
