using System.Collections.Immutable;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>Hands simulated posts to the pipeline without a file between; times are cut to the second, as in the file.</summary>
internal sealed class SimulatedSource(ImmutableArray<SimulatedPost> posts, TimePrecision clock) : IPostSource
{
    private const long Second = 1_000_000;

    // Real posts with several objects have several rows.
    public bool PostsAreDistinct { get; } = posts.Select(post => post.PostId).Distinct().Count() == posts.Length;

    public IPostReading Begin(CancellationToken stop)
    {
        var next = 0;
        return new PostByPost(record =>
        {
            if (next == posts.Length) return false;
            (record.Key, record.Line) = (next, next + 2);
            Fill(record, posts[next++]);
            record.Precision = clock;
            return true;
        }, stop);
    }

    private static void Fill(PostRecord record, in SimulatedPost post)
    {
        record.Set(PostField.Id, post.PostId);
        record.Set(PostField.Account, post.AccountId);
        record.Set(PostField.Text, post.Text);
        record.TimeUs = post.TimeUs / Second * Second;
        if (post.Kind == Behaviour.Link) record.Add(PostList.Links, post.ObjectId);
        else if (post.Kind == Behaviour.Media) record.Add(PostList.Media, post.ObjectId);
        else if (post.Kind == Behaviour.Mention) record.Add(PostList.Mentions, post.ObjectId);
        else if (post.Kind == Behaviour.Object) record.Add(PostList.Objects, post.ObjectId);
        else if (post.Kind.Name.StartsWith("column:", StringComparison.Ordinal)) record.Add(PostList.Objects, post.ObjectId, post.Kind.Name["column:".Length..]);
        else if (post.Kind == Behaviour.Reply) record.Set(PostField.ReplyTo, post.ObjectId);
        else if (post.Kind == Behaviour.Hashtags)
        {
            foreach (var tag in post.ObjectId.Split(' ')) record.Add(PostList.Hashtags, tag);
        }
        else if (post.Kind == Behaviour.Reshare)
        {
            record.Set(PostField.ReshareOf, post.ObjectId);
            record.IsReshare = true;
        }
    }
}
