using System.Globalization;
using System.Text.RegularExpressions;

namespace Claque.Scale;

/// <summary>The statements, kept in <c>Sql/*.sql</c>, with names and numbers filled in.</summary>
internal static partial class SqlText
{
    /// <summary>A statement by the name of its file, without comments.</summary>
    /// <exception cref="KeyNotFoundException">It has a place for which there is no value.</exception>
    public static string Of(string name, IReadOnlyDictionary<string, string> values) => Place().Replace(Raw(name), place => values[place.Groups[1].Value]);

    /// <summary>The same for a file of several statements.</summary>
    public static IEnumerable<string> Each(string name, IReadOnlyDictionary<string, string> values) =>
        Of(name, values).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The statement as it stands in the file, without comments.</summary>
    public static string Raw(string name)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream($"Claque.Scale.Sql.{name}.sql") ?? throw new ArgumentException($"There is no statement {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Trim();
    }

    /// <summary>The names of all statements, in order.</summary>
    public static IEnumerable<string> Names => typeof(SqlText).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Select(name => name["Claque.Scale.Sql.".Length..^4]).Order(StringComparer.Ordinal);

    /// <summary>A number.</summary>
    public static string Number<T>(T value) where T : IFormattable => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An array of whole numbers.</summary>
    public static string Array(IEnumerable<long> values) => $"[{string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
