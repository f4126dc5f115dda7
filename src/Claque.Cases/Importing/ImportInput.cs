using System.Collections.Immutable;
using Claque.Reading;

namespace Claque.Cases;

/// <summary>A file that was opened for reading, as the import needs it.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="Sha256">Hash of the bytes of the file, lower-case hex: see <see cref="FileHash"/>.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Format">What it was recognised as.</param>
/// <param name="Mapping">Which column feeds which field.</param>
/// <param name="Reader">Reads its posts, from the start; the same rows in the same order each time. Not disposed by the import.</param>
/// <param name="InferredPrecision">
/// Asked at the end: the clock step that the times of the whole file have, where it is coarser than the reader could see row by
/// row; null when there is nothing to correct.
/// </param>
/// <param name="Notes">Asked at the end: what the reader has to say about the file, as sentences.</param>
public sealed record ImportInput(
    string FileName, string Sha256, long Bytes, string Format, string Mapping, IPostReader Reader,
    Func<TimePrecision?> InferredPrecision, Func<IReadOnlyList<string>> Notes);

/// <summary>What an import did.</summary>
/// <param name="Source">The file as the case has it now.</param>
/// <param name="WasComplete">True when the case already had the whole file: nothing was changed.</param>
/// <param name="RowsSkipped">Rows that an earlier, interrupted import had done.</param>
/// <param name="RowsAdding">Rows among <see cref="SourceView.PostsKnown"/> that added links, objects … to a post the case had.</param>
/// <param name="Notes">What the reader has to say about the file.</param>
public sealed record ImportReceipt(
    SourceView Source, bool WasComplete, long RowsSkipped, long RowsAdding, ImmutableArray<string> Notes);
