namespace Claque.Reading.Tables;

/// <summary>Columns that say what kind of post a row is.</summary>
internal static class TableTypes
{
    /// <summary>True for a column that answers yes or no: <c>is_retweet</c>, <c>retweet</c>.</summary>
    public static bool IsYesNo(string column)
    {
        var plain = ColumnNames.Plain(column);
        return plain.StartsWith("is_", StringComparison.Ordinal) || plain is "retweet" or "retweeted_bool";
    }

    /// <summary>True when the column's cells make sense as an answer: some say reshare, or all say yes or no.</summary>
    public static bool Fits(string column, IEnumerable<string> cells)
    {
        if (!IsYesNo(column)) return cells.Any(cell => ColumnNames.ReshareWords.Contains(cell.Trim()));
        return cells.All(cell => cell.Trim().ToLowerInvariant() is "true" or "false" or "1" or "0" or "1.0" or "0.0" or "t" or "f" or "yes" or "no" or "y" or "n" or "");
    }
}

/// <summary>Platforms as Claque names them.</summary>
internal static class PlatformNames
{
    /// <summary>Lower case; Twitter and X are <c>x</c>.</summary>
    public static string Of(string written)
    {
        var plain = written.Trim().ToLowerInvariant();
        if (Cells.IsNothing(System.Text.Encoding.UTF8.GetBytes(plain))) return "";
        return plain is "twitter" or "x" or "x.com" or "twitter.com" ? Times.Platforms.X : plain;
    }
}
