using System.Globalization;
using Claque.Reading;

namespace Claque.Tests.Shared;

/// <summary>A post as a test writes it down. A list that is null is one that the source does not have.</summary>
public sealed record TestPost(string Id, string Account, string Time)
{
    public string? Text { get; init; }
    public string[]? Links { get; init; }
    public string[]? Hashtags { get; init; }
    public string[]? Mentions { get; init; }
    public string[]? Media { get; init; }
    public (string Column, string Value)[]? Objects { get; init; }
    public string? ReshareOf { get; init; }
    public string? ReplyTo { get; init; }
    public bool IsReshare { get; init; }
    public string Platform { get; init; } = "";
    public TimePrecision Precision { get; init; } = TimePrecision.Second;

    /// <summary>Puts the post into a record, as a reader does.</summary>
    public void Fill(PostRecord record, long key)
    {
        record.Clear();
        record.Key = key;
        record.Line = key;
        record.Platform = Platform;
        record.TimeUs = (DateTimeOffset.Parse(Time, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).Ticks / 10;
        record.Precision = Precision;
        record.IsReshare = IsReshare;
        record.Set(PostField.Id, Id);
        record.Set(PostField.Account, Account);
        record.Set(PostField.Text, Text);
        record.Set(PostField.ReshareOf, ReshareOf);
        record.Set(PostField.ReplyTo, ReplyTo);
        Fill(record, PostList.Links, Links);
        Fill(record, PostList.Hashtags, Hashtags);
        Fill(record, PostList.Mentions, Mentions);
        Fill(record, PostList.Media, Media);
        if (Objects == null) return;
        record.Give(PostList.Objects);
        foreach (var (column, value) in Objects) record.Add(PostList.Objects, value, column);
    }

    private static void Fill(PostRecord record, PostList list, string[]? values)
    {
        if (values == null) return;
        record.Give(list);
        foreach (var value in values) record.Add(list, value);
    }
}

/// <summary>Posts written down in a test, as a source. Keys count from 1.</summary>
public sealed class ListSource(params TestPost[] posts) : IPostSource
{
    public bool PostsAreDistinct { get; init; } = true;

    public IPostReading Begin(CancellationToken stop)
    {
        var next = 0;
        return new PostByPost(record =>
        {
            if (next == posts.Length) return false;
            posts[next++].Fill(record, next);
            return true;
        }, stop);
    }
}

/// <summary>Writes posts down in one line: <c>using static Claque.Tests.Shared.Posts</c>.</summary>
public static class Posts
{
    public static TestPost Post(
        string id, string account, string time = "2024-05-01T08:00:00Z", string? text = null, string[]? links = null, string[]? hashtags = null,
        string[]? mentions = null, string[]? media = null, string? reshareOf = null, string? replyTo = null, bool isReshare = false,
        string platform = "", (string Column, string Value)[]? objects = null) =>
        new(id, account, time)
        {
            Text = text,
            Links = links,
            Hashtags = hashtags,
            Mentions = mentions,
            Media = media,
            ReshareOf = reshareOf,
            ReplyTo = replyTo,
            IsReshare = isReshare || reshareOf != null,
            Platform = platform,
            Objects = objects,
        };
}
