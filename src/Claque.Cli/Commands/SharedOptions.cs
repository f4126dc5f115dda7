using System.CommandLine;
using Claque.Cases;
using Claque.Reading;

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

    /// <summary><c>--duckdb</c>.</summary>
    public static Option<string?> DuckDb() => new("--duckdb") { Description = "DuckDB's library, for Parquet files. Default: the one that CLAQUE_DUCKDB names.", HelpName = "PATH" };

    /// <summary><c>--names</c>.</summary>
    public static Option<string?> Names() => new("--names") { Description = "Corrections of names, one a line: A = B for one entity, A != B for two. A case keeps them.", HelpName = "FILE" };

    /// <summary><c>--case</c>.</summary>
    public static Option<string?> Case(string description) => new("--case") { Description = description, HelpName = "NAME.claque" };

    /// <summary><c>--run</c>.</summary>
    public static Option<int?> Run() => new("--run") { Description = "Which run of the case. Default: the last.", HelpName = "N" };

    /// <summary><c>--pseudonymise</c> of a case.</summary>
    public static Option<bool> PseudonymiseCase() => new("--pseudonymise") { Description = "Mark the case: its reports and exports replace accounts by keyed hashes." };

    /// <summary><c>--pseudonymise</c>.</summary>
    public static Option<bool> Pseudonymise() => new("--pseudonymise") { Description = "Replace accounts by keyed hashes; post ids and addresses are left out. Texts stay as they are." };

    /// <summary>The run asked for, or the last one.</summary>
    /// <exception cref="InputException">The case has no such run.</exception>
    public static int RunNumber(int? asked, CaseFile opened)
    {
        if (asked is not { } number) return opened.LatestRun().Number;
        var runs = opened.Runs();
        return runs.Any(run => run.Number == number)
            ? number
            : throw new InputException($"{opened.Info.Path} has no run {number}; it has {runs.Length}. 'claque info {opened.Info.Path}' lists them.");
    }
}
