using Claque.Cases.Storage;
using Claque.Statements.Names;

namespace Claque.Cases.Articles;

/// <summary>Keeps what users say about names.</summary>
internal static class NameStore
{
    /// <summary>All corrections in the order in which they were first said; none in a case that has no such table.</summary>
    public static NameCorrections All(Database database)
    {
        if (database.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'name_correction'") == 0) return NameCorrections.None;
        var rows = database.Rows("SELECT a, b, same FROM name_correction ORDER BY id").Select(row => (A: row.Text(0), B: row.Text(1), Same: row.Long(2) != 0)).ToList();
        return new NameCorrections([.. rows.Where(row => row.Same).Select(row => (row.A, row.B))], [.. rows.Where(row => !row.Same).Select(row => (row.A, row.B))]);
    }

    /// <summary>Writes corrections; the last word on a pair holds.</summary>
    public static void Keep(Database database, NameCorrections corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        database.PrepareToWrite();
        database.Together(() =>
        {
            ArticleStore.MakeTables(database);
            foreach (var (a, b, same) in corrections.Same.Select(pair => (pair.A, pair.B, 1L)).Concat(corrections.Apart.Select(pair => (pair.A, pair.B, 0L))))
            {
                var (first, second) = string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
                database.Run("INSERT INTO name_correction (a, b, same) VALUES (?1, ?2, ?3) ON CONFLICT (a, b) DO UPDATE SET same = excluded.same", first, second, same);
            }
        });
    }
}
