using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Claque.Reading;

namespace Claque.Articles.Phrases;

/// <summary>The words and phrases by which lines of an article are told apart: lists in text files that a user can add to.</summary>
/// <remarks>
/// One entry a line, <c>#</c> begins a remark. The built-in lists are English first; a folder with files of the same names adds
/// entries to them, in any language.
/// </remarks>
public sealed class PhraseLists
{
    private static readonly string[] Names =
    [
        "tail-headings", "related-cues", "newsletter", "comment", "sharing", "advertisement", "bio", "caption", "credit", "page-main",
        "page-parts", "site", "wire-agencies", "outlets",
    ];

    private readonly FrozenDictionary<string, ImmutableArray<string>> _lists;

    private PhraseLists(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> lists) => _lists = lists.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The built-in lists.</summary>
    public static PhraseLists BuiltIn { get; } = new(Names.Select(name => KeyValuePair.Create(name, Entries(Resource(name)))));

    /// <summary>The built-in lists with the entries of a folder behind them.</summary>
    /// <param name="folder">Holds files named as the lists: <c>newsletter.txt</c> …</param>
    /// <exception cref="InputException">No such folder, or a <c>.txt</c> file in it has another name than the lists.</exception>
    public static PhraseLists With(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException($"There is no folder {folder}. Give the folder that holds your phrase lists.");
        var added = new Dictionary<string, ImmutableArray<string>>(BuiltIn._lists, StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!added.TryGetValue(name, out var entries))
                throw new InputException($"{path}: there is no list of this name. The lists are {string.Join(", ", Names)}.");
            added[name] = [.. entries, .. Entries(System.IO.File.ReadAllText(path, Encoding.UTF8))];
        }

        return new PhraseLists(added);
    }

    /// <summary>The entries of a list, as written.</summary>
    public ImmutableArray<string> this[string name] => _lists[name];

    private static ImmutableArray<string> Entries(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    private static string Resource(string name)
    {
        using var stream = typeof(PhraseLists).Assembly.GetManifestResourceStream($"Claque.Articles.Phrases.{name}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
