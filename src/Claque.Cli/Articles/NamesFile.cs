using Claque.Cases;
using Claque.Reading;
using Claque.Statements.Names;

namespace Claque.Cli.Articles;

/// <summary>What a user says about names: a file of lines <c>A = B</c> and <c>A != B</c>, and what the cases remember of earlier ones.</summary>
internal static class NamesFile
{
    /// <summary>Reads a file of corrections.</summary>
    /// <exception cref="InputException">There is no such file, or a line is neither <c>A = B</c> nor <c>A != B</c>.</exception>
    public static NameCorrections Read(string path)
    {
        Terminal.InputFile.Check(path);
        var (same, apart) = (new List<(string, string)>(), new List<(string, string)>());
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            var at = line.IndexOf('=', StringComparison.Ordinal);
            var differ = at > 0 && line[at - 1] == '!';
            var (a, b) = at < 0 ? ("", "") : (line[..(differ ? at - 1 : at)].Trim(), line[(at + 1)..].Trim());
            if (a.Length == 0 || b.Length == 0)
                throw new InputException($"{Path.GetFileName(path)}({number}): \"{line}\" is not a correction of names. Write Name = Other Name for one entity, Name != Other Name for two.");
            (differ ? apart : same).Add((a, b));
        }

        return new NameCorrections(same, apart);
    }

    /// <summary>The names of a file of corrections that stand in no article, one line each for the user: such a correction changes nothing.</summary>
    public static IEnumerable<string> Unmet(string file, IEnumerable<Entity> entities)
    {
        var forms = entities.SelectMany(entity => entity.Forms).ToHashSet(StringComparer.Ordinal);
        var read = Read(file);
        return read.Same.Concat(read.Apart).SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Where(name => !forms.Contains(name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name))
            .Select(name => $"{Path.GetFileName(file)}: \"{name}\" is no name in these articles, so what is said of it changes nothing here. Write it as the articles do.");
    }

    /// <summary>The corrections that hold for a command: those of the cases among its inputs, then those of the file, which the cases keep from now on.</summary>
    public static NameCorrections For(IReadOnlyList<string> inputs, string? file)
    {
        var given = file is null ? NameCorrections.None : Read(file);
        var all = given;
        foreach (var path in inputs.Where(path => File.Exists(path) && ArticleInput.IsCase(path)))
        {
            using var opened = file is null ? CaseFile.OpenReadOnly(path) : CaseFile.Open(path);
            if (file is not null) opened.KeepNames(given);
            var kept = opened.NameCorrections();
            all = new NameCorrections([.. all.Same, .. kept.Same], [.. all.Apart, .. kept.Apart]);
        }

        return all;
    }
}
