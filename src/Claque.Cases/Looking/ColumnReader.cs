using Claque.Cases.Storage;
using Claque.Columns;

namespace Claque.Cases.Looking;

/// <summary>Reads all posts into columns.</summary>
internal static class ColumnReader
{
    private const long UsPerDay = 86_400_000_000;

    public static PostTable Read(Database database)
    {
        var count = checked((int)database.Number("SELECT count(*) FROM post"));
        var (ids, accounts, days, languages) = (new int[count], new int[count], new int[count], new ushort[count]);
        var names = new NameTable();
        var at = 0;
        foreach (var row in database.Rows("SELECT id, account, time_us, language FROM post ORDER BY id"))
        {
            if (at == count) break;
            ids[at] = row.Int(0);
            accounts[at] = row.Int(1);
            days[at] = (int)Math.Floor((double)row.Long(2) / UsPerDay);
            languages[at++] = (ushort)Math.Min(names.Intern(row.Bytes(3)), ushort.MaxValue);
        }

        return new PostTable(ids, accounts, days, languages, [.. Enumerable.Range(0, names.Count).Select(id => names[id])]);
    }
}
