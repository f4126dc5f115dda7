using System.Diagnostics;
using Claque.Statistics;

namespace Claque.Simulation.Second.Decoys;

/// <summary>Which class plays which decoy in the second world.</summary>
internal static class SecondDecoys
{
    private static readonly Dictionary<Decoy, Action<SecondWorld, Pcg32>> Players = new()
    {
        [Decoy.EarlyBirds] = EarlyBirds.Play,
        [Decoy.TimeZoneMates] = TimeZoneMates.Play,
        [Decoy.FeedBots] = FeedBots.Play,
        [Decoy.PushAtPublication] = PushAtPublication.Play,
        [Decoy.PushLate] = PushLate.Play,
        [Decoy.LiveEvent] = LiveEvent.Play,
        [Decoy.Newsroom] = Newsroom.Play,
        [Decoy.LinkListActivists] = LinkListActivists.Play,
        [Decoy.SessionPosters] = SessionPosters.Play,
        [Decoy.RoundMinuteSchedulers] = RoundMinuteSchedulers.Play,
        [Decoy.OutletFans] = OutletFans.Play,
        [Decoy.FriendsRing] = FriendsRing.Play,
        [Decoy.Headlines] = Headlines.Play,
        [Decoy.ShareButtonTexts] = ShareButtonTexts.Play,
        [Decoy.Quotations] = Quotations.Play,
        [Decoy.Greetings] = Greetings.Play,
        [Decoy.Slogans] = Slogans.Play,
        [Decoy.Lyrics] = Lyrics.Play,
        [Decoy.Petitions] = Petitions.Play,
        [Decoy.MailMergeTemplates] = MailMergeTemplates.Play,
        [Decoy.LiveCrowd] = LiveCrowd.Play,
    };

    public static void Play(Decoy decoy, SecondWorld world, Pcg32 random)
    {
        if (!Players.TryGetValue(decoy, out var play)) throw new UnreachableException($"No class plays the decoy {decoy}.");
        play(world, random);
    }
}
