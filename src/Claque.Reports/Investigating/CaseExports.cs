using System.Collections.Immutable;
using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Fills the export of a run from the case.</summary>
public static class CaseExports
{
    /// <summary>A run as handed to other programs. The case stays open until the export is written.</summary>
    /// <param name="of">The case.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="pseudonymise">True to replace accounts by keyed hashes.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    public static CaseExport Of(CaseFile of, int number, bool pseudonymise, ReportStamp stamp)
    {
        var run = of.Runs().Single(run => run.Number == number);
        var pseudonyms = of.Pseudonyms;
        IEnumerable<PairView> Pairs() => pseudonymise
            ? of.Pairs(number, order: PairOrder.Accounts).Select(pair => Pseudonymised.Pair(pair, pseudonyms))
            : of.Pairs(number, order: PairOrder.Accounts);
        ImmutableArray<GroupView> groups =
        [
            .. run.Layers.Select(layer => layer.Behaviour).Distinct().Prepend("").SelectMany(behaviour => of.Groups(number, behaviour))
                .Select(group => pseudonymise ? Pseudonymised.Group(group, pseudonyms) : group),
        ];
        return new CaseExport(of.Info, of.Figures(), of.Sources(), run, AccountRows.Of(Pairs(), groups), Pairs(), groups) { Stamp = stamp };
    }
}
