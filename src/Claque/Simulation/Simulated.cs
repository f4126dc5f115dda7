using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Simulation;

/// <summary>One simulated post.</summary>
/// <param name="PostId">Id, in the order of the posts.</param>
/// <param name="AccountId">Who posted.</param>
/// <param name="ObjectId">What was shared: link, id of the post reshared or replied to, tags with a space between them, media hash; empty for a plain text.</param>
/// <param name="Kind">The behaviour.</param>
/// <param name="TimeUs">Microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Text">The words; empty where there are none.</param>
public readonly record struct SimulatedPost(string PostId, string AccountId, string ObjectId, Behaviour Kind, long TimeUs, string Text);

/// <summary>The truth about one simulated account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Role"><c>organic</c>, the name of a decoy, <c>crew</c>, or <c>background</c> for real accounts of whom nothing is known.</param>
/// <param name="Crew">Name of the crew; empty for everybody else.</param>
public readonly record struct SimulatedAccount(string AccountId, string Role, string Crew);

/// <summary>A simulated corpus and the truth about it.</summary>
/// <param name="Posts">By time, then id.</param>
/// <param name="Truth">Every account once, by id; also those that happened not to post.</param>
public sealed record Simulated(ImmutableArray<SimulatedPost> Posts, ImmutableArray<SimulatedAccount> Truth)
{
    /// <summary>The clock that the times show: whole seconds unless said otherwise.</summary>
    public Reading.TimePrecision Clock { get; init; } = Reading.TimePrecision.Second;

    /// <summary>The role of accounts without any part to play.</summary>
    public const string Organic = "organic";

    /// <summary>The role of planted accounts.</summary>
    public const string Planted = "crew";

    /// <summary>The role of accounts of real data, of whom nothing is known: never taken for innocent, nor for anything else.</summary>
    public const string Background = "background";

    /// <summary>Writes <c>post_id,account_id,object_id,kind,time,text</c> by RFC 4180 with line feeds; times in UTC, cut to the second.</summary>
    public void WritePosts(TextWriter output) => SimulatedCsv.WritePosts(this, output);

    /// <summary>Writes <c>account_id,role,crew</c>.</summary>
    public void WriteTruth(TextWriter output) => SimulatedCsv.WriteTruth(this, output);

    /// <summary>The posts as a reader of the written file would hand them on, without the file.</summary>
    public Reading.IPostSource AsSource() => new SimulatedSource(Posts, Clock);
}
