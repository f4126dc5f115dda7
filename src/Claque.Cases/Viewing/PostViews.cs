using Claque.Cases.Storage;
using Claque.Reading;

namespace Claque.Cases.Viewing;

/// <summary>Accounts and posts as shown, by row id. Accounts are remembered.</summary>
internal sealed class PostViews(Database database)
{
    private readonly Dictionary<long, AccountView> _accounts = [];

    /// <exception cref="ArgumentOutOfRangeException">The case has no such account.</exception>
    public AccountView Account(long number)
    {
        if (_accounts.TryGetValue(number, out var known)) return known;
        foreach (var row in database.Rows("SELECT platform, native_id, handle, name FROM account WHERE id = ?", number))
            return _accounts[number] = new AccountView(number, row.Text(0), row.Text(1), row.Text(2), row.Text(3));
        throw new ArgumentOutOfRangeException(nameof(number), number, "The case has no account with this number.");
    }

    /// <exception cref="ArgumentOutOfRangeException">The case has no such post.</exception>
    public PostView Post(long number)
    {
        foreach (var row in database.Rows("""
            SELECT account, post.native_id, time_us, post.precision, text, links, url, file_name, line, language, source.id
            FROM post JOIN source ON source.id = post.source WHERE post.id = ?
            """, number))
            return new PostView(
                number, Account(row.Long(0)), row.Text(1), row.Long(2), (TimePrecision)row.Int(3), row.Text(4), JsonList.Texts(row.Bytes(5)),
                row.Text(6), row.Text(7), row.Long(8))
            {
                Language = row.Text(9),
                SourceNumber = row.Int(10),
            };
        throw new ArgumentOutOfRangeException(nameof(number), number, "The case has no post with this number.");
    }

    /// <summary>
    /// The account that a user means: by its id, else by its last handle, else by an earlier one. A leading @ is ignored; a platform
    /// and a colon before it choose among platforms.
    /// </summary>
    /// <exception cref="InputException">Several accounts answer to it.</exception>
    public long? Find(string label)
    {
        var text = label.TrimStart('@');
        string[] queries =
        [
            "SELECT id, platform, native_id FROM account WHERE ?1 IN (native_id, platform || ':' || native_id)",
            "SELECT id, platform, native_id FROM account WHERE handle <> '' AND lower(?1) IN (lower(handle), lower(platform || ':' || handle))",
            """
            SELECT id, platform, native_id FROM account WHERE id IN (SELECT account FROM account_name WHERE handle <> '')
            AND EXISTS (SELECT 1 FROM account_name WHERE account = id AND handle <> '' AND lower(?1) IN (lower(handle), lower(platform || ':' || handle)))
            """,
        ];
        foreach (var query in queries)
        {
            var found = database.Rows(query + " ORDER BY id", text)
                .Select(row => (Id: row.Long(0), Label: $"{row.Text(1)}:{row.Text(2)}")).ToList();
            if (found.Count > 1)
                throw new InputException(
                    $"\"{label}\" may be {found.Count} accounts: {string.Join(", ", found.Take(5).Select(account => account.Label))}. Give the id instead.");
            if (found.Count == 1) return found[0].Id;
        }

        return null;
    }

    /// <summary>Forgets the accounts: they may have changed.</summary>
    public void Clear() => _accounts.Clear();
}
