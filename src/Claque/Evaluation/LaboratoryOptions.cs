using System.Collections.Immutable;
using Claque.Evaluation.Rules;
using Claque.Simulation;

namespace Claque.Evaluation;

/// <summary>What the laboratory runs: which corpora, what is planted in them, which rules stand beside Claque.</summary>
public sealed record LaboratoryOptions
{
    /// <summary>What separates the seeds of corpora with crews from those without.</summary>
    public const ulong CrewSeeds = 10_000;

    /// <summary>Crews planted together in every corpus with crews: six that share links, two that publish one text.</summary>
    public static ImmutableArray<Crew> Standing { get; } =
        Plants.Parse("8x8x2min-c0,8x8x2min-c50,8x8x2min-c90,8x15x10min-c50,8x5x30s-c50,8x15x2min-c50-p60,"
            + "8x8x20min-c50-text-light,8x15x20min-c50-text-paraphrase");

    /// <summary>The cells of the power surface: 4, 8, 16 members × 5, 8, 15 joint acts × 30 s, 2 and 10 min × camouflage 0, 50 and 90 %.</summary>
    public static ImmutableArray<Crew> Grid { get; } =
    [
        .. from camouflage in new[] { 0, .5, .9 }
           from minutes in new[] { .5, 2, 10 }
           from acts in new[] { 5, 8, 15 }
           from size in new[] { 4, 8, 16 }
           select new Crew("surface", size, acts, TimeSpan.FromMinutes(minutes)) { Camouflage = camouflage },
    ];

    /// <summary>The simulators. Default both.</summary>
    public ImmutableArray<Generator> Generators { get; init; } = [Generator.First, Generator.Second];

    /// <summary>Corpora of each generator in which nothing is planted; 0 or more. Default 50.</summary>
    public int QuietCorpora { get; init; } = 50;

    /// <summary>Corpora of each generator with crews; 0 or more. Default 15.</summary>
    public int CrewCorpora { get; init; } = 15;

    /// <summary>Seed of the first corpus; the others follow, those with crews <see cref="CrewSeeds"/> later. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Ordinary accounts of a corpus. Default 2,000.</summary>
    public int Accounts { get; init; } = 2000;

    /// <summary>Days of a corpus. Default 30.</summary>
    public int Days { get; init; } = 30;

    /// <summary>The clock of every corpus. Default whole seconds.</summary>
    public Reading.TimePrecision Clock { get; init; } = Reading.TimePrecision.Second;

    /// <summary>The decoys of every corpus. Default all.</summary>
    public ImmutableArray<Decoy> Decoys { get; init; } = Decoy.All;

    /// <summary>Crews in every corpus with crews. Default <see cref="Standing"/>.</summary>
    public ImmutableArray<Crew> Crews { get; init; } = Standing;

    /// <summary>Cells dealt in turn over the corpora with crews. Default those of <see cref="Grid"/> that <see cref="Crews"/> do not have.</summary>
    public ImmutableArray<Crew> Dealt { get; init; } = [.. Grid.ExceptBy(Standing.Select(Plants.CellOf), Plants.CellOf)];

    /// <summary>Dealt cells of one corpus. Default 6.</summary>
    public int DealtPerCorpus { get; init; } = 6;

    /// <summary>The rules beside Claque. Default the field's usual ones.</summary>
    public ImmutableArray<IAccusationRule> Rules { get; init; } = UsualRules.All;

    /// <summary>How Claque runs. Default its defaults.</summary>
    public DetectionOptions Detection { get; init; } = new();

    /// <summary>The simulations, in order: per generator those with nothing planted, then those with crews.</summary>
    internal ImmutableArray<SimulationOptions> Corpora() =>
    [
        .. from generator in Generators
           from number in Enumerable.Range(0, QuietCorpora + CrewCorpora)
           select new SimulationOptions
           {
               Generator = generator,
               Accounts = Accounts,
               Days = Days,
               Clock = Clock,
               Decoys = Decoys,
               Seed = number < QuietCorpora ? Seed + (ulong)number : Seed + CrewSeeds + (ulong)(number - QuietCorpora),
               Crews = number < QuietCorpora ? [] : CrewsOf(number - QuietCorpora),
           },
    ];

    private ImmutableArray<Crew> CrewsOf(int corpus)
    {
        var dealt = Enumerable.Range(0, Math.Min(DealtPerCorpus, Dealt.Length)).Select(i => Dealt[(corpus * DealtPerCorpus + i) % Dealt.Length]);
        return [.. Crews.Concat(dealt).Select((crew, i) => crew with { Name = $"crew {i + 1}" })];
    }
}
