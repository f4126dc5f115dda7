using System.Collections.Immutable;

namespace Claque.Cases;

/// <summary>What the posts of one account come to.</summary>
/// <param name="Posts">Number of posts.</param>
/// <param name="FirstUs">Earliest time; null without posts.</param>
/// <param name="LastUs">Latest time.</param>
/// <param name="Reshares">Posts that only pass on another.</param>
/// <param name="Replies">Posts that reply.</param>
/// <param name="Hours">168 counts: posts by hour of the week in UTC, Monday 00:00 first; only those whose clock tells the hour.</param>
/// <param name="Languages">Posts by language, most first.</param>
/// <param name="Clients">Posts by program, most first.</param>
/// <param name="Names">Handles and names it was seen with, earliest first.</param>
public sealed record AccountFacts(
    long Posts, long? FirstUs, long? LastUs, long Reshares, long Replies, ImmutableArray<int> Hours, ImmutableArray<Tally> Languages,
    ImmutableArray<Tally> Clients, ImmutableArray<NameSpan> Names);

/// <summary>A handle and display name, and the earliest and latest post that carried them.</summary>
public sealed record NameSpan(string Handle, string Name, long FirstUs, long LastUs);

/// <summary>A post with all its fields.</summary>
/// <param name="Post">The post as in an exhibit.</param>
/// <param name="Source">Number of the file it came from.</param>
/// <param name="SourceSha256">Hash of that file.</param>
/// <param name="ReshareOf">Id of the post it reshares; may be empty, as all that follow.</param>
/// <param name="ReplyTo">Id of the post it replies to.</param>
/// <param name="QuoteOf">Id of the post it quotes.</param>
/// <param name="Client">The program it was posted with.</param>
/// <param name="IsReshare">True when it only passes on another post.</param>
/// <param name="TimeFromId">True when its time was restored from its id.</param>
/// <param name="Hashtags">Hashtags, in order.</param>
/// <param name="Mentions">Accounts mentioned.</param>
/// <param name="Media">Hashes or ids of media.</param>
public sealed record PostDetails(
    PostView Post, int Source, string SourceSha256, string ReshareOf, string ReplyTo, string QuoteOf, string Client, bool IsReshare, bool TimeFromId,
    ImmutableArray<string> Hashtags, ImmutableArray<string> Mentions, ImmutableArray<string> Media);

/// <summary>Counts over all posts that say how good the data are.</summary>
/// <param name="WithoutId">Posts without an id: repeats among them cannot be told.</param>
/// <param name="WithoutText">Posts without a text.</param>
/// <param name="TimesFromId">Posts whose time was restored from their id.</param>
/// <param name="GapFromUs">Where the longest time without any post begins; null with fewer than two posts.</param>
/// <param name="GapToUs">Where it ends.</param>
public sealed record DataHealth(long WithoutId, long WithoutText, long TimesFromId, long? GapFromUs, long? GapToUs);

/// <summary>A pair of a run as stored, by row ids. The account with the smaller number is A.</summary>
/// <param name="Layer">Place of its layer in <see cref="RunView.Layers"/>, from 0.</param>
public readonly record struct StoredPair(
    int Layer, int A, int B, int Weight, long CoActs, int PostsA, int PostsB, double MeanGapS, double MedianGapS, long AFirst, long BFirst,
    double? P, double? Q, string Tier);

/// <summary>An exhibit of a run as stored, by row ids.</summary>
/// <param name="Object">Number of the object, as in <see cref="CaseLook.ObjectsOf"/>.</param>
/// <param name="TimeAUs">When A posted, µs since 1970.</param>
/// <param name="TimeBUs">When B posted.</param>
public readonly record struct StoredCoAct(int A, int B, long Object, long PostA, long PostB, long TimeAUs, long TimeBUs);

/// <summary>An object that accounts of a run shared.</summary>
public sealed record StoredObject(long Number, string Behaviour, string Name);

/// <summary>Where an account stands in the picture of a network.</summary>
public readonly record struct AccountPlace(int Account, float X, float Y);

/// <summary>All posts as columns, in the order of their row ids: what searching and counting need of them.</summary>
/// <param name="Ids">Row ids, ascending.</param>
/// <param name="Accounts">Row id of the account.</param>
/// <param name="Days">Days since 1970, UTC.</param>
/// <param name="Languages">Place of the language in <see cref="LanguageNames"/>.</param>
/// <param name="LanguageNames">The languages; the empty one is among them where posts have none.</param>
public sealed record PostTable(int[] Ids, int[] Accounts, int[] Days, ushort[] Languages, ImmutableArray<string> LanguageNames)
{
    /// <summary>Place of a post in the columns; negative when there is none.</summary>
    public int PlaceOf(long id)
    {
        // Rows are never removed, so a post mostly stands where its id says.
        var guess = id - 1;
        return guess >= 0 && guess < Ids.Length && Ids[guess] == id ? (int)guess : Array.BinarySearch(Ids, checked((int)id));
    }
}
