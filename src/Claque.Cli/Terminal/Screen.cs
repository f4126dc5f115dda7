namespace Claque.Cli.Terminal;

/// <summary>Where a command writes and what time it is: the program's only way to the outside, so that tests can stand in for it.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress, notes and errors.</param>
/// <param name="In">Standard input.</param>
/// <param name="Interactive">True when a person watches: progress is drawn.</param>
/// <param name="Clock">The time.</param>
/// <param name="Program">How the program was called, for command lines that are shown for copying.</param>
internal sealed record Screen(TextWriter Out, TextWriter Error, Func<Stream> In, bool Interactive, TimeProvider Clock, string Program = "claque")
{
    /// <summary>Set by the script that runs the program from a checkout, where no <c>claque</c> is on the path.</summary>
    private const string ProgramVariable = "CLAQUE_PROGRAM";

    /// <summary>The real terminal.</summary>
    public static Screen Real() => new(
        Utf8(Console.OpenStandardOutput()),
        Utf8(Console.OpenStandardError()),
        Console.OpenStandardInput,
        !Console.IsErrorRedirected,
        TimeProvider.System,
        Environment.GetEnvironmentVariable(ProgramVariable) is { Length: > 0 } program ? program : "claque");

    /// <summary>The time now, UTC.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    private static StreamWriter Utf8(Stream stream) => new(stream, new System.Text.UTF8Encoding(false)) { AutoFlush = true };
}
