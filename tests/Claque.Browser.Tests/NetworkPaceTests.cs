using System.Globalization;
using System.Text.Json;
using Claque.Tests.Shared;

namespace Claque.Tests.Browser;

/// <summary>
/// The picture of the network keeps pace without a graphics card: invented networks, moved with the mouse. The figures are written
/// to artifacts/network-pace.txt; what is asserted is that the picture follows the mouse, not how fast, for machines are busy.
/// </summary>
[Collection("browser")]
public sealed class NetworkPaceTests(Workplace workplace)
{
    [ChromiumFact]
    public async Task Two_thousand_accounts_and_ten_thousand_ties_move_smoothly()
    {
        var pace = await Measure(2_000, 10_000);
        pace.Frames.ShouldBeGreaterThan(1);
        pace.Found.ShouldBeGreaterThan(0);
    }

    [ChromiumFact]
    public async Task Fifty_thousand_accounts_and_two_hundred_thousand_ties_stay_usable()
    {
        var pace = await Measure(50_000, 200_000);
        pace.Frames.ShouldBeGreaterThan(1);
        pace.Found.ShouldBeGreaterThan(0);
    }

    private sealed record Pace(double FrameMs, double WallMs, double SlowWallMs, double PaintMs, double HitMs, double FirstPaintMs, double Frames, double Found);

    private async Task<Pace> Measure(int accounts, int ties)
    {
        await using var visit = await workplace.OpenDemo();
        var page = visit.Page;
        var json = Network(accounts, ties);
        await page.RouteAsync("**/network.json*", route => route.FulfillAsync(new() { Body = json, ContentType = "application/json" }));
        await page.GotoAsync("/network");
        await page.WaitForFunctionAsync("() => globalThis.claquePainter?.timing.paint > 0", null, new() { Timeout = 60_000 });
        var paint = await page.EvaluateAsync<double>("claquePainter.timing.paint");
        var canvas = page.Locator("canvas[role=application]");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await page.EvaluateAsync("() => { claquePainter.timing.frames.length = 0; globalThis.walls = []; let last = performance.now(); const step = now => { walls.push(now - last); last = now; requestAnimationFrame(step); }; requestAnimationFrame(step); }");
        await page.Mouse.MoveAsync(box.X + 500, box.Y + 150);
        await page.Mouse.DownAsync();
        for (var step = 0; step < 120; step++) await page.Mouse.MoveAsync(box.X + 500 + (2 * step), box.Y + 150 + step);
        await page.Mouse.UpAsync();
        var measured = await page.EvaluateAsync<double[]>("""
            () => {
              const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)];
              const start = performance.now();
              let found = 0;
              for (let i = 0; i < 1000; i++) if (claquePainter.at(100 + i % 800, 100 + i % 300) >= 0) found++;
              const hit = (performance.now() - start) / 1000;
              const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
              return [at(claquePainter.timing.frames, 0.5), at(walls.slice(2), 0.5), at(walls.slice(2), 0.95), hit, first, claquePainter.timing.frames.length, found];
            }
            """);
        var pace = new Pace(measured[0], measured[1], measured[2], paint, measured[3], measured[4], measured[5], measured[6]);
        await File.AppendAllTextAsync(
            Path.Combine(RealData.Root, "artifacts", "network-pace.txt"),
            string.Create(CultureInfo.InvariantCulture, $"{accounts} accounts, {ties} ties: script {pace.FrameMs:0.0} ms a frame, frame after frame {pace.WallMs:0.0} ms (95 %: {pace.SlowWallMs:0.0}), whole picture {pace.PaintMs:0} ms, nearest node {pace.HitMs:0.000} ms, first paint of the page {pace.FirstPaintMs:0} ms\n"));
        await visit.Picture($"network-{accounts}");
        return pace;
    }

    // Accounts in two dozen clusters; six of seven ties stay within one.
    private static string Network(int accounts, int ties)
    {
        var chance = new Claque.Statistics.Pcg32(7, 0);
        var group = new int[accounts];
        var (x, y) = (new double[accounts], new double[accounts]);
        for (var i = 0; i < accounts; i++)
        {
            group[i] = chance.Next(24);
            var (angle, away) = (group[i] * 2.4, Math.Sqrt(group[i] / 24.0));
            (x[i], y[i]) = (Math.Cos(angle) * away + (chance.NextNormal() * 0.06), Math.Sin(angle) * away + (chance.NextNormal() * 0.06));
        }

        var members = Enumerable.Range(0, accounts).ToLookup(i => group[i]).ToDictionary(g => g.Key, g => g.ToArray());
        var (a, b, degree) = (new int[ties], new int[ties], new int[accounts]);
        for (var tie = 0; tie < ties; tie++)
        {
            a[tie] = chance.Next(accounts);
            b[tie] = chance.Next(7) > 0 ? members[group[a[tie]]][chance.Next(members[group[a[tie]]].Length)] : chance.Next(accounts);
            degree[a[tie]]++;
            degree[b[tie]]++;
        }

        return JsonSerializer.Serialize(new
        {
            run = (object?)null,
            level = "accounts",
            filter = new { behaviour = "", window_s = 60, min = 1, tier = "all", from = "", to = "", group = "", level = "" },
            behaviours = new[] { "link" },
            windows_s = new[] { 60 },
            weights_max = 20,
            first = "2024-03-04T00:00:00Z",
            last = "2024-03-24T00:00:00Z",
            nodes_total = accounts,
            edges_total = ties,
            nodes = new
            {
                id = Enumerable.Range(1, accounts),
                label = Enumerable.Range(1, accounts).Select(i => $"account_{i}"),
                href = Enumerable.Range(1, accounts).Select(i => $"/accounts/:{i}"),
                x,
                y,
                group,
                size = Enumerable.Repeat(1, accounts),
                degree,
                tier = new int[accounts],
            },
            edges = new { a, b, weight = Enumerable.Range(0, ties).Select(tie => 1 + (19 * tie / ties)), tier = new int[ties] },
            groups = Array.Empty<object>(),
            sentence = "An invented network.",
        });
    }
}
