using System.Diagnostics;
using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Which class plays which decoy in the first world.</summary>
internal static class FirstDecoys
{
    private static readonly Dictionary<Decoy, Action<FirstWorld, Pcg32>> Joining = new()
    {
        [Decoy.EarlyBirds] = EarlyBirds.Join,
        [Decoy.TimeZoneMates] = TimeZoneMates.Join,
        [Decoy.FeedBots] = FeedBots.Join,
        [Decoy.PushAtPublication] = PushAtPublication.Join,
        [Decoy.PushLate] = PushLate.Join,
        [Decoy.LiveEvent] = LiveEvent.Join,
        [Decoy.Newsroom] = Newsroom.Join,
        [Decoy.LinkListActivists] = LinkListActivists.Join,
        [Decoy.SessionPosters] = SessionPosters.Join,
        [Decoy.RoundMinuteSchedulers] = RoundMinuteSchedulers.Join,
        [Decoy.OutletFans] = OutletFans.Join,
        [Decoy.FriendsRing] = FriendsRing.Join,
        [Decoy.Headlines] = Headlines.Join,
        [Decoy.ShareButtonTexts] = ShareButtonTexts.Join,
        [Decoy.Quotations] = Quotations.Join,
        [Decoy.Greetings] = Greetings.Join,
        [Decoy.Slogans] = Slogans.Join,
        [Decoy.Lyrics] = Lyrics.Join,
        [Decoy.Petitions] = Petitions.Join,
        [Decoy.MailMergeTemplates] = MailMergeTemplates.Join,
        [Decoy.LiveCrowd] = LiveCrowd.Join,
    };

    public static void Join(Decoy decoy, FirstWorld world, Pcg32 random)
    {
        if (!Joining.TryGetValue(decoy, out var join)) throw new UnreachableException($"No class plays the decoy {decoy}.");
        join(world, random);
    }
}
