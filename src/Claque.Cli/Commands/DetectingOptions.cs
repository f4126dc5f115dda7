using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Claque.Cli.Terminal;
using Claque.Grouping;
using Claque.Pairing;
using Claque.Reading;
using Claque.Reports;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Cli.Commands;

/// <summary>The options that say what counts as acting together, the same for every command that detects.</summary>
internal sealed class DetectingOptions
{
    private readonly Option<string?> _behaviours = new("--behaviour")
    {
        Description = "Behaviours to look at, with commas between. Default: all that the data have, except domain and mention.",
        HelpName = "B,...",
    };

    private readonly Option<string?> _windows = new("--window")
    {
        Description = "Widest gap that counts as together, inclusive; several with commas between. Default: 10s,60s,5min.",
        HelpName = "10s,60s,...",
    };

    private readonly Option<int> _minWeight = new("--min-weight")
    {
        Description = "Distinct objects that a pair must share to be kept.",
        HelpName = "N",
        DefaultValueFactory = _ => new PairOptions().MinWeight,
    };

    private readonly Option<string?> _maxObjectAccounts = new("--max-object-accounts")
    {
        Description = "Leave out objects with more accounts than this; none leaves out nothing. Default: 5000.",
        HelpName = "N|none",
    };

    private readonly Option<int> _minWords = new("--min-words")
    {
        Description = "Words that a text must have for text and similar-text.",
        HelpName = "N",
        DefaultValueFactory = _ => new TraceOptions().MinWords,
    };

    private readonly Option<int> _minHashtags = new("--min-hashtags")
    {
        Description = "Hashtags that a sequence must have for hashtags.",
        HelpName = "N",
        DefaultValueFactory = _ => new TraceOptions().MinHashtags,
    };

    private readonly Option<double> _similarity = new("--similarity")
    {
        Description = "Share of words in common (Jaccard) from which two texts are similar, 0.5 to 1.",
        HelpName = "S",
        DefaultValueFactory = _ => new TraceOptions().Similarity,
    };

    private readonly Option<double> _alpha = new("--alpha")
    {
        Description = "False-discovery rate at which accounts are named; the weak tier has five times that.",
        HelpName = "RATE",
        DefaultValueFactory = _ => new ValidationOptions().Alpha,
    };

    private readonly Option<bool> _noTest = new("--no-test")
    {
        Description = "Count only. Every output then says: unvalidated, no error rate.",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of everything random; the same seed gives the same bytes.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _behaviours, _windows, _minWeight, _maxObjectAccounts, _minWords, _minHashtags, _similarity, _alpha, _noTest, _seed })
            command.Add(option);
    }

    /// <summary>The windows given by the user; null when the default applies.</summary>
    public TimeSpan[]? WindowsGiven(ParseResult parsed) => parsed.GetValue(_windows) is { } windows ? [.. List("--window", windows).Select(Durations.Parse)] : null;

    /// <summary>The behaviours given by the user; null when the default applies.</summary>
    /// <exception cref="InputException">There is no such behaviour.</exception>
    public ImmutableArray<Behaviour>? BehavioursGiven(ParseResult parsed) =>
        parsed.GetValue(_behaviours) is { } names
            ? [.. List("--behaviour", names).Select(BehaviourNames.Parse)]
            : null;

    /// <summary>The smallest weight given by the user; null when the default applies.</summary>
    public int? MinWeightGiven(ParseResult parsed) => parsed.GetResult(_minWeight) is OptionResult { Implicit: false } ? parsed.AtLeast(_minWeight, 1) : null;

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">A value that cannot be.</exception>
    public DetectionOptions Read(ParseResult parsed)
    {
        try
        {
            var pairing = new PairOptions { MinWeight = parsed.AtLeast(_minWeight, 1), MaxAccountsPerObject = MaxObjectAccounts(parsed) };
            var alpha = parsed.Rate(_alpha);
            var weakAlpha = Math.Max(alpha, Math.Min(0.5, 5 * alpha));
            return new DetectionOptions
            {
                Tracing = new TraceOptions
                {
                    Behaviours = BehavioursGiven(parsed),
                    MinWords = parsed.AtLeast(_minWords, 1),
                    MinHashtags = parsed.AtLeast(_minHashtags, 1),
                    Similarity = parsed.Between(_similarity, 0.5, 1),
                },
                Pairing = WindowsGiven(parsed) is { } windows ? pairing with { Windows = [.. windows] } : pairing,
                Validation = parsed.GetValue(_noTest) ? null : new ValidationOptions { Alpha = alpha, WeakAlpha = weakAlpha },
                Texts = parsed.GetValue(_noTest) ? null : new TextEvidenceOptions { Alpha = alpha, WeakAlpha = weakAlpha },
                Grouping = new GroupOptions { Seed = parsed.GetValue(_seed) },
            };
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private int? MaxObjectAccounts(ParseResult parsed) => parsed.GetValue(_maxObjectAccounts) switch
    {
        null => new PairOptions().MaxAccountsPerObject,
        "none" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 2 => limit,
        var text => throw new InputException($"--max-object-accounts has \"{text}\", expected a number, 2 or more, or none."),
    };

    private static string[] List(string option, string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } parts
            ? parts
            : throw new InputException($"{option} has \"{text}\", expected at least one value.");
}
