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
    public void Every_command_in_the_README_runs()
    {
        var lines = CommandsOf(File.ReadAllText(Path.Combine(RealData.Root, "README.md")));
        lines.ShouldNotBeEmpty();
        InAFolder(desk =>
        {
            foreach (var line in lines)
            {
                var ran = desk.Run(CommandLine.Words(line));
                ran.Exit.ShouldBe(0, $"./claque {line}\n{ran.Error}");
            }
        });
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

    /// <summary>The lines <c>$ ./claque …</c> of the blocks marked <c>console</c>, without what stands before the first word.</summary>
    private static List<string> CommandsOf(string page) =>
    [
        .. Regex.Matches(page.ReplaceLineEndings("\n"), "^```console\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .SelectMany(block => block.Groups[1].Value.Replace("\\\n", " ").Split('\n'))
            .Where(line => line.StartsWith("$ ./claque ", StringComparison.Ordinal)).Select(line => line["$ ./claque ".Length..]),
    ];

    private static void InAFolder(Action<Desk> work)
    {
        var before = Directory.GetCurrentDirectory();
        using var desk = new Desk();
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
