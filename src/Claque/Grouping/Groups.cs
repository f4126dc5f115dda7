using System.Collections.Immutable;
using Claque.Tracing;

namespace Claque.Grouping;

/// <summary>Accounts tied by pairs, found together in the network of one behaviour or of all.</summary>
/// <param name="Number">From 1, largest evidence first; stable for the same input and options.</param>
/// <param name="Members">The members, most joint objects first.</param>
/// <param name="Behaviours">Behaviours in which its pairs stand.</param>
/// <param name="PairCount">Pairs inside the group (two accounts count once however many behaviours tie them).</param>
/// <param name="Density">Pairs inside divided by pairs possible, 0 to 1.</param>
/// <param name="Weight">Sum of the weights of its pairs, over behaviours.</param>
/// <param name="Objects">Distinct objects on which at least two members co-acted.</param>
/// <param name="MedianGapUs">Median over its pairs of their median gap, microseconds.</param>
/// <param name="FirstUs">Time of its first co-act: of the earlier of the two posts.</param>
/// <param name="LastUs">Time of its last co-act: of the later of the two posts.</param>
public sealed record Group(
    int Number,
    ImmutableArray<GroupMember> Members,
    ImmutableArray<Behaviour> Behaviours,
    int PairCount,
    double Density,
    long Weight,
    int Objects,
    double MedianGapUs,
    long FirstUs,
    long LastUs)
{
    /// <summary>Depends on nothing but the names of the members (<see cref="Grouping.IdOf"/>): the same group in two runs has one id.</summary>
    public string Id { get; init; } = "";
}

/// <summary>One account of a group.</summary>
/// <param name="Account">The account.</param>
/// <param name="Ties">Members of the group it forms a pair with.</param>
/// <param name="JointPosts">Distinct posts of the account that are part of a co-act inside the group.</param>
/// <param name="Posts">All posts of the account in the data.</param>
public sealed record GroupMember(int Account, int Ties, int JointPosts, int Posts)
{
    /// <summary>Share of the account's posts that are joint, 0 to 1.</summary>
    public double JointShare => (double)JointPosts / Posts;
}
