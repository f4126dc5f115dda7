using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>The pages, as they were built: files inside this program. Every address of a page gives the one page; the script reads the address.</summary>
internal static class Bundle
{
    private const string Root = "wwwroot/";

    private static readonly FrozenDictionary<string, (string Resource, string Type)> Files = typeof(Bundle).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToFrozenDictionary(name => "/" + name[Root.Length..].Replace('\\', '/'), name => (name, TypeOf(Path.GetExtension(name))), StringComparer.Ordinal);

    public static void Map(WebApplication app) => app.MapFallback("{*path}", Answer);

    private static Task Answer(HttpContext http)
    {
        var (method, path) = (http.Request.Method, http.Request.Path.Value ?? "/");
        if (path.StartsWith("/api/", StringComparison.Ordinal) || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
            return Problems.Write(http, StatusCodes.Status404NotFound, $"There is nothing at {method} {path}.");
        if (Files.ContainsKey(path)) return Send(http, path);
        return Path.GetExtension(path) is ".json" or ".csv" or ".html" or ".js" or ".css" or ".map" or ".ico"
            ? Problems.Write(http, StatusCodes.Status404NotFound, $"There is no page {path}.")
            : Send(http, "/index.html");
    }

    private static async Task Send(HttpContext http, string path)
    {
        var (resource, type) = Files[path];
        await using var stream = typeof(Bundle).Assembly.GetManifestResourceStream(resource)!;
        http.Response.ContentType = type;
        http.Response.ContentLength = stream.Length;
        http.Response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsGet(http.Request.Method)) await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
