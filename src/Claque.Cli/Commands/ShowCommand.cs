using System.Collections.Immutable;
using System.CommandLine;
using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reading;
using Claque.Reports;

namespace Claque.Cli.Commands;

/// <summary><c>claque show</c>: the exhibits of a pair or a group in the terminal.</summary>
internal static class ShowCommand
{
    public static Command Make(Screen screen)
    {
        var caseName = new Argument<string>("CASE") { Description = "A case file with a run." };
        var group = new Option<int?>("--group") { Description = "Show the exhibits of this group.", HelpName = "N" };
        var behaviour = new Option<string>("--behaviour") { Description = "The group's behaviour. Default: the groups over all behaviours.", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var pair = new Option<string?>("--pair") { Description = "Show the exhibits of these two accounts, by id or handle.", HelpName = "A,B" };
        var limit = new Option<int>("--limit") { Description = "Exhibits to show.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var run = SharedOptions.Run();
        var json = SharedOptions.Json();
        var command = new TaughtCommand("show", "Shows the posts behind a finding, side by side.", """
            Shows the posts behind a finding, side by side: account, time, gap, shared object, text, source file and line.
            A group first says how it fares under other settings. Without --group or --pair it lists the groups of the run.

            Examples:
              claque show harbour.claque
              claque show harbour.claque --group 1
              claque show harbour.claque --pair ann_72,bob_the_boat
            """) { caseName, group, behaviour, pair, limit, run, json };
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(json), "--json", parsed.GetValue(caseName)!);
            using var opened = CaseFile.OpenReadOnly(parsed.GetValue(caseName)!);
            var number = SharedOptions.RunNumber(parsed.GetValue(run), opened);
            var most = parsed.AtLeast(limit, 1);
            if (parsed.GetValue(pair) is { } names) Write(OfPair(opened, number, names, most));
            else if (parsed.GetValue(group) is { } which)
            {
                var exhibits = OfGroup(opened, number, parsed.GetValue(behaviour)!, which, most);
                if (parsed.GetValue(json) is null && parsed.GetValue(behaviour)!.Length == 0)
                    SensitivityOutput.WriteTable(screen.Out, [.. opened.Sensitivity(number).Where(outcome => outcome.Group == which)]);
                Write(exhibits);
            }
            else WriteGroups(screen, opened, number, parsed.GetValue(behaviour)!, parsed.GetValue(json));

            void Write(IReadOnlyList<ExhibitView> exhibits)
            {
                if (parsed.GetValue(json) is { } target) WriteJson(target, screen, exhibits);
                else WriteText(screen.Out, exhibits);
            }
        });
        return command;
    }

    private static ImmutableArray<ExhibitView> OfPair(CaseFile opened, int run, string names, int limit)
    {
        var parts = names.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2) throw new InputException($"--pair has \"{names}\", expected two accounts with a comma between them.");
        long Account(string name) => opened.AccountByLabel(name) ?? throw new InputException($"The case has no account \"{name}\". Give an id or a handle.");
        return opened.Exhibits(run, Account(parts[0]), Account(parts[1]), limit);
    }

    private static ImmutableArray<ExhibitView> OfGroup(CaseFile opened, int run, string behaviour, int number, int limit)
    {
        var groups = opened.Groups(run, behaviour);
        if (groups.All(g => g.Number != number))
            throw new InputException($"Run {run} has no group {number}{(behaviour.Length > 0 ? " for " + behaviour : "")}; it has {groups.Length}. 'claque show {opened.Info.Path}' lists them.");
        return opened.ExhibitsOfGroup(run, behaviour, number, limit);
    }

    private static void WriteGroups(Screen screen, CaseFile opened, int run, string behaviour, string? json)
    {
        var groups = opened.Groups(run, behaviour);
        if (json is { } target)
        {
            JsonOutput.Write(target, screen, writer => GroupOutput.WriteJson(writer, groups, opened.Sensitivity(run)));
            return;
        }

        GroupOutput.WriteTable(screen.Out, groups, int.MaxValue);
        if (behaviour.Length == 0) SurfacedOutput.WriteTable(screen.Out, opened.Surfaced(run));
        screen.Out.WriteLine();
        Cut.WriteWrapped(screen.Out, opened.Audits().LastOrDefault(audit => audit.Run == run) is { } last
            ? StabilityText.Audit(last)
            : $"No audit of this run was made: claque audit {Shell.Word(opened.Info.Path)} counts whom the test names when every fine time is drawn anew.");
    }

    private static void WriteText(TextWriter to, IReadOnlyList<ExhibitView> exhibits)
    {
        if (exhibits.Count == 0) to.WriteLine("No posts of theirs came together in this run.");
        foreach (var exhibit in exhibits)
        {
            to.WriteLine($"{exhibit.Behaviour}: {Cut.Line(exhibit.ObjectName, 100)}    gap {Math.Abs(exhibit.GapS):0.###} s");
            foreach (var post in new[] { exhibit.A, exhibit.B }.OrderBy(p => p.TimeUs))
            {
                to.WriteLine($"  {Times.Write(post.TimeUs, post.Precision)}  {Cut.Line(post.Account.Label, 30)}  [{post.SourceFile}:{post.Line}]");
                if (post.Text.Length > 0) to.WriteLine($"      {Cut.Line(post.Text, 200)}");
            }

            to.WriteLine();
        }
    }

    private static void WriteJson(string target, Screen screen, IReadOnlyList<ExhibitView> exhibits) => JsonOutput.Write(target, screen, json =>
    {
        json.WriteStartArray();
        foreach (var exhibit in exhibits)
        {
            json.WriteStartObject();
            json.WriteString("behaviour", exhibit.Behaviour);
            json.WriteString("object", exhibit.ObjectName);
            json.WriteNumber("gap_s", exhibit.GapS);
            foreach (var (name, post) in new[] { ("a", exhibit.A), ("b", exhibit.B) })
            {
                json.WriteStartObject(name);
                json.WriteString("account", post.Account.NativeId);
                json.WriteString("handle", post.Account.Handle);
                json.WriteString("post", post.NativeId);
                json.WriteString("time", Times.Iso(post.TimeUs));
                json.WriteString("time_precision", post.Precision.Word);
                json.WriteString("text", post.Text);
                json.WriteString("url", post.Url);
                json.WriteString("file", post.SourceFile);
                json.WriteNumber("line", post.Line);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
