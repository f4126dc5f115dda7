using System.Net;
using System.Net.Sockets;
using Claque.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claque.Web;

/// <summary>The workbench: a case in the browser, served on the loopback address only. Nothing of it leaves the machine.</summary>
public sealed class Workbench : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Bench _bench;

    private Workbench(WebApplication app, Bench bench, string url) => (_app, _bench, Url) = (app, bench, url);

    /// <summary>Where it is: <c>http://127.0.0.1:5123/</c>.</summary>
    public string Url { get; }

    /// <summary>Where to begin: what the open case is about, or the page that opens one or takes files into it.</summary>
    public string FirstPage => Url + (_bench.Current?.Read(file => file.Look.PostCount > 0 ? "overview" : file.Look.ArticleCount > 0 ? "articles" : "") ?? "");

    /// <summary>Starts it; when this returns it answers.</summary>
    /// <exception cref="InputException">The case cannot be opened, or the port is taken.</exception>
    public static async Task<Workbench> Start(WorkbenchOptions options, CancellationToken stop)
    {
        var bench = new Bench(options);
        try
        {
            if (options.Case is { } path) bench.Open(path);
            var app = Build(options, bench);
            await Listen(app, options, stop);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new Workbench(app, bench, address + "/");
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until it is stopped, by the token or by Ctrl-C.</summary>
    public Task Run(CancellationToken stop) => _app.WaitForShutdownAsync(stop);

    /// <summary>Stops serving, ends running work and closes the case: what is left is one file.</summary>
    public async ValueTask DisposeAsync()
    {
        _bench.Work.CancelAll();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            try
            {
                await _app.StopAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                // Whoever still listens to events is cut off.
            }
        }

        await _app.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private static WebApplication Build(WorkbenchOptions options, Bench bench)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = typeof(Workbench).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.ConfigureHttpJsonOptions(json => ContractJson.Set(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddSingleton(bench);
        var app = builder.Build();
        app.Use(Guard.Check);
        app.Use(Problems.Catch);
        foreach (var map in Routes.All) map(app, bench);
        Bundle.Map(app);
        return app;
    }

    private static async Task Listen(WebApplication app, WorkbenchOptions options, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e) when (e.GetBaseException() is SocketException)
        {
            await app.DisposeAsync();
            throw new InputException($"Port {options.Port} is taken by another program. Give another with --port, or none to take a free one.", e);
        }
    }
}
