using System.CommandLine;

namespace Claque.Cli.Commands;

/// <summary>Options that several commands have, with one wording.</summary>
internal static class SharedOptions
{
    /// <summary><c>--json</c>.</summary>
    public static Option<string?> Json() => new("--json")
    {
        Description = "Write the result as JSON to a file, or to standard output for -.",
        HelpName = "FILE",
    };

    /// <summary><c>--case</c>.</summary>
    public static Option<string?> Case(string description) => new("--case") { Description = description, HelpName = "NAME.claque" };

    /// <summary><c>--run</c>.</summary>
    public static Option<int?> Run() => new("--run") { Description = "Which run of the case. Default: the last.", HelpName = "N" };
}
