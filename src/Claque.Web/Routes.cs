using Microsoft.AspNetCore.Builder;

namespace Claque.Web;

/// <summary>All addresses, one file for each resource.</summary>
internal static class Routes
{
    public static readonly IReadOnlyList<Action<WebApplication, Bench>> All =
    [
        ShellPages.Map, CasePages.Map, FilePages.Map, JobPages.Map, DetectPages.Map, SourcePages.Map, OverviewPages.Map, GroupPages.Map, GroupTables.Map,
        NetworkPages.Map, AccountPages.Map, SurfacedPages.Map, PostPages.Map, SearchPages.Map, DecisionPages.Map, ReportPages.Map, ExportPages.Map,
        StudyPages.Map, ArticlePages.Map, LineagePages.Map, VersionPages.Map, ComparePages.Map, PersonaPages.Map, ChangesPages.Map, VerifyPages.Map,
    ];
}
