using System.Collections.Immutable;
using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Fills the export of a run from the case.</summary>
public static class CaseExports
{
    private const int ExhibitsOfGroup = 50;

    /// <summary>A run as handed to other programs. The case stays open until the export is written.</summary>
    /// <param name="of">The case.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="pseudonymise">True to replace accounts by keyed hashes.</param>
    /// <param name="stamp">When and by which version it is written.</param>
    /// <param name="withDismissed">True to keep groups that were dismissed in the workbench; else they are left out, and the pairs inside them.</param>
    public static CaseExport Of(CaseFile of, int number, bool pseudonymise, ReportStamp stamp, bool withDismissed = false)
    {
        var run = of.Runs().Single(run => run.Number == number);
        var pseudonyms = of.Pseudonyms;
        var decided = new Decided(withDismissed ? [] : of.Decisions());
        var dismissed = of.Groups(number).Where(group => decided.Of(group.Key).IsDismissed)
            .SelectMany(group => group.Members.Select(member => (member.Account.Number, group.Number))).ToDictionary(x => x.Item1, x => x.Item2);
        IEnumerable<PairView> Pairs() => of.Pairs(number, order: PairOrder.Accounts).Where(pair => !IsDismissed([pair.A.Number, pair.B.Number]))
            .Select(pair => pseudonymise ? Pseudonymised.Pair(pair, pseudonyms) : pair);
        ImmutableArray<GroupView> groups =
        [
            .. run.Layers.Select(layer => layer.Behaviour).Distinct().Prepend("").SelectMany(behaviour => of.Groups(number, behaviour))
                .Where(group => !decided.Of(group.Key).IsDismissed && !IsDismissed([.. group.Members.Select(member => member.Account.Number)]))
                .Select(group => pseudonymise ? Pseudonymised.Group(group, pseudonyms) : group),
        ];
        ImmutableArray<SurfacedView> surfaced = [.. of.Surfaced(number).Select(one => pseudonymise ? Pseudonymised.Surfaced(one, pseudonyms) : one)];
        return new CaseExport(of.Info, of.Figures(), of.Sources(), run, AccountRows.Of(Pairs(), groups, of.Explained(number), surfaced), Pairs(), groups) { Stamp = stamp, Surfaced = surfaced };

        bool IsDismissed(ReadOnlySpan<long> accounts)
        {
            if (!dismissed.TryGetValue(accounts[0], out var group)) return false;
            foreach (var account in accounts)
                if (!dismissed.TryGetValue(account, out var other) || other != group) return false;
            return true;
        }
    }

    /// <summary>The groups over all behaviours with their first exhibits.</summary>
    /// <param name="of">The case.</param>
    /// <param name="export">The export, whose groups may be pseudonymised.</param>
    /// <param name="pseudonymise">True to replace accounts by keyed hashes in the exhibits too.</param>
    public static IEnumerable<GroupEvidence> Evidence(CaseFile of, CaseExport export, bool pseudonymise) =>
        export.Groups.Where(group => group.Behaviour.Length == 0).Select(group =>
        {
            var exhibits = of.ExhibitsOfGroup(export.Run.Number, "", group.Number, ExhibitsOfGroup);
            return new GroupEvidence(group, pseudonymise ? [.. exhibits.Select(exhibit => Pseudonymised.Exhibit(exhibit, of.Pseudonyms))] : exhibits);
        });
}
