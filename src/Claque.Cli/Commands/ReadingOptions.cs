using System.CommandLine;
using System.CommandLine.Parsing;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli.Commands;

/// <summary>The options that say how a file is to be read, the same for every command that reads files.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string[]> _map = new("--map")
    {
        Description = "Which column is which: account=user_id,time=created_at,text=body. Saved beside the file and used again.",
        HelpName = "FIELD=COLUMN,...",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _object = new("--object")
    {
        Description = "A further column to compare; gives the behaviour column:NAME. May be given several times.",
        HelpName = "COLUMN",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "Read as this format instead of the recognised one. 'claque inspect --formats' lists them.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _timeFormat = new("--time-format")
    {
        Description = "How times are written, when they are not understood: for example dd/MM/yyyy HH:mm.",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> _timeZone = new("--time-zone")
    {
        Description = "Zone of times written without one: Europe/Lisbon or +02:00. Default: UTC.",
        HelpName = "ZONE",
    };

    private readonly Option<string?> _duckDb = SharedOptions.DuckDb();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_map);
        command.Add(_object);
        command.Add(_format);
        command.Add(_timeFormat);
        command.Add(_timeZone);
        command.Add(_duckDb);
    }

    /// <summary>DuckDB's library, if it was given.</summary>
    public string? DuckDb(ParseResult parsed) => parsed.GetValue(_duckDb);

    /// <summary>True when any of them was given.</summary>
    public bool AnyGiven(ParseResult parsed) =>
        new Option[] { _map, _object, _format, _timeFormat, _timeZone }.Any(option => parsed.GetResult(option) is OptionResult { Implicit: false });

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">A part of --map is not FIELD=COLUMN.</exception>
    public ReadOptions Read(ParseResult parsed, Screen screen) => new()
    {
        Map = [.. (parsed.GetValue(_map) ?? []).SelectMany(map => map.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(Assignment)],
        ObjectColumns = [.. (parsed.GetValue(_object) ?? []).SelectMany(o => o.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        Format = parsed.GetValue(_format),
        TimeFormat = parsed.GetValue(_timeFormat),
        TimeZone = parsed.GetValue(_timeZone),
        Now = screen.Now,
    };

    private static KeyValuePair<string, string> Assignment(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == part.Length - 1)
            throw new InputException($"--map has \"{part}\", expected FIELD=COLUMN, such as account=user_id.");
        return new(part[..equals].Trim(), part[(equals + 1)..].Trim());
    }
}
