using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Claque.Cli.Terminal;
using Claque.Evaluation;
using Claque.Reading;
using Claque.Reports;
using Claque.Simulation;

namespace Claque.Cli.Evaluating;

/// <summary>The options that say what the laboratory runs.</summary>
internal sealed class LaboratoryFlags
{
    private static readonly LaboratoryOptions Default = new();

    private readonly Option<bool> _laboratory = new("--laboratory") { Description = "Simulate corpora and score Claque and the usual rules on them." };
    private readonly Option<int> _corpora = Number("--corpora", "Corpora of each generator with nothing planted.", Default.QuietCorpora);
    private readonly Option<int> _crews = Number("--crews", "Corpora of each generator with crews.", Default.CrewCorpora);
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the first corpus; the others follow.", HelpName = "N", DefaultValueFactory = _ => Default.Seed };
    private readonly Option<string> _generator = new("--generator") { Description = "1, 2 or both: two simulators written independently of each other.", HelpName = "1|2|both", DefaultValueFactory = _ => "both" };
    private readonly Option<int> _accounts = Number("--accounts", "Ordinary accounts of a corpus; decoys and crews come on top.", Default.Accounts);
    private readonly Option<int> _days = Number("--days", "Length of a corpus in days.", Default.Days);
    private readonly Option<string> _clock = ClockOption.Make();
    private readonly Option<string> _decoys = new("--decoys") { Description = "Innocent look-alikes in every corpus, with commas between; all or none.", HelpName = "LIST", DefaultValueFactory = _ => "all" };
    private readonly Option<string?> _plant = new("--plant") { Description = "Crews to plant, as for 'claque simulate', instead of the laboratory's own.", HelpName = "FILE|PRESET" };

    private IEnumerable<Option> Settings => [_corpora, _crews, _seed, _generator, _accounts, _days, _clock, _decoys, _plant];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_laboratory);
        foreach (var option in Settings) command.Add(option);
    }

    /// <summary>True when the laboratory is asked for.</summary>
    /// <exception cref="InputException">It is not, but one of its options is given.</exception>
    public bool Wanted(ParseResult parsed)
    {
        if (parsed.GetValue(_laboratory)) return true;
        if (Settings.FirstOrDefault(option => IsGiven(parsed, option)) is { } stray)
            throw new InputException($"{stray.Name} says what the laboratory runs. Add --laboratory, or leave it out to score one result.");
        return false;
    }

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">A value that cannot be.</exception>
    public LaboratoryOptions Read(ParseResult parsed)
    {
        var planted = parsed.GetValue(_plant);
        var options = Default with
        {
            QuietCorpora = parsed.Between(_corpora, 0, 100_000),
            CrewCorpora = parsed.Between(_crews, 0, 10_000),
            Seed = parsed.GetValue(_seed),
            Generators = parsed.GetValue(_generator) switch
            {
                "1" => [Generator.First],
                "2" => [Generator.Second],
                "both" => [Generator.First, Generator.Second],
                var other => throw new InputException($"--generator has \"{other}\", expected 1, 2 or both."),
            },
            Accounts = parsed.Between(_accounts, 50, 1_000_000),
            Days = parsed.Between(_days, 7, 366),
            Clock = ClockOption.Read(parsed, _clock),
            Decoys = Decoy.Parse(parsed.GetValue(_decoys)!),
        };
        if (options.QuietCorpora + options.CrewCorpora == 0) throw new InputException("--corpora and --crews are both 0: there is nothing to run.");
        return planted is null ? options : options with { Crews = CrewsOf(planted), Dealt = [] };
    }

    /// <summary>The command that repeats the run.</summary>
    public string Command(ParseResult parsed)
    {
        var words = new List<string> { "claque evaluate --laboratory" };
        foreach (var option in new Option<int>[] { _corpora, _crews }) words.Add($"{option.Name} {parsed.GetValue(option).ToString(CultureInfo.InvariantCulture)}");
        words.Add($"--seed {parsed.GetValue(_seed).ToString(CultureInfo.InvariantCulture)}");
        foreach (var option in new Option<int>[] { _accounts, _days })
            if (IsGiven(parsed, option)) words.Add($"{option.Name} {parsed.GetValue(option).ToString(CultureInfo.InvariantCulture)}");
        foreach (var option in new Option[] { _generator, _clock, _decoys, _plant })
            if (IsGiven(parsed, option)) words.Add($"{option.Name} {Shell.Word(parsed.GetValue<string>(option.Name)!)}");
        return string.Join(' ', words);
    }

    private static System.Collections.Immutable.ImmutableArray<Crew> CrewsOf(string planted) =>
        File.Exists(planted) ? CrewFile.Parse(File.ReadAllText(planted), planted) : Plants.Parse(planted);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is OptionResult { Implicit: false };

    private static Option<int> Number(string name, string description, int otherwise) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => otherwise };
}
