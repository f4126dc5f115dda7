using System.IO.Compression;
using System.Text.RegularExpressions;
using Claque.Tests.Shared;

namespace Claque.Tests.Browser;

/// <summary>The built pages: small, made of their sources, and without a way for text to become markup.</summary>
public sealed class BundleTests
{
    private static string Web => Path.Combine(RealData.Root, "src", "Claque.Web");

    [Fact]
    public void The_script_is_below_60_kilobytes_compressed()
    {
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var script = File.OpenRead(Path.Combine(Web, "wwwroot", "app.js")))
            script.CopyTo(gzip);
        small.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public void No_source_of_the_pages_has_a_way_to_turn_text_into_markup()
    {
        var ways = new Regex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|srcdoc|\\beval\\(|new Function");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Web, "front", "src"), "*.ts*", SearchOption.AllDirectories))
            ways.IsMatch(File.ReadAllText(file)).ShouldBeFalse(file);
    }

    [Fact]
    public void The_pages_name_no_other_place_to_load_anything_from()
    {
        var page = File.ReadAllText(Path.Combine(Web, "wwwroot", "index.html"));
        Regex.Matches(page, "(?:src|href)=\"([^\"]*)\"").Select(match => match.Groups[1].Value)
            .ShouldAllBe(address => address.StartsWith('/') || address.StartsWith("data:,", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Web, "wwwroot", "app.css")).ShouldNotContain("url(");
    }

    [NpmFact]
    public void The_committed_bundle_is_what_its_sources_give() =>
        Npm.CheckBuild().ShouldContain("The committed bundle is what its sources give.");
}

/// <summary>A test that builds the pages: skipped, with the reason, where npm is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (!Npm.IsThere) Skip = "needs npm (Node 20 or later) to build the pages anew";
    }
}
