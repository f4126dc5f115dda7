using Claque.Tests.Shared;
using Claque.Web;
using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>
/// One browser for all tests, and the demo case, made once through the pages as a user would. What was seen on the way is kept
/// for the tests that speak of it.
/// </summary>
public sealed class Workplace : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claque-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _copies;

    /// <summary>The demo case, closed: copy it before writing to it.</summary>
    public string Demo => Path.Combine(_folder, "demo.claque");

    /// <summary>Stages that the page of the demo's work showed.</summary>
    public IReadOnlyList<string> StagesSeen { get; private set; } = [];

    /// <summary>Where pictures of the pages go.</summary>
    public static string Screens { get; } = Directory.CreateDirectory(Path.Combine(RealData.Root, "artifacts", "screens")).FullName;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
        await MakeDemo();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A server of its own, without a case, and a page at its start.</summary>
    public async Task<Visit> Start(Look? look = null) => await Open(null, look);

    /// <summary>A server of its own on a copy of the demo case, and a page.</summary>
    public async Task<Visit> OpenDemo(Look? look = null)
    {
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, $"copy-{Interlocked.Increment(ref _copies)}")).FullName, "demo.claque");
        File.Copy(Demo, copy);
        return await Open(copy, look);
    }

    private async Task<Visit> Open(string? path, Look? look)
    {
        var folder = path is null ? Directory.CreateDirectory(Path.Combine(_folder, $"desk-{Interlocked.Increment(ref _copies)}")).FullName : Path.GetDirectoryName(path)!;
        var server = await Workbench.Start(new WorkbenchOptions { Case = path, Folder = folder, Version = "0.0.0" }, CancellationToken.None);
        return await Visit.To(server, _browser!, folder, look ?? Look.Standard);
    }

    private async Task MakeDemo()
    {
        await using var visit = await Start();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Try the demo" }).ClickAsync();
        await visit.Arrives("/jobs/");
        var stages = new List<string>();
        // The state of the work is the server's: a page that is loaded anew goes on with it.
        for (var turn = 0; await page.GetByText("Took").CountAsync() == 0; turn++)
        {
            turn.ShouldBeLessThan(1200, "The demo takes longer than four minutes.");
            if (turn == 10) await page.ReloadAsync();
            // Asked for at once: what is there to be counted may be gone by the time its text is.
            stages.AddRange(await page.Locator("main [role=status]").AllInnerTextsAsync());
            await Task.Delay(200);
        }

        StagesSeen = [.. stages.Distinct()];
        await page.GetByRole(AriaRole.Link, new() { Name = "What was found" }).ClickAsync();
        await visit.Arrives("/overview");
        await visit.DisposeAsync();
        File.Copy(Directory.EnumerateFiles(visit.Folder, "*.claque", SearchOption.AllDirectories).Single(), Demo);
    }
}

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Unguarded">The content security policy is off, for tools that work inside the page.</param>
public sealed record Look(int Width = 1280, bool Unguarded = false)
{
    public static Look Standard { get; } = new();
}

[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Workplace>;
