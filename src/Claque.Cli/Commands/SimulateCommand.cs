using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Claque.Cli.Detecting;
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
        var clock = ClockOption.Make();
        var background = new Option<string?>("--background") { Description = "Plant the crews among these real posts instead of an invented world.", HelpName = "CASE_OR_FILE" };
        var reading = new ReadingOptions();
        var command = new TaughtCommand("simulate", "Makes posts with known truth, to try out any tool on.", """
            Makes posts of an invented world in which everybody's role is known: ordinary people, innocent look-alikes of
            coordination (early birds, news alerts, newsrooms, live events ...) and planted crews. For trying out Claque, and
            any other tool, against a truth. docs/simulation.md describes decoys and crews.

            With --background the crews are planted among your own posts. The truth then calls every real account
            background: nothing is known about it, and 'claque evaluate' takes it neither for innocent nor for found.

            Examples:
              claque simulate --out quiet
              claque simulate --out crews --plant grid --seed 7
              claque simulate --out one --plant 8x15x10min --generator 2
              claque simulate --out mixed --background harbour.claque --plant 8x8x2min-c50-n3
            """) { folder, seed, accounts, days, plant, decoys, generator, clock, background };
        reading.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            if (parsed.GetValue(background) is { } real)
            {
                foreach (var option in new Option[] { accounts, days, decoys, generator, clock })
                    if (IsGiven(parsed, option)) throw new InputException($"{option.Name} belongs to the invented world. With --background the people are those of your posts: leave it out.");
                var crews = Crews(parsed.GetValue(plant)!);
                if (crews.IsEmpty) throw new InputException("--background without crews would only copy your posts. Say which crews to plant: --plant small");
                OutputFile.MakeFolder(parsed.GetValue(folder)!, "--out");
                Plant(real, crews);
                return Task.FromResult(0);
            }

            if (reading.AnyGiven(parsed)) throw new InputException("Options on how a file is read belong to --background, which was not given.");
            var options = Options();
            OutputFile.MakeFolder(parsed.GetValue(folder)!, "--out");
            var simulated = Simulator.Simulate(options);
            SimulatedFiles.Write(parsed.GetValue(folder)!, simulated);
            WriteSummary(screen, parsed.GetValue(folder)!, simulated);
            return Task.FromResult(0);

            void Plant(string real, ImmutableArray<Crew> crews)
            {
                using var progress = new ProgressLine(screen);
                using var source = DetectionInput.Open(real, reading, parsed, screen);
                var planted = Simulator.Plant(source.Posts, crews, parsed.GetValue(seed), progress, stop);
                SimulatedFiles.Write(parsed.GetValue(folder)!, planted);
                progress.Dispose();
                WriteSummary(screen, parsed.GetValue(folder)!, planted);
                foreach (var note in source.Notes) Cut.WriteWrapped(screen.Out, note, "- ", "  ");
            }

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
                        Clock = ClockOption.Read(parsed, clock),
                        Decoys = Decoy.Parse(parsed.GetValue(decoys)!),
                        Crews = Crews(parsed.GetValue(plant)!),
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

    private static ImmutableArray<Crew> Crews(string plant) =>
        File.Exists(plant) ? CrewFile.Parse(File.ReadAllText(plant), plant) : Plants.Parse(plant);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is OptionResult { Implicit: false };

    private static void WriteSummary(Screen screen, string folder, Simulated simulated)
    {
        var to = screen.Out;
        to.WriteLine($"{simulated.Posts.Length:N0} posts of {simulated.Truth.Length:N0} accounts in {Path.Combine(folder, "posts.csv")}; the truth is in {Path.Combine(folder, "truth.csv")}");
        var table = new TextTable("role", "accounts");
        foreach (var role in simulated.Truth.GroupBy(t => t.Role).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            table.Add(role.Key, $"{role.Count():N0}");
        table.Write(to);
        to.WriteLine($"Next: {screen.Program} investigate {Path.Combine(folder, "posts.csv")}");
    }
}
