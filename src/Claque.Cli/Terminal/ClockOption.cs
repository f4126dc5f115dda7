using System.CommandLine;
using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary><c>--clock</c>: what the times of simulated posts show.</summary>
internal static class ClockOption
{
    public static Option<string> Make() =>
        new("--clock") { Description = "What the times show: whole seconds, or whole minutes as some archives keep them.", HelpName = "second|minute", DefaultValueFactory = _ => "second" };

    /// <summary>The clock asked for.</summary>
    /// <exception cref="InputException">Another word.</exception>
    public static TimePrecision Read(ParseResult parsed, Option<string> option) => parsed.GetValue(option) switch
    {
        "second" => TimePrecision.Second,
        "minute" => TimePrecision.Minute,
        var other => throw new InputException($"--clock has \"{other}\", expected second or minute."),
    };
}
