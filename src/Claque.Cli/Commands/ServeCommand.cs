using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Web;

namespace Claque.Cli.Commands;

/// <summary><c>claque serve</c>: the workbench in the browser.</summary>
internal static class ServeCommand
{
    public static Command Make(Screen screen)
    {
        var caseName = new Argument<string?>("CASE") { Description = "A case file; without one the workbench begins with open, make or demo.", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = "Port on this machine; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only print the address." };
        var command = new TaughtCommand("serve", "Opens the workbench in the browser: look, check, decide, show.", """
            Serves a case to the browser of this machine: overview, groups with timeline and exhibits, network, accounts,
            search, decisions, the report. Works offline, answers on the loopback address only and sends nothing anywhere.
            Prints the address when it is ready; Ctrl-C ends it.

            Examples:
              claque serve
              claque serve harbour.claque
              claque serve harbour.claque --port 5123 --no-browser
            """) { caseName, port, noBrowser };
        command.SetAction(async (parsed, stop) =>
        {
            var number = parsed.GetValue(port);
            if (number is < 0 or > 65535) throw new InputException($"--port has {number.ToString(CultureInfo.InvariantCulture)}, expected 0 to 65535.");
            var options = new WorkbenchOptions { Case = parsed.GetValue(caseName), Port = number, Version = App.Version, Clock = screen.Clock };
            await using var workbench = await Workbench.Start(options, stop);
            await screen.Out.WriteLineAsync(workbench.Url);
            await screen.Out.FlushAsync(stop);
            if (!parsed.GetValue(noBrowser)) Browse(workbench.FirstPage, screen);
            await workbench.Run(stop);
            return 0;
        });
        return command;
    }

    /// <summary>Opens the address in the browser that the user has; where there is none, the printed address is there.</summary>
    private static void Browse(string url, Screen screen)
    {
        try
        {
            using var browser = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })
                : OperatingSystem.IsMacOS() ? Quiet("open", url)
                : Quiet("xdg-open", url);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            screen.Error.WriteLine("claque: no browser could be started; open the address above.");
        }
    }

    /// <summary>Starts a program whose own chatter must not come between our lines.</summary>
    private static Process? Quiet(string program, string url) =>
        Process.Start(new ProcessStartInfo(program) { ArgumentList = { url }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
}
