using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Claque.Web;

/// <summary>
/// Lets through only what comes from the workbench's own pages or from a program on this machine: pages of other sites can reach
/// a local address too, by a name that points to it (DNS rebinding) or by sending a form.
/// </summary>
internal static class Guard
{
    /// <summary>
    /// Only our own scripts and styles, nothing from elsewhere, no text that becomes script: the browser holds to it even where
    /// a page should have a mistake.
    /// </summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>For the preview of a report: a page that loads nothing and runs nothing, shown inside our own.</summary>
    public const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups";

    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        var (status, sentence) = Objection(http.Request);
        SetHeaders(http.Response.Headers);
        if (status == 0) await next(http);
        else await Problems.Write(http, status, sentence);
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }

    /// <summary>Why a request is refused; status 0 when it is not.</summary>
    private static (int Status, string Sentence) Objection(HttpRequest request)
    {
        if (request.Host.Host is not ("127.0.0.1" or "localhost" or "[::1]"))
            return (421, $"The workbench answers under 127.0.0.1 and localhost only, and was asked as \"{request.Host.Host}\". Open the address that claque serve prints.");
        if (!IsOurs(request)) return (403, "The request comes from another site. Only the workbench's own pages may ask this.");
        return (0, "");
    }

    private static bool IsOurs(HttpRequest request)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        // A person may follow a link from anywhere to a page; a program of another site may read nothing and change nothing.
        var follows = reads && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        if (site is not ("" or "same-origin" or "none") && !follows) return false;
        return request.Headers.Origin is var origin && (StringValues.IsNullOrEmpty(origin) || origin == $"{request.Scheme}://{request.Host}");
    }
}
