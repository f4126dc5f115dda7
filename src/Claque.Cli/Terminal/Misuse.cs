using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Claque.Cli.Terminal;

/// <summary>What is wrong with a command line, as sentences.</summary>
internal static partial class Misuse
{
    /// <summary>The mistakes; none when the line can be run.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var path = CommandPath(parsed);
        if (UnknownOptions(parsed) is { Count: > 0 } unknown)
            return [.. unknown.Select(option => $"'{path}' has no option '{option}'.")];
        if (parsed.Errors.Count > 0 && parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var name, ..])
            return [$"There is no command '{name}'."];
        return [.. parsed.Errors.Select(error => Plain(error.Message)).Distinct()];
    }

    /// <summary>The command as it is written: <c>claque detect</c>.</summary>
    public static string CommandPath(ParseResult parsed)
    {
        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = command.Parent)
            if (at.Parent is not null) path.Insert(0, command.Command.Name);
        return string.Join(' ', path.Prepend("claque"));
    }

    /// <summary>Words that look like options and were taken for arguments, or for nothing; those behind <c>--</c> are meant as they stand.</summary>
    private static List<string> UnknownOptions(ParseResult parsed)
    {
        var meant = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToHashSet();
        return
        [
            .. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
                .Concat(parsed.UnmatchedTokens)
                .Where(word => word.Length > 1 && word[0] == '-' && !meant.Contains(word)).Distinct(),
        ];
    }

    /// <summary>The library's sentence without the names of types.</summary>
    private static string Plain(string message) => NotParsed().Match(message) is { Success: true } match
        ? $"{match.Groups["option"].Value} has \"{match.Groups["value"].Value}\", expected {Expected(match.Groups["type"].Value)}."
        : message;

    private static string Expected(string type) => type switch
    {
        "Double" => "a number such as 0.05",
        "UInt64" => $"a whole number from 0 to {ulong.MaxValue}",
        _ => "a whole number",
    };

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for option '(?<option>.*)' as expected type 'System\\.(?<type>\\w+)'\\.$")]
    private static partial Regex NotParsed();
}
