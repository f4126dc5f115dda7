using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary><c>/api/case</c>: opening, making and closing a case, and the demo.</summary>
internal static class CasePages
{
    public static void Map(WebApplication app, Bench bench)
    {
        app.MapPost("/api/case", (OpenCase asked) =>
        {
            bench.Open(asked.Path);
            return TypedResults.Ok(ShellPages.Shell(bench));
        });
        app.MapPost("/api/case/new", (NewCase asked) =>
        {
            bench.Create(asked.Path, asked.Question, asked.Pseudonymise);
            return TypedResults.Ok(ShellPages.Shell(bench));
        });
        app.MapPost("/api/case/close", () =>
        {
            bench.Close();
            return TypedResults.Ok(ShellPages.Shell(bench));
        });
        app.MapPost("/api/case/prepare", () =>
        {
            _ = bench.Case;
            bench.Prepare();
            return TypedResults.Ok(ShellPages.Shell(bench));
        });
        app.MapPost("/api/case/demo", () => JobPages.Accepted(bench.Work.Start("demo", "The demo", canCancel: true, job => Demo.Run(bench, job))));
    }
}
