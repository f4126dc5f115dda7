using System.CommandLine;
using Claque.Reading;
using Claque.Reports;

namespace Claque.Cli.Commands;

/// <summary>The options on what is looked at beside the findings: other settings, an audit.</summary>
internal sealed class BesideOptions
{
    private readonly Option<string> _sensitivity = new("--sensitivity")
    {
        Description = "Test again under other windows, error rates, behaviours and objects, and say how each group fares: on, off, or auto (where it costs little).",
        HelpName = "on|off|auto",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<int?> _audit = new("--audit-rounds")
    {
        Description = "How often to draw every fine time anew and count who is named then; 0 for never. Default: 10 where it costs little.",
        HelpName = "N",
    };

    private readonly Option<string?> _affiliations = new("--affiliations")
    {
        Description = "A CSV with the columns account and affiliation: whom accounts openly belong to. Labels what they do together as explained, hides nothing.",
        HelpName = "FILE.csv",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withAudit)
    {
        command.Add(_affiliations);
        command.Add(_sensitivity);
        if (withAudit) command.Add(_audit);
    }

    /// <summary>The file of affiliations, if one was given.</summary>
    public string? AffiliationsGiven(ParseResult parsed) => parsed.GetValue(_affiliations);

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">A value that cannot be.</exception>
    public Beside Read(ParseResult parsed)
    {
        var rounds = parsed.GetValue(_audit);
        if (rounds is < 0) throw new InputException($"--audit-rounds is {rounds}, expected 0 or more.");
        return new Beside(
            parsed.GetValue(_sensitivity) switch
            {
                "on" => true,
                "off" => false,
                "auto" => null,
                var other => throw new InputException($"--sensitivity has \"{other}\", expected on, off or auto."),
            },
            rounds);
    }
}
