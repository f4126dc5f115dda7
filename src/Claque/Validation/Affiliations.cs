using System.Collections.Immutable;
using Claque.Grouping;
using Claque.Tracing;

namespace Claque.Validation;

/// <summary>
/// Whom accounts openly belong to, as the user declares it: an outlet, a party, an office. What accounts of one affiliation do
/// together is labelled as explained by it, whatever the affiliation; it is never hidden, and changes no tier.
/// </summary>
public sealed class Affiliations
{
    /// <summary>How the label of an account begins.</summary>
    public const string Label = "declared affiliation: ";

    /// <summary>How the sentence beside a group begins.</summary>
    public const string SentenceStart = "Explained by a declared affiliation: ";

    private readonly ImmutableSortedDictionary<string, string> _of;

    /// <summary>Makes them from the names of accounts, as the corpus has them, to the name of the affiliation.</summary>
    /// <param name="of">Affiliation of each account; none is empty.</param>
    /// <param name="source">Where it was declared: the name of a file.</param>
    /// <param name="sha256">Hash of that file, so that a repeated run can be told from another; may be empty.</param>
    /// <exception cref="ArgumentException">An affiliation is empty.</exception>
    public Affiliations(IEnumerable<KeyValuePair<string, string>> of, string source, string sha256)
    {
        (_of, Source, Sha256) = (ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, of), source, sha256);
        if (_of.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Value)).Key is { } account)
            throw new ArgumentException($"The affiliation of \"{account}\" is empty.", nameof(of));
    }

    /// <summary>Nobody declared anything.</summary>
    public static Affiliations None { get; } = new([], "", "");

    /// <summary>The accounts that have one.</summary>
    public int Count => _of.Count;

    /// <summary>Where it was declared.</summary>
    public string Source { get; }

    /// <summary>Hash of that file.</summary>
    public string Sha256 { get; }

    /// <summary>The affiliation of an account by its name; null where none was declared.</summary>
    public string? Of(string account) => _of.GetValueOrDefault(account);

    /// <summary>The accounts that the corpus does not have, in order.</summary>
    public ImmutableArray<string> NotIn(Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var names = Enumerable.Range(0, corpus.Accounts.Count).Select(account => corpus.Accounts[account]).ToHashSet(StringComparer.Ordinal);
        return [.. _of.Keys.Where(name => !names.Contains(name))];
    }

    /// <summary>The affiliation that more than half of a group's members share, and how many; null where none is.</summary>
    public (string Name, int Members)? MostOf(Group group, Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(corpus);
        var most = group.Members.Select(member => Of(corpus.Accounts[member.Account])).OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal).Select(same => (Name: same.Key, Members: same.Count())).OrderByDescending(same => same.Members).FirstOrDefault();
        return most.Members >= 2 && 2 * most.Members > group.Members.Length ? most : null;
    }

    /// <summary>The sentence beside a group that shares one.</summary>
    public static string Sentence((string Name, int Members) most, int size) =>
        $"{SentenceStart}{most.Members} of these {size} accounts belong to “{most.Name}”, as the list given to this run declares. What accounts of one house do together needs no secret; whether the others are part of it is the question.";
}
