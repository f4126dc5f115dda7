using System.Collections.Immutable;

namespace Claque.Simulation;

/// <summary>A kind of innocent account that looks coordinated to a rule that is too simple.</summary>
/// <param name="Name">The word used in options and as role in the truth.</param>
/// <param name="Explained">True when they do act together, but by automation or a common employer: to be labelled, not accused.</param>
public readonly record struct Decoy(string Name, bool Explained = false)
{
    /// <summary>Readers who share within seconds or few minutes of publication.</summary>
    public static readonly Decoy EarlyBirds = new("early-birds");

    /// <summary>People awake, or at leisure, in the same narrow part of the day.</summary>
    public static readonly Decoy TimeZoneMates = new("time-zone-mates");

    /// <summary>Accounts that post every item of a feed after a fixed delay, give or take seconds.</summary>
    public static readonly Decoy FeedBots = new("feed-bots", Explained: true);

    /// <summary>Fans of an app that alerts them minutes after publication.</summary>
    public static readonly Decoy PushAtPublication = new("push-at-publication");

    /// <summary>Fans of an app or newsletter that alerts them hours after publication.</summary>
    public static readonly Decoy PushLate = new("push-late");

    /// <summary>The public of one evening that everybody watches.</summary>
    public static readonly Decoy LiveEvent = new("live-event");

    /// <summary>Accounts of one publisher that share its articles as they appear.</summary>
    public static readonly Decoy Newsroom = new("newsroom", Explained: true);

    /// <summary>Supporters who work through the same list of links, each in his own time.</summary>
    public static readonly Decoy LinkListActivists = new("link-list-activists");

    /// <summary>People who share many posts in a few habitual minutes of the day.</summary>
    public static readonly Decoy SessionPosters = new("session-posters");

    /// <summary>People who schedule their posts, unknown to one another, for round minutes.</summary>
    public static readonly Decoy RoundMinuteSchedulers = new("round-minute-schedulers");

    /// <summary>Readers of one outlet who share little else.</summary>
    public static readonly Decoy OutletFans = new("outlet-fans");

    /// <summary>Friends who reshare one another's posts within hours.</summary>
    public static readonly Decoy FriendsRing = new("friends-ring");

    /// <summary>People who post a link with the headline as it stands.</summary>
    public static readonly Decoy Headlines = new("headlines");

    /// <summary>People who press share buttons that bring their own words.</summary>
    public static readonly Decoy ShareButtonTexts = new("share-button-texts");

    /// <summary>People who post the same well-known quotations.</summary>
    public static readonly Decoy Quotations = new("quotations");

    /// <summary>People who greet, wish and congratulate in the usual words.</summary>
    public static readonly Decoy Greetings = new("greetings");

    /// <summary>People who post the slogans of the day.</summary>
    public static readonly Decoy Slogans = new("slogans");

    /// <summary>People who post lines of the same songs.</summary>
    public static readonly Decoy Lyrics = new("lyrics");

    /// <summary>People who post the text of a petition that they signed.</summary>
    public static readonly Decoy Petitions = new("petitions");

    /// <summary>People who fill in the form letter of a campaign.</summary>
    public static readonly Decoy MailMergeTemplates = new("mail-merge-templates");

    /// <summary>The public of several evenings: the same posts reshared within a minute, the same short words, the same hashtags.</summary>
    public static readonly Decoy LiveCrowd = new("live-crowd");

    /// <summary>All decoys in the order in which they are reported: those of timing, then those of text, then that of both.</summary>
    public static readonly ImmutableArray<Decoy> All =
    [
        EarlyBirds, TimeZoneMates, FeedBots, PushAtPublication, PushLate, LiveEvent, Newsroom, LinkListActivists,
        SessionPosters, RoundMinuteSchedulers, OutletFans, FriendsRing,
        Headlines, ShareButtonTexts, Quotations, Greetings, Slogans, Lyrics, Petitions, MailMergeTemplates,
        LiveCrowd,
    ];

    /// <summary>The decoys of a list: <c>all</c>, <c>none</c>, or names with commas between them.</summary>
    /// <returns>In the order of <see cref="All"/>, each once.</returns>
    /// <exception cref="Claque.Reading.InputException">A name is not known.</exception>
    public static ImmutableArray<Decoy> Parse(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Trim() is "all") return All;
        if (list.Trim() is "none" or "") return [];
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            if (!All.Any(decoy => decoy.Name == name))
                throw new Reading.InputException($"There is no decoy \"{name}\". Use all, none, or some of: {string.Join(", ", All)}.");
        }

        return [.. All.Where(decoy => names.Contains(decoy.Name))];
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
