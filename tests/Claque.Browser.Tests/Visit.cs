using Claque.Web;
using Microsoft.Playwright;

namespace Claque.Tests.Browser;

/// <summary>A page on a server of its own. When it ends, nothing may have gone wrong in the browser, and nothing left the machine.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly Workbench _server;
    private readonly IBrowserContext _context;
    private readonly List<string> _mishaps = [];
    private bool _ended;

    private Visit(Workbench server, IBrowserContext context, IPage page, string folder) => (_server, _context, Page, Folder) = (server, context, page, folder);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The folder that the server works in.</summary>
    public string Folder { get; }

    /// <summary>Errors of scripts, refusals of the security policy, requests to other places.</summary>
    public IReadOnlyList<string> Mishaps => _mishaps;

    internal static async Task<Visit> To(Workbench server, IBrowser browser, string folder, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = server.Url,
            ViewportSize = new() { Width = look.Width, Height = 900 },
            AcceptDownloads = true,
            BypassCSP = look.Unguarded,
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(server, context, page, folder);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) visit._mishaps.Add("asked " + request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit._mishaps.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => visit._mishaps.Add("script: " + error);
        page.Dialog += async (_, dialog) =>
        {
            visit._mishaps.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        await page.GotoAsync("/");
        return visit;
    }

    /// <summary>Goes to a page and waits until it shows what it read.</summary>
    public async Task Go(string address)
    {
        await Page.GotoAsync(address);
        await Settled();
    }

    /// <summary>Waits until the page shows what it read.</summary>
    public async Task Settled()
    {
        await Page.WaitForFunctionAsync("() => document.querySelector('main h1') && !document.querySelector('[aria-busy=true]') && ![...document.querySelectorAll('main p')].some(p => p.textContent === 'Reading …')");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Hands a file to the server, to be looked at; gives its id.</summary>
    public async Task<string> Stage(string name, string text)
    {
        var answer = await Page.EvaluateAsync<string>(
            "async ([name, text]) => (await (await fetch('/api/files?name=' + name, { method: 'POST', body: new Blob([text]) })).json()).id", new[] { name, text });
        return answer;
    }

    /// <summary>Waits until the address begins in this way; when it does not come to it, says what the page shows instead.</summary>
    public async Task Arrives(string address)
    {
        try
        {
            await Page.WaitForFunctionAsync("address => location.pathname.startsWith(address)", address);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{Page.Url} does not go on to {address}: {await Page.Locator("main").InnerTextAsync()} {string.Join("; ", _mishaps)}");
        }
    }

    /// <summary>The heading of the page.</summary>
    public async Task<string> Heading() => await Page.Locator("main h1").InnerTextAsync();

    /// <summary>Writes a picture of the page, down to 2,600 pixels.</summary>
    public async Task Picture(string name)
    {
        var size = await Page.EvaluateAsync<int[]>("[innerWidth, Math.min(2600, document.documentElement.scrollHeight)]");
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Workplace.Screens, name + ".png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
            Clip = new() { Width = size[0], Height = size[1] },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended) return;
        _ended = true;
        await _context.DisposeAsync();
        await _server.DisposeAsync();
    }
}
