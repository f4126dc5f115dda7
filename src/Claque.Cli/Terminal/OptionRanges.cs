using System.CommandLine;
using System.Globalization;
using Claque.Reading;

namespace Claque.Cli.Terminal;

/// <summary>Numbers given as options, refused with the option's name where they cannot be.</summary>
internal static class OptionRanges
{
    /// <summary>The number, where it is not below the least.</summary>
    /// <exception cref="InputException">It is below.</exception>
    public static int AtLeast(this ParseResult parsed, Option<int> option, int least) =>
        parsed.GetValue(option) is var value && value >= least
            ? value
            : throw new InputException($"{option.Name} has {Shown(value)}, expected {Shown(least)} or more.");

    /// <summary>The number, where it lies between two others or is one of them.</summary>
    /// <exception cref="InputException">It lies outside.</exception>
    public static int Between(this ParseResult parsed, Option<int> option, int least, int most) =>
        parsed.GetValue(option) is var value && value >= least && value <= most
            ? value
            : throw new InputException($"{option.Name} has {Shown(value)}, expected {least:N0} to {most:N0}.");

    /// <summary>The number, where it lies between two others or is one of them.</summary>
    /// <exception cref="InputException">It lies outside.</exception>
    public static double Between(this ParseResult parsed, Option<double> option, double least, double most) =>
        parsed.GetValue(option) is var value && value >= least && value <= most
            ? value
            : throw new InputException($"{option.Name} has {Shown(value)}, expected {Shown(least)} to {Shown(most)}.");

    /// <summary>The number, where it lies above 0 and below 1.</summary>
    /// <exception cref="InputException">It does not.</exception>
    public static double Rate(this ParseResult parsed, Option<double> option) =>
        parsed.GetValue(option) is > 0 and < 1 and var value
            ? value
            : throw new InputException($"{option.Name} has {Shown(parsed.GetValue(option))}, expected a number above 0 and below 1.");

    private static string Shown(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
