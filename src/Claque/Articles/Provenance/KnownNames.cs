using System.Collections.Frozen;
using System.Collections.Immutable;
using Claque.Articles.Phrases;

namespace Claque.Articles.Provenance;

/// <summary>The names of news agencies and outlets.</summary>
internal sealed class KnownNames
{
    public KnownNames(PhraseLists lists)
    {
        var agencies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (shortForm, rest) in lists["wire-agencies"].Select(Halves))
        {
            agencies.TryAdd(shortForm, shortForm);
            foreach (var form in Cut(rest, '|')) agencies.TryAdd(form, shortForm);
        }

        Agencies = agencies.ToFrozenDictionary(StringComparer.Ordinal);
        Outlets =
        [
            .. lists["outlets"].Select(Halves).SelectMany(entry => Cut(entry.Key, '|').Select(name => new KnownOutlet(name, [.. Cut(entry.Key, '|')], [.. Cut(entry.Values, ',')])))
                .OrderByDescending(outlet => outlet.Name.Length).ThenBy(outlet => outlet.Name, StringComparer.Ordinal),
        ];
    }

    public static KnownNames BuiltIn { get; } = new(PhraseLists.BuiltIn);

    /// <summary>Every written form of an agency's name → its short form.</summary>
    public FrozenDictionary<string, string> Agencies { get; }

    /// <summary>Outlets by name, longest first.</summary>
    public ImmutableArray<KnownOutlet> Outlets { get; }

    /// <summary>The agency of a name as printed, "The" left out or not; null for anything else.</summary>
    public string? Agency(string? name)
    {
        if (name is null) return null;
        var bare = name.Trim(' ', '.', ',', '(', ')');
        return Agencies.GetValueOrDefault(bare) ?? (bare.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? Agencies.GetValueOrDefault(bare[4..]) : null);
    }

    private static (string Key, string Values) Halves(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is var cut and > 0 ? (line[..cut].Trim(), line[(cut + 1)..]) : (line, "");

    private static string[] Cut(string text, char at) => text.Split(at, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>An outlet that texts speak of.</summary>
/// <param name="Name">One of its names, without "The".</param>
/// <param name="Names">All of them.</param>
/// <param name="Domains">Where it publishes.</param>
internal sealed record KnownOutlet(string Name, ImmutableArray<string> Names, ImmutableArray<string> Domains);
