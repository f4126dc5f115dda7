using System.Text.RegularExpressions;
using Claque.Tests.Shared;

namespace Claque.Tests.Cli;

/// <summary>Tests that change the folder they run in, and so run alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class ReadmeTests
{
    [Fact]
    public void Every_command_in_the_README_runs_and_prints_what_is_shown()
    {
        var shown = CommandsOf(File.ReadAllText(Path.Combine(RealData.Root, "README.md")));
        shown.ShouldNotBeEmpty();
        shown.ShouldContain(command => command.Output.Length > 0);
        InAFolder(desk =>
        {
            foreach (var (line, output) in shown)
            {
                var ran = desk.Run(CommandLine.Words(line));
                ran.Exit.ShouldBe(0, $"./claque {line}\n{ran.Error}");
                if (output.Length > 0) ran.Out.ReplaceLineEndings("\n").Trim().ShouldBe(output.Trim(), $"./claque {line}");
            }
        }, "./claque");
    }

    [Fact]
    public void Without_a_name_case_and_report_are_called_after_the_first_file_and_lie_in_the_current_folder() => InAFolder(desk =>
    {
        Directory.CreateDirectory(desk["data"]);
        var file = desk.Write("data/january.csv.gz", Sample.Gzip(System.Text.Encoding.UTF8.GetBytes(Sample.Shares)));
        desk.Done("investigate", file).ShouldContain("Report: january.html\nCase:   january.claque, run 1");
        desk.Done("report", "january.claque").ShouldBe("Report: january.html\n");
        desk.Input = System.Text.Encoding.UTF8.GetBytes(Sample.Shares);
        desk.Done("import", "-").ShouldContain("Case: posts.claque    Next: claque detect posts.claque");
        desk.Files.ShouldBe(["january.claque", "january.html", "posts.claque"]);
    });

    /// <summary>The lines <c>$ ./claque …</c> of the blocks marked <c>console</c>, each with the lines that follow it there.</summary>
    private static List<(string Line, string Output)> CommandsOf(string page)
    {
        var commands = new List<(string Line, string Output)>();
        foreach (Match block in Regex.Matches(page.ReplaceLineEndings("\n"), "^```console\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            foreach (var line in block.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            {
                if (line.StartsWith("$ ./claque ", StringComparison.Ordinal)) commands.Add((line["$ ./claque ".Length..], ""));
                else if (commands.Count > 0) commands[^1] = (commands[^1].Line, commands[^1].Output + line + "\n");
            }
        }

        return [.. commands.Select(command => (command.Line, command.Output.Trim()))];
    }

    private static void InAFolder(Action<Desk> work, string program = "claque")
    {
        var before = Directory.GetCurrentDirectory();
        using var desk = new Desk { Program = program };
        try
        {
            Directory.SetCurrentDirectory(desk["."]);
            work(desk);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }
}
