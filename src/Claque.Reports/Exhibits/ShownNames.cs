using System.Collections.Immutable;
using Claque.Cases;
using Claque.Statements;

namespace Claque.Reports.Exhibits;

/// <summary>
/// Names of people as a report or an export writes them: as they are, or as keyed hashes. Bylines, holders of claims and accounts are
/// replaced where they stand by themselves, and bylines in Claque's own sentences; texts that are quoted stay as they were published.
/// </summary>
public sealed class ShownNames
{
    private readonly Pseudonyms? _pseudonyms;
    private readonly ImmutableArray<string> _bylines;

    /// <summary>Makes them.</summary>
    /// <param name="pseudonyms">Null to leave names as they are.</param>
    /// <param name="bylines">All bylines of the case, to be found in sentences.</param>
    public ShownNames(Pseudonyms? pseudonyms, IEnumerable<string> bylines)
    {
        _pseudonyms = pseudonyms;
        _bylines = pseudonyms is null ? [] : [.. bylines.Where(byline => byline.Trim().Length > 1).Distinct(StringComparer.Ordinal).OrderByDescending(byline => byline.Length).ThenBy(byline => byline, StringComparer.Ordinal)];
    }

    /// <summary>True when names are replaced.</summary>
    public bool AreHidden => _pseudonyms is not null;

    /// <summary>What a report says of it where names are replaced.</summary>
    public const string Remark =
        "Bylines, and people and organisations on whose word something is said, are shown under pseudonyms: keyed hashes of their names. Headlines, outlets and texts of articles are quoted as they were published, "
        + "with the names in them; whoever searches for a quoted text finds the article and who signed it.";

    /// <summary>A byline.</summary>
    public string Byline(string name) => _pseudonyms is null || name.Length == 0 ? name : _pseudonyms.Of("byline", name);

    /// <summary>On whose word something is said; the writer, documents and people without names stay.</summary>
    public string Holder(string name, SourceKind kind) =>
        _pseudonyms is null || name.Length == 0 || kind is not (SourceKind.NamedPerson or SourceKind.NamedOrganisation) ? name
        : _bylines.Contains(name) ? Byline(name) : _pseudonyms.Of("source", name);

    /// <summary>An account, by its label.</summary>
    public string Account(AccountView account) => _pseudonyms?.Of(account) ?? (account ?? throw new ArgumentNullException(nameof(account))).Label;

    /// <summary>A sentence of Claque's own, with the bylines in it replaced where they stand as whole words.</summary>
    public string InSentence(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var byline in _bylines) sentence = Replaced(sentence, byline, Byline(byline));
        return sentence;
    }

    private static string Replaced(string sentence, string name, string by)
    {
        for (var at = sentence.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(name, at, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end]));
            if (isWhole) sentence = sentence[..at] + by + sentence[end..];
            at += isWhole ? by.Length : 1;
            if (at >= sentence.Length) break;
        }

        return sentence;
    }
}
