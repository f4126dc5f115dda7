using System.Collections.Immutable;
using Claque.Reading.Tables;

namespace Claque.Reading.Formats;

/// <summary>All formats, and the choice among them.</summary>
internal static class FormatTable
{
    private const double Readable = 0.5;
    private const double WorthNaming = 0.3;

    /// <summary>Known shapes first, then any table and any JSON.</summary>
    public static readonly ImmutableArray<PostFormat> All =
    [
        Simulation.Format, CooRTweet.Format, CoordinationNetworkToolkit.Format, XArchive.Format, Twarc2Csv.Format, FiveThirtyEight.Format,
        CrowdTangle.Facebook, CrowdTangle.Instagram, MetaContentLibrary.Format, FourCat.Format,
        XApiV2.Format, XApiV1.Format, BlueskyJetstream.Format, BlueskyPosts.Format, Mastodon.Format, TelegramExport.Format, Reddit.Format, TikTok.Format,
        YouTubeComments.Format, Zeeschuimer.Format, GenericTable.Format, GenericJson.Format,
    ];

    /// <summary>The format that fits best, and the next best.</summary>
    /// <exception cref="InputException">The format that the user names does not exist or cannot hold this file.</exception>
    public static Choice Choose(FileSample sample)
    {
        var ranked = All.Select(format => (Format: format, Score: format.Score(sample)))
            .Where(x => x.Score > 0)
            .OrderByDescending(x => x.Score)
            .ToList();
        if (sample.Options.Format is { } name)
        {
            var named = Named(name, sample);
            return new Choice(named, ranked.FirstOrDefault(x => x.Format == named).Score, RunnerUp(named));
        }

        // The members of known JSON shapes have their places; columns that the user names are for JSON in general.
        if (sample.IsJson && sample.NamesColumns) ranked.RemoveAll(x => x.Format != GenericJson.Format);
        var best = ranked.FirstOrDefault(x => x.Score >= Readable);
        var format = best.Format ?? (sample.IsJson ? GenericJson.Format : GenericTable.Format);
        return new Choice(format, best.Score, RunnerUp(format));

        string? RunnerUp(PostFormat chosen) => ranked.FirstOrDefault(x => x.Format != chosen && x.Score >= WorthNaming).Format?.Name;
    }

    private static PostFormat Named(string name, FileSample sample)
    {
        var format = All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (format is null)
        {
            var near = Spelling.Nearest(name, All.Select(format => format.Name));
            var hint = near is null ? "" : $" Did you mean '{near}'?";
            throw new InputException($"There is no format '{name}'.{hint} Formats: {string.Join(", ", All.Select(format => format.Name))}.");
        }

        if (format.IsJson && !sample.IsJson) throw new InputException($"{sample.File.Name} is not JSON, which the format '{format.Name}' is. Columns found: {TablePlanner.Listed(sample.Columns)}.");
        if (!format.IsJson && sample.IsJson) throw new InputException($"{sample.File.Name} is JSON; the format '{format.Name}' is a table.");
        return format;
    }
}

/// <summary>The format chosen for a file.</summary>
/// <param name="Score">How well it fits, 0 to 1.</param>
/// <param name="RunnerUp">The next best; null when no other fits at all.</param>
internal sealed record Choice(PostFormat Format, double Score, string? RunnerUp);
