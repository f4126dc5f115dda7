using System.Text;

namespace Claque.Cases.Storage;

/// <summary>The tables that the workbench adds to a case when it first needs them: <c>workbench.sql</c>.</summary>
internal static class Additions
{
    /// <summary>True when the case has this table or index.</summary>
    public static bool Has(Database database, string name) =>
        database.Number("SELECT count(*) FROM sqlite_master WHERE name = ?", name) > 0;

    /// <summary>Makes what is missing.</summary>
    public static void Make(Database database)
    {
        if (Has(database, "post_of_account") && Has(database, "study_part")) return;
        database.Together(() => database.Script(Script()));
    }

    private static string Script()
    {
        using var stream = typeof(Additions).Assembly.GetManifestResourceStream("workbench.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
