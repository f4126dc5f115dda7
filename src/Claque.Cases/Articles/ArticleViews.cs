using System.Collections.Immutable;

namespace Claque.Cases;

/// <summary>A file of articles, read, to be taken into a case.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="Sha256">Hash of the bytes of the file, lower-case hex.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Reading">What was read of it.</param>
public sealed record ArticlesToImport(string FileName, string Sha256, long Bytes, Claque.Articles.ArticleReading Reading);

/// <summary>What an import of articles did.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="Format">What the file was recognised as.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="WasComplete">True when the case already had the file: nothing was changed.</param>
/// <param name="New">Articles the case did not have.</param>
/// <param name="Known">Articles the case already had, with the same text.</param>
/// <param name="Rejected">Records that could not be used; kept with the reason.</param>
/// <param name="Notes">What was cut off or skipped, as sentences.</param>
public sealed record ArticleReceipt(string FileName, string Format, string Sha256, bool WasComplete, int New, int Known, int Rejected, ImmutableArray<string> Notes);
