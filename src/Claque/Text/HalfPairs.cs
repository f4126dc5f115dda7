using System.Text.RegularExpressions;

namespace Claque.Text;

/// <summary>Halves of surrogate pairs that JSON escapes hold, as programs leave them that cut a text inside a character. They can be no text.</summary>
public static partial class HalfPairs
{
    /// <summary>The same JSON with the replacement sign for every half.</summary>
    public static string Replaced(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(json, match => match.Groups["half"].Success ? "\\uFFFD" : match.Value) : json;

    /// <summary>Any escape, so that a reversed solidus that is itself escaped begins none.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
