using System.CommandLine;
using System.CommandLine.Help;
using Claque.Cli;
using Claque.Cli.Terminal;
using Claque.Tests.Shared;

namespace Claque.Tests.Cli;

public sealed class DocumentationTests
{
    private static readonly RootCommand Root = App.Commands(new Screen(TextWriter.Null, TextWriter.Null, () => Stream.Null, false, TimeProvider.System));

    public static TheoryData<string> Commands => [.. Root.Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_every_command_needs_no_argument_and_shows_an_example(string command)
    {
        using var desk = new Desk();
        var help = desk.Done(command, "--help");
        help.ShouldContain("Examples:\n  claque ");
        help.ShouldContain($"  claque {command}");
        help.ShouldContain("Usage:");
    }

    [Fact]
    public void Claque_alone_shows_the_first_steps()
    {
        using var desk = new Desk();
        desk.Done().ShouldBe(desk.Done("--help"));
        desk.Done().ShouldContain("claque demo");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_examples_in_the_help_are_command_lines_that_can_be_run(string command)
    {
        using var desk = new Desk();
        var examples = desk.Done(command, "--help").Split('\n').SkipWhile(line => line != "Examples:").Skip(1).Where(line => line.StartsWith("  claque ", StringComparison.Ordinal)).ToList();
        examples.ShouldNotBeEmpty();
        foreach (var line in examples.SelectMany(example => example.Split(" && ")))
            Misuse.Of(Root.Parse(CommandLine.Words(line.Trim())[1..])).ShouldBeEmpty(line);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_and_option_stands_in_the_docs(string command)
    {
        var page = File.ReadAllText(Path.Combine(RealData.Root, "docs", "cli.md"));
        page.ShouldContain("claque " + command);
        var options = Root.Subcommands.Single(c => c.Name == command).Options.Where(option => option is not HelpOption && !option.Hidden).Select(option => option.Name);
        options.Where(option => !page.Contains(option, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
