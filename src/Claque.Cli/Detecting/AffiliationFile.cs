using System.Security.Cryptography;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Validation;

namespace Claque.Cli.Detecting;

/// <summary>Reads the list of declared affiliations: a CSV with a column for the account and one for whom it belongs to.</summary>
internal static class AffiliationFile
{
    private static readonly string[] Accounts = ["account", "account_id", "account_name", "handle", "user_id", "user", "username", "id"];
    private static readonly string[] Houses = ["affiliation", "outlet", "organisation", "organization", "owner", "publisher"];

    /// <summary>The affiliations; none for null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="opened">The case, in which accounts may be given by handle too; null for a file of posts, where only ids do.</param>
    /// <exception cref="InputException">It cannot be read as such a list.</exception>
    public static Affiliations Read(string? path, CaseFile? opened)
    {
        if (path is null) return Affiliations.None;
        InputFile.Check(path);
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        var (line, account, house) = (0, -1, -1);
        foreach (var row in SmallTable.Rows(path))
        {
            if (line++ == 0)
            {
                (account, house) = (Column(path, row, Accounts, "the account"), Column(path, row, Houses, "the affiliation"));
                continue;
            }

            if (row.Length <= Math.Max(account, house)) throw new InputException($"{path}: row {line} has {row.Length} cells, expected {Math.Max(account, house) + 1} or more.");
            var (given, name) = (row[account].Trim(), row[house].Trim());
            if (given.Length == 0 || name.Length == 0) throw new InputException($"{path}: row {line} has no {(given.Length == 0 ? "account" : "affiliation")}. Fill it in, or leave the row out.");
            var known = Known(given, opened);
            if (of.TryGetValue(known, out var before) && before != name)
                throw new InputException($"{path}: row {line} says that {given} belongs to \"{name}\", an earlier row says \"{before}\". Choose one.");
            of[known] = name;
        }

        if (line == 0) throw new InputException($"{path} is empty, expected the columns account and affiliation.");
        return new Affiliations(of, Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }

    private static string Known(string given, CaseFile? opened) =>
        opened?.AccountByLabel(given) is { } number ? opened.Account(number).NativeId : given;

    private static int Column(string path, string[] header, string[] names, string what)
    {
        var found = Array.FindIndex(header, cell => names.Contains(cell.Trim().ToLowerInvariant()));
        return found >= 0
            ? found
            : throw new InputException($"{path} has the columns {string.Join(", ", header)}; none of them is {what}. Name one {names[0]} (or {string.Join(", ", names[1..])}).");
    }
}
