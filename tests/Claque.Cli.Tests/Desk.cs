using System.Text;
using System.Text.Json;
using Claque.Cli.Terminal;

namespace Claque.Tests.Cli;

/// <summary>A folder to work in and a terminal that remembers: commands run in this process, at a fixed time.</summary>
internal sealed class Desk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claque-test-").FullName;

    /// <summary>What the clock says: later than every post of <see cref="Sample"/>.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What comes through standard input.</summary>
    public byte[] Input { get; set; } = [];

    /// <summary>How the program is called.</summary>
    public string Program { get; init; } = "claque";

    /// <summary>True lets progress be drawn.</summary>
    public bool Interactive { get; init; }

    /// <summary>Told of everything written to standard error, as it is written.</summary>
    public Action<string> OnError { get; init; } = _ => { };

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>Names of the files in the folder.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>Writes a file into the folder; gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file into the folder; gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>Runs a command line.</summary>
    public Ran Run(params string[] args) => Run(CancellationToken.None, args);

    /// <summary>Runs a command line that can be stopped.</summary>
    public Ran Run(CancellationToken stop, params string[] args)
    {
        var (output, error) = (new StringWriter(), new Told(OnError));
        var screen = new Screen(output, error, () => new MemoryStream(Input), Interactive, new FixedClock(), Program);
        var exit = Claque.Cli.App.Run(args, screen, stop).GetAwaiter().GetResult();
        return new Ran(exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>Runs a command line that must succeed without a word on standard error; gives standard output.</summary>
    public string Done(params string[] args)
    {
        var ran = Run(args);
        (ran.Exit, ran.Error).ShouldBe((0, ""), string.Join(' ', args));
        return ran.Out;
    }

    /// <summary>Runs a command with <c>--json -</c>; standard output must be one JSON value and nothing else.</summary>
    public JsonElement Json(params string[] args) => JsonDocument.Parse(Done([.. args, "--json", "-"])).RootElement;

    /// <summary>Runs a command line that must be refused with exit 1 and nothing on standard output; gives the sentence without <c>claque: </c>.</summary>
    public string Refused(params string[] args)
    {
        var ran = Run(args);
        (ran.Exit, ran.Out).ShouldBe((1, ""), $"{string.Join(' ', args)}: {ran.Error}");
        ran.Error.ShouldStartWith("claque: ");
        ran.Error.ShouldNotContain("   at ");
        return ran.Error["claque: ".Length..].TrimEnd('\n');
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Told(Action<string> listener) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            listener(value ?? "");
        }
    }
}

/// <summary>What a command did.</summary>
internal sealed record Ran(int Exit, string Out, string Error);
