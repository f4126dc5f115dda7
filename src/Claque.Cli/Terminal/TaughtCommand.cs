using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Claque.Cli.Terminal;

/// <summary>A command with one line for the list of commands and a lesson with examples for its own help.</summary>
internal sealed class TaughtCommand(string name, string summary, string lesson) : Command(name, summary)
{
    /// <summary>What it does and how to use it, with examples.</summary>
    public string Lesson { get; } = lesson;
}

/// <summary>The usual help, and below it the lesson of the command.</summary>
internal sealed class TeachingHelp(HelpAction standard) : SynchronousCommandLineAction
{
    /// <summary>Puts it in the place of the usual help.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is HelpAction standard) help.Action = new TeachingHelp(standard);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is TaughtCommand command) parseResult.InvocationConfiguration.Output.WriteLine(command.Lesson);
        return result;
    }
}
