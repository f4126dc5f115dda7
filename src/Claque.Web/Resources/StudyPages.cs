using Microsoft.AspNetCore.Builder;

namespace Claque.Web;

/// <summary><c>/api/studies/{name}</c>: questions about all articles, answered as jobs.</summary>
internal static class StudyPages
{
    public static void Map(WebApplication app, Bench bench) =>
        app.MapPost("/api/studies/{name}", (string name) => JobPages.Accepted(StudyMaking.Start(bench, name)));
}
