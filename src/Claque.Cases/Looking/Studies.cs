using Claque.Cases.Storage;

namespace Claque.Cases;

/// <summary>What was worked out over all articles of a case, kept for the pages of the workbench.</summary>
/// <param name="Name">Which study.</param>
/// <param name="Articles">Number of articles that it looked at.</param>
/// <param name="MadeUtc">When it was made.</param>
/// <param name="Version">The version of Claque that made it.</param>
/// <param name="Json">What it found.</param>
public sealed record StudyView(string Name, int Articles, DateTimeOffset MadeUtc, string Version, string Json);

/// <summary>Reads and writes studies.</summary>
internal static class Studies
{
    public static StudyView? Find(Database database, string name) => !Additions.Has(database, "study") ? null : database
        .Rows("SELECT name, articles, made_utc, version, value FROM study WHERE name = ?", name)
        .Select(row => new StudyView(row.Text(0), row.Int(1), Iso.Moment(row.Text(2)), row.Text(3), row.Text(4))).FirstOrDefault();

    public static string? Part(Database database, string name, string key) => !Additions.Has(database, "study_part") ? null : database
        .Rows("SELECT value FROM study_part WHERE study = ?1 AND key = ?2", name, key).Select(row => row.Text(0)).FirstOrDefault();

    public static void Keep(Database database, StudyView study, IEnumerable<KeyValuePair<string, string>> parts) => database.Together(() =>
    {
        database.Run("DELETE FROM study_part WHERE study = ?", study.Name);
        database.Run("DELETE FROM study WHERE name = ?", study.Name);
        database.Run("INSERT INTO study VALUES (?1, ?2, ?3, ?4, ?5)", study.Name, study.Articles, Iso.Of(study.MadeUtc), study.Version, study.Json);
        using var insert = database.Prepare("INSERT INTO study_part VALUES (?1, ?2, ?3)");
        insert.Bind(1, study.Name);
        foreach (var (key, value) in parts) insert.Bind(2, key).Bind(3, value).Run();
    });
}
