using System.Collections.Immutable;
using Claque.Cases.Storage;

namespace Claque.Cases.Runs;

/// <summary>Reads and writes what came into the format later: a case made before is given the tables with its first write.</summary>
internal static class Additions
{
    /// <summary>Makes the tables where they are missing. Part of the transaction that writes into them.</summary>
    public static void Ensure(Database database) => database.Script(CaseFile.Additions());

    public static void WriteSensitivity(Database database, long run, ImmutableArray<SensitivityView> outcomes)
    {
        if (outcomes.IsEmpty) return;
        Ensure(database);
        using var insert = database.Prepare("INSERT INTO run_sensitivity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)").Bind(1, run);
        foreach (var ofGroup in outcomes.GroupBy(outcome => outcome.Group))
        {
            var number = 0L;
            foreach (var outcome in ofGroup)
            {
                insert.Bind(2, (long)outcome.Group).Bind(3, ++number).Bind(4, outcome.Kind).Bind(5, outcome.Setting).Bind(6, (long)outcome.Members);
                insert.Bind(7, (long)outcome.Named).Bind(8, (long)outcome.Weak).Bind(9, (long)outcome.Parts).Bind(10, (double?)outcome.Q).Run();
            }
        }
    }

    public static ImmutableArray<SensitivityView> Sensitivity(Database database, int run) => !Has(database, "run_sensitivity") ? [] :
        [.. database.Rows("""
            SELECT "group", kind, setting, members, named, weak, parts, q FROM run_sensitivity WHERE run = ? ORDER BY "group", number
            """, run).Select(row => new SensitivityView(
                row.Int(0), row.Text(1), row.Text(2), row.Int(3), row.Int(4), row.Int(5), row.Int(6), row.Double(7)))];

    public static void WriteExplained(Database database, long run, ImmutableArray<(long Account, string Label)> explained)
    {
        if (explained.IsEmpty) return;
        Ensure(database);
        foreach (var (account, label) in explained) database.Run("INSERT INTO run_explained VALUES (?1, ?2, ?3)", run, account, label);
    }

    public static ImmutableDictionary<long, string> Explained(Database database, int run) => !Has(database, "run_explained") ? ImmutableDictionary<long, string>.Empty :
        database.Rows("SELECT account, label FROM run_explained WHERE run = ?", run).ToImmutableDictionary(row => row.Long(0), row => row.Text(1));

    public static void WriteSurfaced(Database database, long run, IEnumerable<(long Account, SurfacedToStore Surfaced)> surfaced)
    {
        var number = 0L;
        foreach (var (account, one) in surfaced)
        {
            if (number == 0) Ensure(database);
            database.Run(
                "INSERT INTO run_surfaced VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                run, ++number, account, one.Tier, one.Circle is { } circle ? (long)circle : null, string.Join(',', one.Behaviours), one.Why);
        }
    }

    public static ImmutableArray<SurfacedView> Surfaced(Database database, int run, Func<long, AccountView> account) => !Has(database, "run_surfaced") ? [] :
        [.. database.Rows("SELECT account, tier, circle, behaviours, why FROM run_surfaced WHERE run = ? ORDER BY number", run).Select(row => new SurfacedView(
            account(row.Long(0)), row.Text(1), row.LongOrNull(2) is { } circle ? checked((int)circle) : null, [.. row.Text(3).Split(',')], row.Text(4)))];

    public static int WriteAudit(Database database, AuditToStore audit)
    {
        var number = 0L;
        database.Together(() =>
        {
            Ensure(database);
            database.Run(
                "INSERT INTO run_audit (run, started_utc, claque_version, options, seed, input_sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                audit.Run is { } run ? (long)run : null, Iso.Of(audit.StartedUtc), audit.ClaqueVersion, audit.OptionsJson, audit.Seed.ToString(),
                RunWriter.InputHash(database));
            number = database.LastRowId;
            foreach (var round in audit.Rounds)
                database.Run("INSERT INTO run_audit_round VALUES (?1, ?2, ?3, ?4, ?5)", number, (long)round.Number, (long)round.Named, (long)round.Weak, (long)round.NamedPairs);
        });
        return checked((int)number);
    }

    public static ImmutableArray<AuditView> Audits(Database database) => !Has(database, "run_audit") ? [] :
        [.. database.Rows("SELECT id, run, started_utc, claque_version, options, seed, input_sha256 FROM run_audit ORDER BY id").Select(row => new AuditView(
            row.Int(0), row.LongOrNull(1) is { } run ? checked((int)run) : null, Iso.Moment(row.Text(2)), row.Text(3), row.Text(4),
            ulong.Parse(row.Text(5)), row.Text(6), Rounds(database, row.Long(0))))];

    private static ImmutableArray<AuditRoundView> Rounds(Database database, long audit) =>
        [.. database.Rows("SELECT number, named, weak, named_pairs FROM run_audit_round WHERE audit = ? ORDER BY number", audit)
            .Select(row => new AuditRoundView(row.Int(0), row.Int(1), row.Int(2), row.Int(3)))];

    private static bool Has(Database database, string table) => database.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", table) > 0;
}
