using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Claque.Cli.Commands;
using Claque.Cli.Personas;
using Claque.Cli.Rhythm;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli;

/// <summary>The program: its commands, and what becomes of errors. 0 done, 1 use or input, 2 a bug of Claque.</summary>
internal static class App
{
    private const int Done = 0;
    private const int UseOrInput = 1;
    private const int Bug = 2;
    private const int Interrupted = 130;

    /// <summary>Claque's version, as stored in runs and reports.</summary>
    public static string Version { get; } =
        typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>All commands, as <c>claque --help</c> lists them.</summary>
    public static RootCommand Commands(Screen screen)
    {
        var root = new RootCommand("""
            Claque finds organised applause: accounts that act in concert, with the posts that prove it.

            It measures coordination. It does not say who is behind it, whether it is deceptive, or whether it does harm.

            First steps:
              claque demo                              see the whole way on an invented case
              claque inspect posts.csv                 what is in this file, and what cannot be used
              claque investigate posts.csv             import, detect and report in one step
            """)
        {
            DemoCommand.Make(screen),
            InvestigateCommand.Make(screen),
            InspectCommand.Make(screen),
            ImportCommand.Make(screen),
            DetectCommand.Make(screen),
            ShowCommand.Make(screen),
            ExtractCommand.Make(screen),
            ServeCommand.Make(screen),
            ReportCommand.Make(screen),
            ExportCommand.Make(screen),
            InfoCommand.Make(screen),
            SimulateCommand.Make(screen),
            EvaluateCommand.Make(screen),
            AuditCommand.Make(screen),
            TraceCommand.Make(screen),
            StatementsCommand.Make(screen),
            CompareCommand.Make(screen),
            PersonasCommand.Make(screen),
            VerifyCommand.Make(screen),
            HandsCommand.Make(screen),
            RhythmCommand.Make(screen),
        };
        TeachingHelp.Install(root);
        return root;
    }

    /// <summary>Runs the program and returns its exit code.</summary>
    public static async Task<int> Run(string[] args, Screen screen, CancellationToken stop)
    {
        WriteTheSameEverywhere();
        try
        {
            var parsed = Commands(screen).Parse(args.Length == 0 ? ["--help"] : args);
            if (parsed.Action is not TeachingHelp && Misuse.Of(parsed) is { Count: > 0 } mistakes) return Misused(mistakes, parsed, screen);
            var invocation = new InvocationConfiguration { Output = screen.Out, Error = screen.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, stop);
        }
        catch (OperationCanceledException)
        {
            await screen.Error.WriteLineAsync("claque: stopped. Posts taken into a case so far are kept; give the same command again to go on.");
            return Interrupted;
        }
        catch (InputException e)
        {
            await screen.Error.WriteLineAsync("claque: " + e.Message);
            return UseOrInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await screen.Error.WriteLineAsync("claque: " + e.Message);
            return UseOrInput;
        }
        catch (Exception e) when (!Debugger.IsAttached)
        {
            await screen.Error.WriteLineAsync($"claque: this is a bug in Claque {Version}, not a mistake of yours. Please report it with the lines below.");
            await screen.Error.WriteLineAsync(e.ToString());
            return Bug;
        }
    }

    /// <summary>Numbers in sentences, tables and reports must not depend on the language of the computer; help and messages are English.</summary>
    private static void WriteTheSameEverywhere()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    private static int Misused(IReadOnlyList<string> mistakes, ParseResult parsed, Screen screen)
    {
        foreach (var mistake in mistakes) screen.Error.WriteLine("claque: " + mistake);
        screen.Error.WriteLine($"See: {Misuse.CommandPath(parsed)} --help");
        return UseOrInput;
    }
}
