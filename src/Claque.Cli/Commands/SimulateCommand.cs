using System.CommandLine;
using System.Globalization;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;
using Claque.Simulation;

namespace Claque.Cli.Commands;

/// <summary><c>claque simulate</c>: posts with known truth.</summary>
internal static class SimulateCommand
{
    public static Command Make(Screen screen)
    {
        var folder = new Option<string>("--out") { Description = "Folder for posts.csv and truth.csv; made if it is not there.", HelpName = "DIR", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var accounts = new Option<int>("--accounts") { Description = "Ordinary accounts; decoys and crews come on top.", HelpName = "N", DefaultValueFactory = _ => new SimulationOptions().Accounts };
        var days = new Option<int>("--days") { Description = "Length in days.", HelpName = "N", DefaultValueFactory = _ => new SimulationOptions().Days };
        var plant = new Option<string>("--plant")
        {
            Description = "Crews to plant: none, small, grid, a cell such as 8x15x10min (size, joint acts, jitter), or a JSON file.",
            HelpName = "FILE|PRESET",
            DefaultValueFactory = _ => "none",
        };
        var decoys = new Option<string>("--decoys") { Description = "Innocent look-alikes to add, with commas between; all or none.", HelpName = "LIST", DefaultValueFactory = _ => "all" };
        var generator = new Option<int>("--generator") { Description = "1 or 2: two simulators written independently of each other.", HelpName = "1|2", DefaultValueFactory = _ => 1 };
        var command = new TaughtCommand("simulate", "Makes posts with known truth, to try out any tool on.", """
            Makes posts of an invented world in which everybody's role is known: ordinary people, innocent look-alikes of
            coordination (early birds, news alerts, newsrooms, live events ...) and planted crews. For trying out Claque, and
            any other tool, against a truth. docs/simulation.md describes decoys and crews.

            Examples:
              claque simulate --out quiet
              claque simulate --out crews --plant grid --seed 7
              claque simulate --out one --plant 8x15x10min --generator 2
            """) { folder, seed, accounts, days, plant, decoys, generator };
        command.SetAction(parsed =>
        {
            var options = Options();
            OutputFile.MakeFolder(parsed.GetValue(folder)!, "--out");
            var simulated = Simulator.Simulate(options);
            SimulatedFiles.Write(parsed.GetValue(folder)!, simulated);
            WriteSummary(screen.Out, parsed.GetValue(folder)!, simulated);

            SimulationOptions Options()
            {
                try
                {
                    return new SimulationOptions
                    {
                        Seed = parsed.GetValue(seed),
                        Accounts = parsed.Between(accounts, 50, 1_000_000),
                        Days = parsed.Between(days, 7, 366),
                        Generator = parsed.GetValue(generator) switch
                        {
                            1 => Generator.First,
                            2 => Generator.Second,
                            var other => throw new InputException($"--generator has {other.ToString(CultureInfo.InvariantCulture)}, expected 1 or 2."),
                        },
                        Decoys = Decoy.Parse(parsed.GetValue(decoys)!),
                        Crews = File.Exists(parsed.GetValue(plant)!)
                            ? CrewFile.Parse(File.ReadAllText(parsed.GetValue(plant)!), parsed.GetValue(plant)!)
                            : Plants.Parse(parsed.GetValue(plant)!),
                    };
                }
                catch (ArgumentException e)
                {
                    throw new InputException(e.Message, e);
                }
            }
        });
        return command;
    }

    private static void WriteSummary(TextWriter to, string folder, Simulated simulated)
    {
        to.WriteLine($"{simulated.Posts.Length:N0} posts of {simulated.Truth.Length:N0} accounts in {Path.Combine(folder, "posts.csv")}; the truth is in {Path.Combine(folder, "truth.csv")}");
        var table = new TextTable("role", "accounts");
        foreach (var role in simulated.Truth.GroupBy(t => t.Role).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            table.Add(role.Key, $"{role.Count():N0}");
        table.Write(to);
        to.WriteLine($"Next: claque investigate {Path.Combine(folder, "posts.csv")}");
    }
}
