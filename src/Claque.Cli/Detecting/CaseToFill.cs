using Claque.Cases;
using Claque.Cli.Commands;
using Claque.Cli.Terminal;
using Claque.Reading;

namespace Claque.Cli.Detecting;

/// <summary>A case that files are taken into. A new case that nothing came into is not left behind.</summary>
internal sealed class CaseToFill : IDisposable
{
    private readonly string _path;
    private readonly bool _isNew;

    private CaseToFill(string path, CaseFile opened, bool isNew) => (_path, Case, _isNew) = (path, opened, isNew);

    /// <summary>The case.</summary>
    public CaseFile Case { get; }

    /// <summary>Opens the case, or makes it when the files are there.</summary>
    /// <exception cref="InputException">A file is not there, or the case cannot be opened or made.</exception>
    public static CaseToFill Open(string path, string question, IReadOnlyList<string> files, Screen screen)
    {
        foreach (var file in files.Where(file => !Directory.Exists(file))) InputFile.Check(file);
        var isNew = !File.Exists(path);
        return new CaseToFill(path, isNew ? CaseFile.Create(path, question, screen.Now, App.Version) : CaseFile.Open(path), isNew);
    }

    /// <summary>Imports the files one after the other.</summary>
    /// <exception cref="InputException">A file cannot be used, or not read to its end; the message says what is kept.</exception>
    public List<ImportReceipt> Fill(IReadOnlyList<string> files, ReadOptions options, string? duckDb, Screen screen, CancellationToken stop)
    {
        try
        {
            return ImportCommand.All(Case, files, options, duckDb, screen, stop);
        }
        catch (InputException e) when (_isNew && !IsEmpty && !e.Message.Contains(" is kept", StringComparison.Ordinal))
        {
            var kept = Case.Figures().Posts > 0 ? $"What could be read is kept in {_path}." : $"The rows are kept with their reasons: claque info {_path} --rejects";
            throw new InputException($"{e.Message} {kept}", e);
        }
    }

    private bool IsEmpty => Case.ArticleCount() == 0 && Case.Sources().All(source => source.RowsRead == 0);

    /// <summary>Closes the case, and removes it when it is new and empty.</summary>
    public void Dispose()
    {
        var remove = _isNew && IsEmpty;
        Case.Dispose();
        if (remove) File.Delete(_path);
    }
}
