using Claque.Articles;
using Claque.Columns;

namespace Claque.Lineage;

/// <summary>Which articles stand in one outlet.</summary>
internal static class Outlets
{
    /// <summary>For each article the number of its outlet, or of the host of its address; -1 where neither is known.</summary>
    public static int[] Of(IReadOnlyList<Article> articles)
    {
        var names = new NameTable();
        return [.. articles.Select(article => NameOf(article) is { } name ? names.Intern(name) : -1)];
    }

    /// <summary>The outlet as stated, or else the host of the address without <c>www.</c>; null where neither is known.</summary>
    public static string? NameOf(Article article) => string.IsNullOrWhiteSpace(article.Outlet) ? HostOf(article) : article.Outlet.Trim();

    /// <summary>The host of the address without <c>www.</c>; null where there is none.</summary>
    public static string? HostOf(Article article) =>
        Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host
            : null;
}
