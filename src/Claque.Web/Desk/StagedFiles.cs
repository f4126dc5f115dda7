using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Claque.Web;

/// <summary>A file that was dropped on the workbench and waits to be imported.</summary>
/// <param name="Id">Its place in addresses.</param>
/// <param name="Name">As the user has it.</param>
/// <param name="Path">Where its bytes are.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="Asked">How the user wants it read.</param>
internal sealed record Staged(string Id, string Name, string Path, string Sha256, FileMapping Asked)
{
    /// <summary>What it looks like read so.</summary>
    public required StagedFile View { get; init; }
}

/// <summary>Files that were dropped on the workbench, in a folder of their own that nobody else can read and that goes with the server.</summary>
internal sealed partial class StagedFiles : IDisposable
{
    private readonly ConcurrentDictionary<string, Staged> _files = new(StringComparer.Ordinal);
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("claque-"));
    private int _last;

    public IEnumerable<Staged> All => _files.Values.OrderBy(file => int.Parse(file.Id, CultureInfo.InvariantCulture));

    /// <summary>A new id, and where the bytes are to be written: with the ending of its name, which tells texts from tables.</summary>
    public (string Id, string Path) Place(string name)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        return (id, Path.Combine(_folder.Value.FullName, id + Ending().Match(name).Value.ToLowerInvariant()));
    }

    public void Keep(Staged file) => _files[file.Id] = file;

    /// <exception cref="Refused">There is no such file.</exception>
    public Staged Of(string id) => _files.TryGetValue(id, out var file) ? file : throw Refused.NotFound($"There is no file {id}: it was imported or removed, or the server was started anew.");

    public void Remove(string id)
    {
        if (_files.TryRemove(id, out var file)) File.Delete(file.Path);
    }

    [GeneratedRegex(@"(\.[A-Za-z0-9]{1,8}){1,2}$")]
    private static partial Regex Ending();

    public void Dispose()
    {
        if (!_folder.IsValueCreated) return;
        try
        {
            _folder.Value.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system's own cleaning of temporary folders does the rest.
        }
    }
}
